from collections.abc import Mapping

import pytest
from small_alliance import checked

from gsca_cli.checks import same_place

A, B, C, D = (f"data/cities/place-{letter}.yaml" for letter in "abcd")


def city(name: str, more: str = "", country: str = "NO") -> str:
    """A city, its name on the first line."""
    return f"name: {name}\ncountry: {country}\nsources: [paper]\n{more}\n"


MOSS = city("Fen", "aliases: [Moss]")


def found(changes: Mapping[str, str]) -> list[str]:
    """Where two records of one city are reported, and beside what."""
    return [
        f"{each.location} {each.message} <- {each.related[0].location} {each.related[0].message}"
        for each in checked(changes).findings
        if each.code == "same-place"
    ]


def test_a_second_city_of_a_name_is_reported_at_its_name_with_the_first() -> None:
    assert found({A: city("Moss"), B: city("Moss")}) == [
        f"{B}:1:7 another city of NO is called `Moss` too <- {A}:1:7 the other record: `place-a`"
    ]


def test_it_is_the_second_by_path_whatever_its_id() -> None:
    first, second = "data/cities/a/z.yaml", "data/cities/b/a.yaml"
    assert found({first: city("Moss"), second: city("Moss")}) == [
        f"{second}:1:7 another city of NO is called `Moss` too <- {first}:1:7 the other record: `z`"
    ]


@pytest.mark.parametrize(
    ("one", "other", "place", "first"),
    [
        (city("Åmål"), city("AMAL"), f"{B}:1:7 `AMAL`", f"{A}:1:7"),
        (city("{en: Moss, ja: モス}"), city("モス"), f"{B}:1:7 `モス`", f"{A}:1:22"),
        (city("Moss"), city("{en: Bog, nb: Moss}"), f"{B}:1:21 `Moss`", f"{A}:1:7"),
        (city("Moss"), city("Bog", "aliases: [Fen, Moss]"), f"{B}:4:16 `Moss`", f"{A}:1:7"),
        (city("Fen", "aliases: [{name: Moss}]"), city("Moss"), f"{B}:1:7 `Moss`", f"{A}:4:18"),
        (MOSS, city("Bog", "aliases: [moss]"), f"{B}:4:11 `moss`", f"{A}:4:11"),
        (city("Moss"), city("{en: Moss, nb: moss}"), f"{B}:1:12 `Moss`", f"{A}:1:7"),
    ],
)  # fmt: skip
def test_any_name_and_any_alias_counts_without_accents_and_capitals(
    one: str, other: str, place: str, first: str
) -> None:
    where, name = place.split(" ")
    assert found({A: one, B: other}) == [
        f"{where} another city of NO is called {name} too <- {first} the other record: `place-a`"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (city("Moss"), city("Mosse")),
        (city("Moss"), city("Moss", country="SE")),
        (city("Moss", "subdivision: NO-01"), city("Moss", "subdivision: NO-02")),
        (city("\u0301"), city("\u0302")),
    ],
)
def test_other_cities_are_fine(one: str, other: str) -> None:
    assert found({A: one, B: other}) == []


@pytest.mark.parametrize(
    ("subdivisions", "pairs"),
    [
        (["01", "01"], ["b-a"]),
        (["01", ""], ["b-a"]),
        (["", "01"], ["b-a"]),
        (["01", "02", "01", "02"], ["c-a", "d-b"]),
        (["01", "02", "", "02"], ["c-a", "d-b"]),
        (["01", "", "02", "02"], ["b-a", "c-b", "d-b"]),
        (["", "01", "02", ""], ["b-a", "c-a", "d-a"]),
        (["", "", "", ""], ["b-a", "c-a", "d-a"]),
    ],
)
def test_subdivisions_tell_cities_apart_where_both_have_one(
    subdivisions: list[str], pairs: list[str]
) -> None:
    cities = {
        path: city("Moss", f"subdivision: NO-{each}" if each else "")
        for path, each in zip((A, B, C, D), subdivisions, strict=False)
    }
    assert [f"{each[18]}-{each[-2]}" for each in found(cities)] == pairs


def test_two_cities_that_share_several_names_are_reported_once() -> None:
    names = city("{en: Moss, nb: Fen}", "location: {lat: 59.4340, lon: 10.6577}")
    assert len(found({A: names, B: names})) == 1
    assert ":1:12 another city of NO is called `Moss` too" in found({A: names, B: names})[0]


def test_a_city_with_names_of_two_others_is_reported_beside_each() -> None:
    cities = {A: city("Moss"), B: city("Fen"), C: city("Moss", "aliases: [Fen]")}
    assert found(cities) == [
        f"{C}:1:7 another city of NO is called `Moss` too <- {A}:1:7 the other record: `place-a`",
        f"{C}:4:11 another city of NO is called `Fen` too <- {B}:1:7 the other record: `place-b`",
    ]


def at(name: str, lat: float, lon: float, country: str = "NO") -> str:
    """A city at a point."""
    return city(name, f"location: {{lat: {lat:.4f}, lon: {lon:.4f}}}", country)


def test_a_city_near_another_is_reported_at_its_location_whatever_the_country() -> None:
    assert found({A: at("Moss", 59.434, 10.6577), B: at("Fen", 59.434, 10.6677, "SE")}) == [
        f"{B}:4:1 another city lies 0.6 km from here <- {A}:4:1 the other record: `place-a`"
    ]


def test_near_is_up_to_two_kilometres() -> None:
    assert len(found({A: at("Moss", 59.4, 10.6), B: at("Fen", 59.4179, 10.6)})) == 1
    assert found({A: at("Moss", 59.4, 10.6), B: at("Fen", 59.4180, 10.6)}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((0, 180), (0, -180)),
        ((-16.8, 179.995), (-16.8, -179.995)),
        ((89.995, 0), (89.995, 180)),
        ((-90, 17), (-90, -99)),
    ],
)
def test_near_is_near_at_180_degrees_and_at_the_poles_too(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert len(found({A: at("Moss", *one), B: at("Fen", *other)})) == 1


@pytest.mark.parametrize(("lat", "lon"), [(0, 0), (91, 10), (10, 181)])
def test_what_is_no_place_at_all_is_near_nothing(lat: float, lon: float) -> None:
    assert found({A: at("Moss", lat, lon), B: at("Fen", lat, lon)}) == []


def test_of_many_cities_at_one_point_each_is_reported_beside_the_first() -> None:
    cities = {f"data/cities/c{n:02}.yaml": at(f"Name {n}", 59.4, 10.6) for n in range(30)}
    reported = found(cities)
    assert len(reported) == 29
    assert all("data/cities/c00.yaml:4:1 " in each for each in reported)


def test_the_cures_are_told() -> None:
    cities = {A: city("Moss"), B: city("Moss"), C: at("Fen", 59, 10), D: at("Bog", 59, 10)}
    findings = [each for each in checked(cities).findings if each.code == "same-place"]
    assert [(each.hint, str(each.severity)) for each in findings] == [
        ("merge the two; if they are two cities, give each its `subdivision`", "warning"),
        ("merge the two if they are one city, or correct the location that is wrong", "warning"),
    ]


def test_of_records_with_one_id_only_the_check_of_ids_speaks() -> None:
    assert found({A: city("Moss"), A.replace(".yaml", ".yml"): city("Moss")}) == []


def test_where_there_are_very_many_the_later_ones_are_reported_at_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(same_place, "_MOST_LOCATED", 1)
    assert [each.split(" ")[0] for each in found(dict.fromkeys((A, B, C), city("Moss")))] == [
        f"{B}:1:7",
        f"{C}:1:1",
    ]
