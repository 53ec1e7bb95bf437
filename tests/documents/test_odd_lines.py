import pytest

from gsca_cli.documents.odd_lines import without_bullet
from gsca_cli.documents.parse import attempt

DASH = "begin it with `- `, a dash and a space"
SPACE = "a space is missing behind this colon"
NO_ITEM = "this is no item of a list"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("name:Oslo\ncountry: NO\n", (1, 5), SPACE, "write `name: Oslo`"),
        ("name: Oslo\ncountry:NO\nsources: [a]\n", (2, 8), SPACE, "write `country: NO`"),
        ("name: Oslo\r\ncountry:NO\r\nsources: [a]\r\n", (2, 8), SPACE, "write `country: NO`"),
        (
            "steps:\n  plan:\n    status:done\n    as_of: 2023\n",
            (3, 11),
            SPACE,
            "write `status: done`",
        ),
        ("sources:\n  - a\n  -b\n", (3, 3), NO_ITEM, DASH),
        ("sources:\n  - a\n\n  # more\n  --b\n", (5, 3), NO_ITEM, DASH),
        ("sources:\n  - a\n  • b\n", (3, 3), NO_ITEM, DASH),
        ("sources:\n  - a\n  \u2013 b\n", (3, 3), NO_ITEM, DASH),
        ("sources:\n  - a\n  * b\n", (3, 3), NO_ITEM, DASH),
        (
            "sources:\n  - a\n  b\n",
            (3, 3),
            "this line is no item of the list",
            f"{DASH}; or indent it further, if it goes on with the text above",
        ),
        (
            "steps:\n  letter: completed\n    plan: completed\n",
            (3, 5),
            "this line is indented too far",
            "indent it like the line above; or, if it belongs to a text, put the text in quotes",
        ),
        (
            "notes:\n  - text: a\n\n     date: 2022\n",
            (4, 6),
            "this line is indented too far",
            "indent it like the line above; or, if it belongs to a text, put the text in quotes",
        ),
        ("sources:\n  a\n  - b\n", (2, 3), "this line is no item like the one below it", DASH),
        ("sources:\n  • a\n  - b\n", (2, 3), "this line is no item like the one below it", DASH),
    ],
)
def test_what_is_missing_is_told_where_it_is_missing(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    document, findings = attempt("data/cities/oslo.yaml", text.encode())
    (found,) = findings
    assert (found.location.line, found.location.column) == place
    assert (found.message, found.hint) == (message, hint)
    assert found.code == "yaml-syntax"
    assert document is None or "a" in str(document.data)


@pytest.mark.parametrize(
    "text",
    [
        "link: https://example.org: x\n",
        "notes:\n  - a\n  - text: [>-\n      b]\n",
        "note: one: two\n",
        "name: Oslo\nhttps://example.org\nsources: [a]\n",
        "name: Oslo\nthis is no entry\nsources: [a]\n",
    ],
)
def test_other_lines_are_explained_as_they_are(text: str) -> None:
    _, findings = attempt("data/cities/oslo.yaml", text.encode())
    (found,) = findings
    assert found.message not in {SPACE, NO_ITEM, "this line is no item of the list"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("name:Oslo", ["1:5 write `name: Oslo`"]),
        ("\n# A city.\r\n name:Oslo\r\n", ["3:6 write `name: Oslo`"]),
        ("name:Oslo\ncountry:NO\n", ["1:5 write `name: Oslo`", "2:8 write `country: NO`"]),
        ("name:Oslo\nof the fjord\n", ["1:5 write `name: Oslo`"]),
    ],
)
def test_where_no_line_is_an_entry_each_that_lacks_its_space_is_told(
    text: str, places: list[str]
) -> None:
    document, findings = attempt("data/cities/oslo.yaml", text.encode())
    assert document is None
    assert {(each.code, each.message) for each in findings} == {("yaml-syntax", SPACE)}
    assert [f"{each.location.line}:{each.location.column} {each.hint}" for each in findings] == (
        places
    )


@pytest.mark.parametrize("text", ["Oslo", "'name:Oslo'", "https://example.org", "- name:Oslo"])
def test_a_file_of_other_words_is_told_how_a_record_begins(text: str) -> None:
    (found,) = attempt("data/cities/oslo.yaml", text.encode()).findings
    assert (found.code, found.location.line, found.location.column) == ("not-a-record", 1, 1)
    assert found.hint == "a record begins with a line such as `name: Oslo`"


def test_of_a_thousand_lines_twenty_are_told() -> None:
    assert len(attempt("data/cities/oslo.yaml", b"a:b\n" * 1000).findings) == 20


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("-a", "a"),
        ("--a", "a"),
        ("\u2013 a", "a"),
        ("\u2022a", "a"),
        ("* a", "a"),
        ("\u2022 5", "5"),
        ("*a*", "*a*"),
        ("-5", "-5"),
        ("\u22125", "\u22125"),
        ("- a", "- a"),
        ("-", "-"),
        ("\u2014", "\u2014"),
        ("a - b", "a - b"),
    ],
)
def test_the_sign_of_an_item_is_no_part_of_it(text: str, without: str) -> None:
    assert without_bullet(text) == without


def test_of_two_items_that_seem_one_key_neither_is_to_be_given_up() -> None:
    (found,) = attempt("data/cities/oslo.yaml", b"notes:\n  -text: a\n  -text: b\n").findings
    assert (found.code, found.location.line, found.hint) == ("duplicate-key", 3, DASH)
