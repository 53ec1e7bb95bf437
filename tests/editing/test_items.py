import pytest

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.assignment import assignments
from gsca_cli.editing.items import item_called, item_saying
from gsca_cli.editing.wishes import Customs, wished
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of

ITEMS = [
    {"date": 2022, "text": "One"},
    {"date": "2022-05", "text": "Two"},
    {"name": "2", "text": "Three"},
    {"date": "2022-05", "text": "Four"},
    {"paper": ["name"]},
    "paper-2",
]


@pytest.mark.parametrize(
    ("name", "number"),
    [("2022", 0), ("0", 0), ("1", 1), ("2", 2), ("3", 3), ("paper", 4), ("paper-2", 5), ("5", 5)],
)
def test_an_item_goes_by_its_name_its_date_or_its_number(name: str, number: int) -> None:
    assert item_called(ITEMS, name, "`notes`") == number


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2022-05", "`notes` has 2 items of 2022-05: give the number of one, `1` or `3`"),
        ("6", "`notes` has no item `6`"),
        ("-1", "`notes` has no item `-1`"),
        ("papre", "`notes` has no item `papre`; did you mean `paper`?"),
    ],
)
def test_an_item_that_is_not_there_or_not_certain_is_refused(name: str, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        item_called(ITEMS, name, "`notes`")
    assert str(refused.value) == why


@pytest.mark.parametrize(
    ("wanted", "number"),
    [({"text": "Two"}, 1), ({"date": 2022}, 0), ({"date": "2022-05", "text": "Four"}, 3)],
)
def test_an_item_goes_by_what_it_says(wanted: object, number: int) -> None:
    assert item_saying(ITEMS, wanted, "`notes`") == number


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (
            {"date": "2022-05"},
            "`notes` has 2 such items: give more fields of the one that is meant",
        ),
        ({"date": "2022"}, "`notes` has no such item"),
        ({"title": "Two"}, "`notes` has no such item"),
        ("One", "`notes` has no such item"),
    ],
)
def test_what_no_item_says_or_several_do_is_refused(wanted: object, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        item_saying(ITEMS, wanted, "`notes`")
    assert str(refused.value) == why


REGION = "name: North\nmeetings:\n  - date: 2021-01-10\n  - date: 2022-01-10\n    kind: talk\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["meetings.0.kind=talk"], "  - date: 2021-01-10\n    kind: talk\n"),
        (["meetings.2021-01-10.kind=talk"], "  - date: 2021-01-10\n    kind: talk\n"),
        (["meetings+={date: 2023, title: 'Spring, at last'}"], "    title: Spring, at last\n"),
    ],
)
def test_an_item_of_a_list_is_changed(words: list[str], expected: str) -> None:
    assert expected in after(*words)


@pytest.mark.parametrize("word", ["meetings-={date: 2022-01-10}", "meetings-=2022-01-10"])
def test_an_item_of_a_list_is_taken_away(word: str) -> None:
    assert after(word) == "name: North\nmeetings:\n  - date: 2021-01-10\n"


def test_a_list_of_maps_takes_no_bare_value() -> None:
    for word in ("meetings+=2023", "meetings=2023"):
        with pytest.raises(UsageError) as refused:
            after(word)
        assert str(refused.value) == (
            "`meetings` is a list of maps: give one in braces, as in `meetings+={date: ...}`"
        )


def after(*words: str) -> str:
    """The text of the region once some assignments are carried out."""
    document = parse("data/regions/north.yaml", REGION.encode())
    assert isinstance(document, Document)
    for each in assignments(words):
        document = wished(shape_of(Kind.REGION), document, each, Customs())
    return document.text
