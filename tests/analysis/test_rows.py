from editions import city, north, since

from gsca_cli.analysis.rows import Others, others, sorted_places


def test_cities_that_are_no_members_are_counted_by_what_they_are_instead() -> None:
    places = {
        "a": "",
        "b": "observer",
        "c": "{role: observer, standing: paused}",
        "d": "{role: observer, left: 2020}",
        "e": "{left: 2020}",
        "f": "{standing: left}",
        "g": "observer",
        "h": "{standing: reactivation}",
    }
    cities = {
        f"data/cities/{key}.yaml": city(name=f"City {key}", place=place)
        for key, place in places.items()
    }
    edition = since("2020", {"data/cities/oslo.yaml": None, **cities})
    counted = others(edition, sorted_places(edition, north(edition)))
    assert counted == (
        Others("left", 2),
        Others("observer", 2),
        Others("observer/left", 1),
        Others("observer/paused", 1),
    )
