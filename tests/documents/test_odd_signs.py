import pytest

from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.documents.odd_signs import NOT_KNOWN
from gsca_cli.documents.parse import attempt
from gsca_cli.findings import Finding, ReplaceText

COLON = "the colon ends the text before it"
BRACKET = "a text without quotes cannot hold a bracket"
QUOTES = "the quotes close here, before the end of the text"
COMMENT = "a comment begins here, and the closing bracket is a part of it"
CLOSED = "what this bracket opens is closed before the end of the line"
WHOLE = "put the whole text in quotes"
TWICE = f"{WHOLE}; within '...' an apostrophe is written twice"


def found_in(text: str) -> Finding:
    (found,) = attempt("data/cities/oslo.yaml", text.encode(), libyaml_reader()).findings
    (same,) = attempt("data/cities/oslo.yaml", text.encode(), ruamel_reader()).findings
    assert found == same
    assert found.code == "yaml-syntax"
    return found


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("a: {b: c, note: Done: so}\n", (1, 21), COLON, f"{WHOLE}: `'Done: so'`"),
        ("a: {note: (see: so), b: c}\n", (1, 15), COLON, f"{WHOLE}: `'(see: so)'`"),
        ("a: {note: Done: so, yes}\n", (1, 15), COLON, f"{WHOLE}: `'Done: so, yes'`"),
        ("a: {note: It's: so}\n", (1, 15), COLON, f"{WHOLE}: `'It''s: so'`"),
        ("a: [Done: so: it is, b]\n", (1, 13), COLON, f"{WHOLE}: `'so: it is'`"),
        ("a: {b: c, note: so [1]}\n", (1, 20), BRACKET, f"{WHOLE}: `'so [1]'`"),
        ("a: {note: so {1}, b: c}\n", (1, 14), BRACKET, f"{WHOLE}: `'so {{1}}'`"),
        ("a: [so [1], b]\n", (1, 8), BRACKET, f"{WHOLE}: `'so [1]'`"),
        ("a: {\n  note: so [1]}\n", (2, 12), BRACKET, f"{WHOLE}: `'so [1]'`"),
        ("a: {note: 'It's so'}\n", (1, 14), QUOTES, TWICE),
        ('a: {note: "a "b" c"}\n', (1, 14), QUOTES, TWICE),
        (
            "a: {note: so #1, b: c}\nd: e\n",
            (1, 14),
            COMMENT,
            "put the text that holds the # in quotes",
        ),
        ("a: {note: so #1}\n", (1, 14), COMMENT, "put the text that holds the # in quotes"),
        (
            "a: {b: c since: 2022}\n",
            (1, 10),
            "a comma is missing before `since`",
            f"write it; or, if it is all one text, {WHOLE}: `'c since: 2022'`",
        ),
        (
            "notes:\n  - [Draft] The plan\n",
            (2, 5),
            CLOSED,
            (
                "if it is a text, put the whole in quotes: `'[Draft] The plan'`;"
                " if it is none, delete the rest"
            ),
        ),
        ("a:\n  note: Figure 3: so\n", (2, 17), COLON, f"{WHOLE}: `'Figure 3: so'`"),
        ("- text: D.C.: so  # yes\r\n", (1, 13), COLON, f"{WHOLE}: `'D.C.: so'`"),
        (
            "steps: letter: completed\n",
            (1, 14),
            "this line holds two keys",
            (
                "put a map in braces: `{letter: completed}`;"
                f" or, if it is a text, {WHOLE}: `'letter: completed'`"
            ),
        ),
        (
            "plan: (status: done, since: 2022)\n",
            (1, 14),
            "this line holds two keys",
            (
                "put a map in braces: `{status: done, since: 2022}`;"
                f" or, if it is a text, {WHOLE}: `'(status: done, since: 2022)'`"
            ),
        ),
        (
            "plan: {status: done}.\n",
            (1, 21),
            "this sign stands behind the closing bracket",
            "delete it",
        ),
        (
            "- [Draft] see [1].\n",
            (1, 3),
            CLOSED,
            (
                "if it is a text, put the whole in quotes: `'[Draft] see [1].'`;"
                " if it is none, delete the rest"
            ),
        ),
    ],
)
def test_the_sign_that_ends_a_text_is_told_with_the_text_that_is_meant(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    found = found_in(text)
    assert (found.location.line, found.location.column) == place
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("a: {note: Done: so}\n", "Done: so"),
        ("a: {note: 50%: so, yes}\n", "50%: so, yes"),
        ("a: {note: so [1] and {2}}\n", "so [1] and {2}"),
        ("a:\n  note: Figure 3: so\n  b: c\n", "Figure 3: so"),
        ("- note: Figure 3: so  # yes\n  b: c\n", "Figure 3: so"),
    ],
)
def test_a_text_is_put_in_quotes_where_it_is_certain_how_far_it_goes(text: str, old: str) -> None:
    mend = found_in(text).mend
    assert isinstance(mend, ReplaceText)
    assert (mend.old, mend.new) == (old, f"'{old}'")


