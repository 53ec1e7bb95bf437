"""Which field a key was meant for, told by what others call it, by its letters and by its value."""

from datetime import date
from typing import Any

import pytest
from small_alliance import OSLO, findings, hints

from gsca_cli.alliance.cures.fields_meant import field_meant, is_date
from gsca_cli.alliance.suggestions import Suggestion
from gsca_cli.documents.scalars import resolve
from gsca_cli.findings import Route
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Fields, shape_at

SOURCE = "data/sources/paper.yaml"
CITY = "data/cities/oslo.yaml"
POINT: tuple[Kind, Route] = (Kind.CITY, ("location",))
PAPER: tuple[Kind, Route] = (Kind.SOURCE, ())


def meant(where: tuple[Kind, Route], name: str, value: Any, **others: Any) -> Suggestion:
    shape = shape_at(*where)
    assert isinstance(shape, Fields)
    return field_meant(name, shape, {name: value, **others})


@pytest.mark.parametrize(
    ("where", "name", "value", "field", "certain"),
    [
        (PAPER, "published", 2022, "date", False),
        (PAPER, "published", "2022-05", "date", False),
        (PAPER, "publication-date", "May 2022", "date", False),
        (PAPER, "publishr", "A press", "publisher", True),
        (PAPER, "publishr", 2022, "publisher", False),
        (PAPER, "publishr", "2022-05-11", "publisher", False),
        (PAPER, "publishr", "11/05/2022", "publisher", False),
        (PAPER, "titel", 1984, "title", False),
        (PAPER, "titel", "1984 in brief", "title", True),
        (PAPER, "titel", 5, "title", True),
        # No letter is another one.
        (PAPER, "Title", 1984, "title", True),
        (PAPER, "datee", 2022, "date", True),
        (PAPER, "url", "https://example.org", "link", False),
        (PAPER, "weight", 7, None, False),
        (POINT, "lng", 10.7, "lon", False),
        (POINT, "Lng", 10.7, "lon", False),
        (POINT, "longitude", 10.7, "lon", False),
        (POINT, "latitude", 10.7, "lat", False),
        # Two letters exchanged, where nothing else can be meant.
        (POINT, "alt", 10.7, "lat", False),
        # A field of another name is no field here.
        ((Kind.CITY, ()), "year", 2022, None, False),
        ((Kind.CITY, ()), "contry", "NO", "country", True),
    ],
)
def test_the_field_that_was_meant(
    where: tuple[Kind, Route], name: str, value: Any, field: str | None, *, certain: bool
) -> None:
    assert meant(where, name, value) == Suggestion(field, certain=certain)


def test_a_field_that_is_there_already_was_meant_only_by_a_slip() -> None:
    assert meant(POINT, "lng", 5.0, lat=59.9, lon=5.0).name is None
    assert meant(POINT, "alt", 5.0, lat=59.9, lon=5.0).name is None
    assert meant(PAPER, "publishr", "A press", publisher="Another").name == "publisher"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2022", True),
        ("17", False),
        ("5.5", False),
        ("1.10", False),
        ("2022-05", True),
        ("../2022-05", True),
        ("2021-01/2021-03", True),
        ("May 2022", True),
        ("05/2022", True),
        ("03/04/2022", True),
        ("A press of 1984", False),
        ("true", False),
        ("~", False),
    ],
)
def test_dates_are_told_from_words_and_numbers(text: str, *, told: bool) -> None:
    assert is_date(resolve(text)) is told


def test_other_values_are_neither() -> None:
    assert not any(map(is_date, ([2022], {"a": 1}, date(2022, 1, 1), None)))


@pytest.mark.parametrize("key", ["lng", "long", "longitude"])
def test_a_coordinate_under_another_name_is_one_mistake_with_a_cure(key: str) -> None:
    changed = {CITY: f"{OSLO}location: {{lat: 59.9127, {key}: 10.7461}}\n"}
    assert hints(changed) == [
        f"{CITY}:11:26 unknown-field => did you mean `lon`? its fields are lat, lon"
    ]
    assert not findings({CITY: changed[CITY].replace(key, "lon")})


def test_a_date_is_not_said_to_be_a_publisher() -> None:
    text = "title: Annual report\npublished: 2022\n"
    (told,) = hints({SOURCE: text})
    assert told.startswith(f"{SOURCE}:2:1 unknown-field => did you mean `date`?")
    assert not findings({SOURCE: text.replace("published", "date")})
