"""What a status or a role and its date in one text are to be written as."""

import pytest
from small_alliance import FILES, OSLO, findings, hints

from gsca_cli.alliance.cures.word_and_more import fields_said
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import Fields, shape_at

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
STATUSES = "there are: completed, in-progress, to-be-developed, unknown"


@pytest.mark.parametrize(
    ("old", "said", "right"),
    [
        ("letter: completed", "completed 2022-05", "letter: {status: completed, since: 2022-05}"),
        (
            "letter: completed",
            "{status: Completed since May 2022}",
            "letter: {status: completed, since: 2022-05}",
        ),
        (
            "letter: completed",
            "completed - signed, and sealed",
            "letter: {status: completed, note: 'signed, and sealed'}",
        ),
        (
            "  open-data:",
            "in-progress, due 2025",
            "open-data: {status: in-progress, due: 2025}",
        ),
        (
            "north: {role: member, cohort: first, joined: 2021}",
            "member (2021)",
            "north: {role: member, joined: 2021}",
        ),
    ],
)
def test_a_word_and_its_date_get_a_field_each(old: str, said: str, right: str) -> None:
    key = right.partition(":")[0]
    (hint,) = hints({OSLO_PATH: OSLO.replace(old.strip(), f"{key}: {said}")})
    assert hint.endswith(f" => give each a field of its own: write `{right}`")
    assert findings({OSLO_PATH: OSLO.replace(old.strip(), right)}) == []


def test_a_column_and_its_date_get_a_field_each() -> None:
    (hint,) = hints({NORTH: FILES[NORTH].replace("open-data,", "open-data 2021,")})
    right = "{policy: open-data, added: 2021}"
    assert hint.endswith(f" => give each a field of its own: write `{right}`")
    assert findings({NORTH: FILES[NORTH].replace("open-data", right)}) == []


@pytest.mark.parametrize(
    ("old", "right", "word"),
    [
        ("letter: completed", "letter: {since: 2022-05}", "status"),
        ("open-data:", "open-data: {since: 2022-05}", "status"),
    ],
)
def test_a_date_without_its_status_is_no_status(old: str, right: str, word: str) -> None:
    key = right.partition(":")[0]
    (hint,) = hints({OSLO_PATH: OSLO.replace(old, f"{key}: 2022-05")})
    assert hint.endswith(
        f" => write `{right}`; or with its {word}, `{{{word}: ..., since: 2022-05}}`; {STATUSES}"
    )
    assert findings({OSLO_PATH: OSLO.replace(old, right)}) == []


@pytest.mark.parametrize(
    "text",
    [
        "completed",
        "not completed",
        "completed partly",
        "completed 2022-13",
        "completely 2022",
        "completed by 2022",
        f"completed, {'x' * 60}",
    ],
)
def test_of_other_texts_nothing_is_made(text: str) -> None:
    shape = shape_at(Kind.CITY, ("steps", "letter"))
    assert isinstance(shape, Fields)
    assert fields_said(shape, text, ["completed"]) == {}
