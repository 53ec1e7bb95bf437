"""Whether an answer fits the field that somebody was asked for, and why not."""

from collections.abc import Sequence

import pytest
from small_alliance import alliance_of

from gsca_cli.editing.answers import why_not
from gsca_cli.editing.assignment import Assignment, Sign, assignments
from gsca_cli.editing.new_place import new_place
from gsca_cli.kinds import Kind


def why(kind: Kind, name: str, text: str, asked: Sequence[str] = ()) -> str:
    place = new_place(kind, "a-new-one")
    return why_not(alliance_of(), place, assignments(asked), Assignment(name, Sign.SET, text))


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (Kind.CITY, "name", "Bergen"),
        (Kind.CITY, "name", "{en: Bergen, nn: Bjørgvin}"),
        (Kind.CITY, "country", "norway"),
        (Kind.CITY, "sources", "paper"),
        (Kind.CITY, "sources", "[paper, {paper: [name]}]"),
        (Kind.TRACK, "walked_by", "region"),
        (Kind.TRACK, "steps", "[{id: a, name: A}]"),
        (Kind.SOURCE, "title", "A report: part 1"),
    ],
)
def test_a_right_answer_fits_whatever_is_still_missing(kind: Kind, name: str, text: str) -> None:
    assert why(kind, name, text) == ""


@pytest.mark.parametrize(
    ("kind", "name", "text", "said"),
    [
        (Kind.CITY, "name", "{english: Bergen}", "`english` is not a language tag"),
        (
            Kind.CITY,
            "country",
            "norwya",
            "country: `norwya` is no country; did you mean `NO` (Norway)?",
        ),
        (Kind.CITY, "sources", "papre", "no source `papre`; did you mean `paper`?"),
        (
            Kind.CITY,
            "sources",
            "paper, atlas",
            "no source `atlas`; make it first, with `gsca new source`",
        ),
        (Kind.TRACK, "walked_by", "dog", "walked_by: `dog` is not one of city, region"),
        (Kind.TRACK, "steps", "[{id: a}]", ""),
        (Kind.TRACK, "steps", "[", "`steps`: `[` cannot be read: the bracket that opens here"),
        (
            Kind.TRACK,
            "steps",
            "plan",
            "`steps` is a list of maps: give one in braces, as in `steps+={id: ...}`",
        ),
    ],
)
def test_a_wrong_answer_gets_its_reason(kind: Kind, name: str, text: str, said: str) -> None:
    found = why(kind, name, text)
    assert found
    assert found.startswith(said)


def test_what_was_wrong_before_is_no_reason() -> None:
    assert why(Kind.CITY, "name", "Bergen", ["subdivision=nowhere"]) == ""
