"""What holds for every text, every place and every value: an edit touches only what it means."""

from collections.abc import Callable
from typing import Any

from documents.edited import around, new_lines
from documents.texts import PATH, read
from documents.yaml_texts import SCALARS, records, written
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import ruamel_reader
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import Delete, Insert, Rename, Set, Wish, rewrite, same
from gsca_cli.documents.rewriting.quoting import is_text
from gsca_cli.documents.rewriting.uneditable import UneditableError

TEXTS = st.sampled_from(
    [
        *("plain words", "two\nlines", "a line\n", " x", "x ", "a: b", "#c", "x #c", "- x", "it's"),
        *(
            'say "x"',
            "{x}",
            "x, z",
            "[",
            "https://example.org/a?b=c#d",
            "加賀市",
            "é👍",
            "",
            "'",
            '"',
        ),
        *(
            "? x",
            "! x",
            "%x",
            "@x",
            "`x",
            "&x",
            "*x",
            "|",
            ">",
            "---",
            "...",
            "a:b",
            "a:",
            ":a",
            "-",
        ),
        *("\\", "a\\n", "1.10", "012", "0x1f", "12:30", "NO", "null", "~", "1e3", "=", "<<", "+1"),
        "a text that is too long for one line " * 4,
        "a\n\n  b\n",
        "a \nb",
        "\n",
        "\ttab",
        "wide\u3000space\u00a0",
    ]
)
PLAIN = SCALARS | TEXTS
VALUES = (
    PLAIN
    | st.lists(PLAIN, max_size=3)
    | st.dictionaries(st.sampled_from(["k", "status", "éa", "NO", "a b"]), PLAIN, max_size=3)
)
DOCUMENTS = records().flatmap(written).map(read)


@st.composite
def places(draw: st.DrawFn, wanted: Callable[[Any], bool] = bool) -> tuple[Document, Any]:
    """A document, and a route in it at which a value is of the kind that is wanted."""
    document = draw(DOCUMENTS)
    routes = [each for each in document.places if each and wanted(document.value(each))]
    assume(routes)
    return document, draw(st.sampled_from(routes))


def is_scalar(value: Any) -> bool:
    return not isinstance(value, dict | list)


def tried(document: Document, wish: Wish) -> Document:
    """What a wish makes of a document; one that is refused, with its reason, proves nothing."""
    try:
        return rewrite(document, wish)
    except UneditableError as error:
        assume("comment stands" not in str(error) and "nothing would be left" not in str(error))
        raise


def agreed(document: Document) -> Any:
    """The data as the other reader finds them in the same text."""
    other = parse(PATH, document.text.encode(), ruamel_reader())
    assert isinstance(other, Document), other
    assert same(other.data, document.data)
    return document.data


@settings(max_examples=150)
@given(places(is_scalar), PLAIN)
def test_a_scalar_that_is_set_is_read_back_and_all_other_lines_are_the_same(
    place: tuple[Document, Any], value: Any
) -> None:
    document, route = place
    after = tried(document, Set(route, value))
    agreed(after)
    assert same(after.value(route), value)
    before, behind = around(document, route)
    assert after.text.startswith(before)
    if behind.startswith("#") and not after.text.endswith(behind):
        # A text of several lines takes the comment behind its sign, above them.
        comment, _, behind = behind.partition("\n")
        assert "\n" in value
        assert after.text.removeprefix(before).partition("\n")[0].endswith(comment)
    assert after.text.endswith(behind)


@settings(max_examples=150)
@given(places(is_scalar), PLAIN)
def test_a_scalar_that_is_set_back_gives_the_same_data(
    place: tuple[Document, Any], value: Any
) -> None:
    document, route = place
    back = tried(tried(document, Set(route, value)), Set(route, document.value(route)))
    assert same(back.data, document.data)


WORDS = st.from_regex(r"[A-Za-zé加][A-Za-z é加'-]{0,20}[A-Za-zé加]", fullmatch=True).filter(is_text)
QUOTED = st.sampled_from(["{}", "'{}'", '"{}"'])


@given(
    WORDS, WORDS, QUOTED, st.sampled_from(["a: {}\n", "a: {} # c\nb: 1   # d\n", "a: [{}, x]\n"])
)
def test_a_one_line_scalar_that_is_set_back_gives_the_same_bytes(
    old: str, new: str, quotes: str, frame: str
) -> None:
    assume("'" not in old + new or quotes != "'{}'")
    document = read(frame.format(quotes.format(old)))
    route = ("a", 0) if "[" in frame else ("a",)
    assert document.value(route) == old
    # A comment that comes to stand in one column with the next one is in line with it from then on.
    columns = [line.find(" #") for line in tried(document, Set(route, new)).lines if " #" in line]
    assume(len(set(columns)) == len(columns) or "b: 1" not in frame)
    assert tried(tried(document, Set(route, new)), Set(route, old)).text == document.text


@settings(max_examples=150)
@given(places(), VALUES)
def test_any_value_can_be_set_anywhere(place: tuple[Document, Any], value: Any) -> None:
    document, route = place
    after = tried(document, Set(route, value))
    agreed(after)
    assert same(after.value(route), value)


@settings(max_examples=150)
@given(places(lambda value: isinstance(value, dict)), VALUES, st.data())
def test_a_new_entry_leaves_every_line_as_it_is_and_can_be_taken_away_again(
    place: tuple[Document, Any], value: Any, data: st.DataObject
) -> None:
    document, route = place
    assume("new" not in document.value(route))
    order = data.draw(st.permutations([*document.value(route), "new"]))
    after = tried(document, Set((*route, "new"), value, order))
    agreed(after)
    in_block = document.value(route) and len(after.lines) > len(document.lines)
    if in_block:
        assert not new_lines(after, document)
    back = tried(after, Delete((*route, "new")))
    assert same(back.data, document.data)
    if in_block:
        assert back.text == document.text


@settings(max_examples=150)
@given(places(lambda value: isinstance(value, list)), VALUES, st.data())
def test_a_new_item_stands_where_it_is_wanted(
    place: tuple[Document, Any], value: Any, data: st.DataObject
) -> None:
    document, route = place
    items = document.value(route)
    number = data.draw(st.integers(0, len(items)))
    after = tried(document, Insert((*route, number), value))
    agreed(after)
    assert same(after.value(route), [*items[:number], value, *items[number:]])
    assert same(tried(after, Delete((*route, number))).data, document.data)


@settings(max_examples=150)
@given(places(lambda _: True))
def test_what_is_deleted_can_be_put_back_and_every_other_line_stays(
    place: tuple[Document, Any],
) -> None:
    document, route = place
    holder, value = document.value(route[:-1]), document.value(route)
    after = tried(document, Delete(route))
    agreed(after)
    assert len(new_lines(document, after)) <= 1
    again = Set(route, value) if isinstance(holder, dict) else Insert(route, value)
    assert same(tried(after, again).data, document.data)


@settings(max_examples=100)
@given(places(), st.sampled_from(["zz", "NO", "a b", "x: z", "'q'", "1", "é", "-", "{"]))
def test_a_key_that_is_renamed_keeps_its_value_and_every_other_line(
    place: tuple[Document, Any], name: str
) -> None:
    document, route = place
    assume(isinstance(route[-1], str) and name not in document.value(route[:-1]))
    after = tried(document, Rename(route, name))
    agreed(after)
    assert same(after.value((*route[:-1], name)), document.value(route))
    changed = [
        n
        for n, pair in enumerate(zip(document.lines, after.lines, strict=True))
        if len(set(pair)) > 1
    ]
    key = document.places[route].key
    assert key
    assert changed == [key.line - 1]
