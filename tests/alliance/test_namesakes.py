"""Namesakes are found though most names are forgotten as soon as they were read."""

from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.namesakes import Namesakes
from gsca_cli.kinds import Kind

names = st.sampled_from(["Oslo", "Osló", "oslo", "Moss", "Voss", "Ås"])
given_cities = st.lists(
    st.tuples(
        st.sampled_from(["NO", "SE"]),
        st.none() | st.sampled_from(["A", "B"]),
        st.lists(names, min_size=1, max_size=3),
    ),
    max_size=8,
)


@given(given_cities)
def test_a_city_meets_the_first_of_each_name_that_may_be_the_same(
    cities: list[tuple[str, str | None, list[str]]],
) -> None:
    briefs = [
        CityBrief(
            kind=Kind.CITY,
            id=f"c{number}",
            path=f"c{number}",
            names={"en": first},
            aliases=tuple(more),
            country=country,
            subdivision=subdivision,
        )
        for number, (country, subdivision, (first, *more)) in enumerate(cities)
    ]
    namesakes = Namesakes(briefs)
    for number, (country, subdivision, written) in enumerate(cities):
        assert {(met.id, name) for met, name in namesakes.meet(briefs[number])} == {
            (f"c{first}", name)
            for name in map(_folded, written)
            for first in _before(cities[:number], country, subdivision, name)[:1]
        }


def _before(
    cities: list[tuple[str, str | None, list[str]]],
    country: str,
    subdivision: str | None,
    name: str,
) -> list[int]:
    """The cities with a name that lie in a country, and not in two subdivisions for certain."""
    return [
        number
        for number, (other, part, written) in enumerate(cities)
        if other == country
        and (part is None or subdivision is None or part == subdivision)
        and name in map(_folded, written)
    ]


def _folded(name: str) -> str:
    return {"Osló": "oslo", "Ås": "as"}.get(name, name.lower())