@pytest.mark.parametrize(
    "text",
    [
        "a: {note: status: done}\n",
        "a: {b: c since: 2022}\n",
        "a: {note: Done: so, b: c}\n",
        "a: [so [1], b]\n",
        "a: [Done: so: it is, b]\n",
        "a: {note: 'It's so'}\n",
        "steps: letter: completed\n",
        "note: see there: so\n",
        "note: Figure 3: so\n  and more\n",
        "notes:\n  - [Draft] The plan\n",
    ],
)
def test_what_may_mean_another_thing_is_left_to_a_person(text: str) -> None:
    assert found_in(text).mend is None


@pytest.mark.parametrize(
    "text",
    [
        "a: [x\nb: 1\n",
        "a: [x  # one [of two]\nb: 1\n",
        "a: [x,  # one [of two]\nb: 1\n",
        "a: [[x] [y]]\n",
        "a: {b: c]\n",
        "a: {b: [c, d: e}\n",
        "a: {\n",
    ],
)
def test_a_bracket_or_a_comma_that_is_missing_is_told_as_such(text: str) -> None:
    found = found_in(text)
    assert "bracket is missing" in found.message or "never closed" in found.message


@pytest.mark.parametrize(
    ("text", "place", "quoted"),
    [
        ("a: ? unclear\n", (1, 4), "'? unclear'"),
        ("a: ? it's so: yes  # c\r\n", (1, 4), "'? it''s so: yes'"),
        ("n:\n  - a: b\n    c: ? unclear\n", (3, 8), "'? unclear'"),
        ("a: {b: ? unclear}\n", (1, 8), "'? unclear'"),
    ],
)
def test_a_text_that_begins_with_a_question_mark_is_put_in_quotes(
    text: str, place: tuple[int, int], quoted: str
) -> None:
    found = found_in(text)
    assert (found.location.line, found.location.column) == place
    assert found.hint == f"{WHOLE}: `{quoted}`"
    assert isinstance(found.mend, ReplaceText)
    assert found.mend.new == quoted
    mended = text.replace(found.mend.old, quoted)
    assert attempt("data/cities/oslo.yaml", mended.encode()).findings == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: ?\n", (1, 4)),
        ("a:\n  b: ?\r\n  c: d\n", (2, 6)),
        ("a: ?  # c\n", (1, 4)),
        ("a: {b: ?}\n", (1, 8)),
        ("a: {b: ?, c: d}\n", (1, 8)),
    ],
)
def test_a_question_mark_alone_is_told_in_words_of_what_is_not_known(
    text: str, place: tuple[int, int]
) -> None:
    found = found_in(text)
    assert (found.location.line, found.location.column) == place
    assert (found.message, found.hint, found.mend) == (
        "a question mark that begins a value is a sign of YAML",
        NOT_KNOWN,
        None,
    )


@pytest.mark.parametrize("text", ["a: {b: ? c, d: e}\n", "a: ? so\n  it is\n"])
def test_where_a_question_ends_may_be_uncertain(text: str) -> None:
    found = found_in(text)
    assert found.hint.startswith(WHOLE)
    assert found.mend is None


def test_an_item_of_a_question_mark_alone_is_told_the_same() -> None:
    (found,) = attempt("data/cities/oslo.yaml", b"notes:\n  - ?\n").findings
    assert (found.code, found.hint) == ("key-not-text", NOT_KNOWN)


@pytest.mark.parametrize("text", ["a: ?b\n", "a: ??\n", "a: '?'\n", "a: |\n  ? b\n", "a: b ?\n"])
def test_other_question_marks_are_part_of_a_text(text: str) -> None:
    assert attempt("data/cities/oslo.yaml", text.encode()).findings == []
