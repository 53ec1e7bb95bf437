"""A remark is about what certainly stands in the file; whatever may be a short form is in doubt."""

import re

import pytest
from full_records import FULL, PLACES

from gsca_cli.alliance.at_a_glance.at_route import SHORT, at_route
from gsca_cli.alliance.at_a_glance.fits import FITS
from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When


def values_of(text: str) -> Values:
    glance = Glances(lambda _: False).at(PLACES[Kind.CITY], text.encode())
    assert glance
    return glance.values


STANDS = {
    "country": "NO",
    "name.nb": "Ósló",
    "location.lat": 59.9139,
    "population.value": 709037,
    "regions.north.role": "member",
    "regions.north.joined": When.parse("2021"),
    "policies.clean-air.since": When.parse("2024-01"),
    "policies.clean-air.steps.letter.since": When.parse("2023-05"),
    "steps.plan.status": "in-progress",
    "programmes.schools": {},
}
NOT_CERTAIN = (
    *("", ".", "colour", "name.und", "name.en.en", "country.x", "regions.south", "regions.north.x"),
    *("policies.dig-once.status", "steps.letter.status", "steps.letter.since", "inferred.country"),
    *(
        "sources.paper",
        "aliases.Christiania",
        "notes.0",
        "location.lat.x",
        "steps.plan.reviewed",
        "policies.clean-air.due",
    ),
)


@pytest.mark.parametrize("route", STANDS)
def test_what_stands_there_is_found(route: str) -> None:
    assert at_route(values_of(FULL[Kind.CITY]), route) == STANDS[route]


@pytest.mark.parametrize("route", NOT_CERTAIN)
def test_what_is_not_certain_is_in_doubt(route: str) -> None:
    assert at_route(values_of(FULL[Kind.CITY]), route) is None


def test_every_short_form_of_the_models_is_known() -> None:
    assert set(re.findall(r'"short": "([a-z]+)"', FITS.read_text("utf-8"))) == SHORT


def test_a_short_form_has_no_route_within() -> None:
    text = "name: Oslo\ncountry: 'NO'\npopulation: 5\nregions:\n  north: member\n"
    values = values_of(text)
    routes = ("name.und", "population.value", "regions.north.role")
    assert [at_route(values, route) for route in routes] == [None] * 3
