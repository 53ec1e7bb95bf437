import pytest
from small_alliance import OSLO, checked

from gsca_cli.findings import Finding

PATH = "data/cities/oslo.yaml"
ITEM = "this line is read as a part of the item above it"
VALUE = "this line is read as a part of the value above it"
DASH = "begin it with `- `, a dash and a space, and indent it like that item"
ONE_LINE = "or put all of it on one line"
ENTRY = "write it as `key: value`, indented like the line of that value; or delete it"
SPACE = "a space is missing behind this colon"
PLAN = "  plan: {status: in-progress, since: 2022-05, reviewed: {date: 2024-05, role: mayor}}\n"


def errors(text: str) -> list[Finding]:
    return [each for each in checked({PATH: text}).findings if each.severity == "error"]


def with_sources(written: str) -> str:
    return OSLO.replace("sources: [paper]", f"sources:{written}")


def with_plan(written: str) -> str:
    return OSLO.replace(PLAN, f"  plan: {written}\n")


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (with_sources("\n  - paper\n    letter"), (12, 5), ITEM, f"{DASH}; {ONE_LINE}"),
        (with_sources("\n  - paper\n\n   letter"), (13, 4), ITEM, f"{DASH}; {ONE_LINE}"),
        (with_sources("\n  - paper\n    -letter"), (12, 5), ITEM, f"{DASH}; {ONE_LINE}"),
        (
            with_sources(" [paper\n  letter]"),
            (11, 3),
            ITEM,
            f"write a comma behind that item; {ONE_LINE}",
        ),
        (f"{OSLO}aliases:\n  - Viken\n    Kristiania\n", (13, 5), ITEM, f"{DASH}; {ONE_LINE}"),
        (
            with_plan("\n    evidence:\n      - https://x.org\n        https://y.org"),
            (12, 9),
            ITEM,
            f"{DASH}; {ONE_LINE}",
        ),
        (with_plan("completed\n    letter completed"), (10, 5), VALUE, ENTRY),
        (with_plan("completed\n    since:2022"), (10, 10), SPACE, "write `since: 2022`"),
        (OSLO.replace("'NO'", "NO\n  more"), (3, 3), VALUE, ENTRY),
        (f"{OSLO}population:\n  value: 5\n   more\n", (13, 4), VALUE, ENTRY),
    ],
)
def test_a_line_that_goes_on_with_one_word_is_an_error_on_that_line(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    (found,) = errors(text)
    assert (found.location.line, found.location.column) == place
    assert (found.code, found.message, found.hint) == ("yaml-syntax", message, hint)
    (start,) = found.related
    assert start.location.line < found.location.line


def test_each_line_is_told() -> None:
    found = errors(with_sources("\n  - paper\n    letter\n    book"))
    assert [each.location.line for each in found] == [12, 13]


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("\n  paper\n  letter", "`- paper`, `- letter`"),
        (" paper\n  letter", "`- paper`, `- letter`"),
        ("\n  -paper\n  -letter", "`- paper`, `- letter`"),
        ("\n  \u2013 paper\n  letter", "`- paper`, `- letter`"),
        ("\n  a\n  b\n  c\n  d", "`- a`, `- b`, `- c`, ..."),
    ],
)
def test_a_list_without_any_dash_is_told_at_its_first_line(written: str, items: str) -> None:
    (found,) = errors(with_sources(written))
    assert found.message == "the lines of this list have no dashes"
    assert found.hint == f"begin each on a line of its own: {items}"


@pytest.mark.parametrize("written", ["\n  letter:completed", "\n  letter:completed\n  plan:done"])
def test_entries_without_a_space_are_told_at_each_colon(written: str) -> None:
    text = OSLO[: OSLO.index("steps:")] + f"steps:{written}\nsources: [paper]\n"
    found = errors(text)
    assert [(each.location.line, each.message) for each in found] == [
        (8 + number, SPACE) for number in range(len(found))
    ]
    assert len(found) == written.count("\n")
    assert found[0].hint == "write `letter: completed`"


@pytest.mark.parametrize(
    "text",
    [
        f"{OSLO}notes:\n  - First note\n    goes on\n",
        f"{OSLO}notes:\n  - text: First note\n      goes on\n",
        f"{OSLO}aliases:\n  - {'Viken ' * 15}\n    Kristiania\n",
        f"{OSLO}aliases:\n  - name: Viken\n    note: an old\n      name\n",
        OSLO.replace("name: Oslo", "name: Oslo\n  by the fjord"),
    ],
)
def test_a_text_may_run_on(text: str) -> None:
    assert errors(text) == []
