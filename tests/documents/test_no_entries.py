import pytest

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import attempt, parse
from gsca_cli.findings import Finding, ReplaceText

PATH = "data/cities/oslo.yaml"
COLON = "the colon ends the text before it"
NO_ENTRY = "this line is no `key: value`"
WIDE = "a full-width colon, which YAML does not know"
TOO_FAR = "this line is indented too far"
DASH = "this is no item of a list"
MARKDOWN = "a line of Markdown, which is no YAML"
WHOLE = "put the whole text in quotes"
ADD = "add a colon behind the key"
BEHIND_A_DASH = f"{ADD}, or a key before the text, as the line below has one"
INDENT = "indent it like the line above; or, if it belongs to a text, put the text in quotes"
BEGIN = "begin it with `- `, a dash and a space"
ITEM = "notes:\n  - date: 2022\n    "


def found_in(text: str) -> list[Finding]:
    found = attempt(PATH, text.encode(), libyaml_reader()).findings
    assert found == attempt(PATH, text.encode(), ruamel_reader()).findings
    return found


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        (f"{ITEM}text: He said: so\n", (3, 18), f"{WHOLE}: `'He said: so'`"),
        (f"{ITEM}title: Spring: two\nb: c\n", (3, 18), f"{WHOLE}: `'Spring: two'`"),
        ("- a: b\n  c: d\n  note: Again: so\n", (3, 14), f"{WHOLE}: `'Again: so'`"),
        ("note: |\n  word\nname: In 3: x\n", (3, 11), f"{WHOLE}: `'In 3: x'`"),
        ("sources:\n- a\nname: In 3: x\n", (3, 11), f"{WHOLE}: `'In 3: x'`"),
        ("sources:\n  - a\n    word\nname: In 3: x\n", (4, 11), f"{WHOLE}: `'In 3: x'`"),
        (
            f"{ITEM}text: He said: it\n      is so\n",
            (3, 18),
            (
                f"{WHOLE}, with the lines below that belong to it;"
                " within '...' an apostrophe is written twice"
            ),
        ),
    ],
)
def test_a_colon_in_a_text_is_told_there_whatever_stands_above(
    text: str, place: tuple[int, int], hint: str
) -> None:
    (found,) = found_in(text)
    assert (found.location.line, found.location.column) == place
    assert (found.message, found.hint) == (COLON, hint)


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("name A\nb: c\n", (1, 1), NO_ENTRY, f"{ADD}: `name: A`"),
        ("name A\r\nb: c\r\n", (1, 1), NO_ENTRY, f"{ADD}: `name: A`"),
        ("name A\n\nb: c\n", (1, 1), NO_ENTRY, f"{ADD}: `name: A`"),
        ("name A\n# c\nb: c\n", (1, 1), NO_ENTRY, f"{ADD}: `name: A`"),
        ("# c\nname 'A'\nb: c\n", (2, 1), NO_ENTRY, f"{ADD}: `name: 'A'`"),
        ("---\nname A\ncountry B\nb: c\n", (2, 1), NO_ENTRY, f"{ADD}: `name: A`"),
        ("name\nb: c\n", (1, 1), NO_ENTRY, ADD),
        ("A city\nb: c\n", (1, 1), NO_ENTRY, ADD),
        ("steps:\n  plan done\n  a: b\n", (2, 3), NO_ENTRY, f"{ADD}: `plan: done`"),
        ("- b:\n    word\n    name: x\n", (2, 5), NO_ENTRY, ADD),
        ("name = A\nb: c\n", (1, 1), NO_ENTRY, "write `name: A`"),
        ("a: b\nname = A\nb: c\n", (2, 1), NO_ENTRY, "write `name: A`"),
        ("name = A\ncountry: B\n", (1, 1), NO_ENTRY, "write `name: A`"),
        ("notes:\n  - date 2022\n    text: a\n", (2, 5), NO_ENTRY, BEHIND_A_DASH),
        ("notes:\n  - First\n    goes on\n    date: 2022\n", (2, 5), NO_ENTRY, BEHIND_A_DASH),
        ("regions:\n  - latam\n    role: a\n", (2, 5), NO_ENTRY, BEHIND_A_DASH),
        ("notes:\n  -date: 2022\n    text: a\n", (2, 3), DASH, BEGIN),
        ("notes:\n  \u2013 date: 2022\n    text: a\n", (2, 3), DASH, BEGIN),
        ("-date: 2022\n  text: a\n", (1, 1), DASH, BEGIN),
        ("steps:\n  a: b\n    c\n    d: e\n", (4, 5), TOO_FAR, INDENT),
        ("<!-- city -->\nb: c\n", (1, 1), "a comment as HTML has it", "write `# city`"),
        ("a: b\n<!-- city\nb: c\n", (2, 1), "a comment as HTML has it", "write `# city`"),
        ("```yaml\na: b\n```\n", (1, 1), MARKDOWN, "delete the line"),
        ("```yaml title=x\r\na: b\r\n", (1, 1), MARKDOWN, "delete the line"),
        ("a: b\n```\n", (2, 1), MARKDOWN, "delete the line"),
        ("~~~\na: b\n~~~\n", (1, 1), MARKDOWN, "delete the line"),
        ("a: b\n~~~\n", (2, 1), MARKDOWN, "delete the line"),
        ("\u672c\uff1ax\nb: c\n", (1, 2), WIDE, "write `: ` in its place"),
    ],
)
def test_the_line_that_is_no_entry_is_told_and_not_the_one_below_it(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    (found,) = found_in(text)
    assert (found.location.line, found.location.column) == place
    assert (found.message, found.hint, found.code) == (message, hint, "yaml-syntax")


@pytest.mark.parametrize(
    ("text", "place", "new"),
    [
        ("name\uff1aA\nb: c\n", (1, 5), ": "),
        ("name\uff1a A\nb: c\n", (1, 5), ":"),
        ("a: b\nlink\uff1ahttps://a.org\nb: c\n", (2, 5), ": "),
        ("steps:\n  plan\uff1adone\n  a: b\n", (2, 7), ": "),
        ("notes:\n  - date\uff1a2022\n    text: a\n", (2, 9), ": "),
    ],
)
def test_a_full_width_colon_is_mended_on_any_line(
    text: str, place: tuple[int, int], new: str
) -> None:
    (found,) = found_in(text)
    assert (found.message, found.location.line, found.location.column) == (WIDE, *place)
    assert isinstance(found.mend, ReplaceText)
    assert (found.mend.old, found.mend.new) == ("\uff1a", new)
    assert isinstance(parse(PATH, text.replace("\uff1a", new).encode()), Document)


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("name = A\ncountry = NO\n", ["write `name: A`", "write `country: NO`"]),
        ("name\uff1aA\ncountry\uff1aNO\n", ["write `: ` in its place"] * 2),
        ("name:A\ncountry = NO\n", ["write `name: A`", "write `country: NO`"]),
    ],
)
def test_of_a_file_without_any_entry_each_line_is_told(text: str, hints: list[str]) -> None:
    assert [each.hint for each in found_in(text)] == hints


@pytest.mark.parametrize(
    "text",
    [
        "a: '```'\nb: c\n",
        "a: |\n  ```yaml\n  name = A\n  ```\n",
        "a: x = y\nb: <!-- c -->\n",
        "a: \u672c\uff1ax\nb:\n  - \u672c\uff1ax\n",
        "a:\n  name = A\n  and more\n",
    ],
)
def test_texts_may_hold_all_of_this(text: str) -> None:
    assert found_in(text) == []
