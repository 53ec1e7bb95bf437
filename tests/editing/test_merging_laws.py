"""What holds for every three versions of a file: a merge loses nothing, and makes nothing up."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from documents.files import FILES
from documents.texts import PATH, read
from documents.yaml_texts import records, written
from editing.merged import job
from gsca import ROOT
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gsca_cli.documents.document import Document
from gsca_cli.documents.merging.markers import picked
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import Delete, Set, Wish, rewrite, same
from gsca_cli.documents.rewriting.uneditable import UneditableError
from gsca_cli.editing.merging import MergedFile, merge_lines, merge_record
from gsca_cli.findings import Route

WORDS = st.sampled_from(["a", "b c", "completed", "12", "é"])
VALUES = WORDS | st.integers(0, 9) | st.lists(WORDS, max_size=2, unique=True)


def merged(base: bytes, ours: bytes, theirs: bytes) -> MergedFile:
    asked = job(base, ours, theirs)
    return merge_record(asked, merge_lines(asked))


def taken(content: bytes) -> MergedFile:
    return MergedFile(content, is_clean=True, words=[])


@st.composite
def contents(draw: st.DrawFn) -> bytes:
    """A generated file, or one of those that people wrote."""
    if draw(st.booleans()):
        return draw(records().flatmap(written)).encode()
    content = draw(st.sampled_from(FILES)).read_bytes()
    assume(len(content) < 2_000)
    return content


def edited(draw: st.DrawFn, content: bytes, keys: list[str]) -> bytes:
    """A file with some changes, by the engine and by hand: only below some keys of the top."""
    document = read(content)
    for _ in range(draw(st.integers(0, 3))):
        routes = [route for route in document.places if route and str(route[0]) in keys]
        if not routes:
            break
        document = changed(document, draw(wishes(routes)))
    lines = document.text.split("\n")
    if draw(st.booleans()):
        places = [n for n, line in enumerate(lines) if line.split(":")[0] in keys]
        if places:
            number = draw(st.sampled_from(places))
            end = "\r" if lines[number].endswith("\r") else ""
            lines.insert(number, f"# {draw(st.sampled_from(['one', 'two', 'three']))}{end}")
    mark = "\ufeff" if content.startswith("\ufeff".encode()) else ""
    text = (mark + "\n".join(lines)).encode()
    assume(isinstance(parse(PATH, text), Document))
    return text


@st.composite
def wishes(draw: st.DrawFn, routes: list[Route]) -> Wish:
    route = draw(st.sampled_from(routes))
    if len(route) > 1 and draw(st.integers(0, 3)) == 0:
        return Delete(route)
    return Set(route, draw(VALUES))


def changed(document: Document, wish: Wish) -> Document:
    try:
        return rewrite(document, wish)
    except UneditableError:
        return document


@st.composite
def versions(draw: st.DrawFn, *, disjoint: bool = False) -> tuple[bytes, bytes, bytes]:
    """A file, and what two people made of it; if disjoint, of different fields of it."""
    content = draw(contents())
    keys = list(read(content).data)
    mine = draw(st.lists(st.sampled_from(keys), unique=True)) if disjoint else keys
    other = [key for key in keys if key not in mine] if disjoint else keys
    return content, edited(draw, content, mine), edited(draw, content, other)


@settings(max_examples=80)
@given(versions(disjoint=True))
def test_changes_of_different_fields_merge_to_both(each: tuple[bytes, bytes, bytes]) -> None:
    base, ours, theirs = (read(content) for content in each)
    outcome = merged(*each)
    document = parse(PATH, outcome.content)
    if not outcome.is_clean:
        # Only comments of both sides at one place may be left to a person.
        assert all("comments" in word for word in outcome.words)
        return
    assert isinstance(document, Document)
    wanted = {
        key: theirs.data[key] if same(ours.data.get(key), value) else ours.data[key]
        for key, value in base.data.items()
    }
    assert same(document.data, wanted)
    assert not outcome.words


@settings(max_examples=40)
@given(versions())
def test_what_one_side_did_not_touch_is_taken_byte_for_byte(
    each: tuple[bytes, bytes, bytes],
) -> None:
    base, ours, theirs = each
    assert merged(base, ours, base) == taken(ours)
    assert merged(base, base, theirs) == taken(theirs)
    assert merged(base, ours, ours) == taken(ours)


@settings(max_examples=80)
@given(versions())
def test_from_either_side_it_is_the_same_merge(each: tuple[bytes, bytes, bytes]) -> None:
    base, ours, theirs = each
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert len(one.words) == len(other.words)
    if one.is_clean and other.is_clean:
        assert leaves(read(one.content)) == leaves(read(other.content))


@settings(max_examples=120)
@given(versions())
def test_a_merge_loses_no_value_and_no_comment_of_either_side(
    each: tuple[bytes, bytes, bytes],
) -> None:
    outcome = merged(*each)
    base, ours, theirs = (read(content) for content in each)
    found = [parse(PATH, side.text.encode()) for side in picked(outcome.content.decode(), 7)]
    for side, other, document in ((ours, theirs, found[0]), (theirs, ours, found[1])):
        assert not comments(side) - comments(base) - comments_of(outcome.content.decode())
        if not isinstance(document, Document):
            # Lines alone were merged, and a conflict may begin in the middle of something.
            assert not outcome.is_clean
            continue
        assert not leaves(side) - leaves(base) - leaves(document)
        gone = leaves(base) - leaves(side)
        assert all(leaves(document)[leaf] <= leaves(other)[leaf] for leaf in gone)


@settings(max_examples=80)
@given(versions())
def test_a_conflict_has_markers_and_is_told(each: tuple[bytes, bytes, bytes]) -> None:
    outcome = merged(*each)
    text = outcome.content.decode()
    assert text.count("<<<<<<< ours") == text.count(">>>>>>> theirs")
    assert outcome.is_clean is ("<<<<<<< ours" not in text)
    assert outcome.is_clean is (not outcome.words)


def leaves(document: Document) -> Counter[tuple[object, ...]]:
    """Every value with its route, in which items of a list have no numbers."""
    return Counter(_leaves(document.data, ()))


def _leaves(data: Any, route: Route) -> Iterator[tuple[object, ...]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*route, key))
    elif isinstance(data, list):
        for item in data:
            yield from _leaves(item, (*route, "-"))
    else:
        yield (*route, type(data).__name__, repr(getattr(data, "written", data)))


def comments(document: Document) -> Counter[str]:
    return comments_of(document.text)


def comments_of(text: str) -> Counter[str]:
    """The lines of a text that hold nothing but a comment."""
    # A byte order mark may stand before the first, be it behind a marker of git.
    lines = (line.strip().removeprefix("\ufeff") for line in text.split("\n"))
    return Counter(line for line in lines if line.startswith("# "))


CORPUS: Mapping[str, bytes] = {
    file.name: file.read_bytes() for file in sorted((ROOT / "tests/corpus").glob("*.yaml"))
}
PLAIN = [b"name: Oslo\nsources: [paper]\n", b"name: Oslo\nsources: [study]\n", b"a\0b", b""]
ANY = st.sampled_from([*CORPUS.values(), *PLAIN])


@settings(max_examples=80)
@given(ANY, ANY, ANY)
def test_whatever_the_files_are_nothing_that_a_side_changed_is_lost(
    base: bytes, ours: bytes, theirs: bytes
) -> None:
    outcome = merged(base, ours, theirs)
    if theirs in {base, ours} or ours == base:
        assert outcome.is_clean
        assert outcome.content == (theirs if ours == base else ours)
    elif b"\0" in ours + theirs:
        assert (outcome.content, outcome.is_clean) == (ours, False)
        assert outcome.words
    else:
        kept = sides_of(outcome.content)
        for side, other, found in zip((ours, theirs), (theirs, ours), kept, strict=True):
            lost = rows(side) - rows(base) - rows(outcome.content)
            # A value may be written anew; then it is there all the same.
            assert not lost or said(base, side, other) <= data_of(found).items()


def sides_of(content: bytes) -> list[bytes]:
    """What is merged with each side of its conflicts taken."""
    text = content.decode("utf-8", "surrogateescape")
    return [side.text.encode("utf-8", "surrogateescape") for side in picked(text, 7)]


def said(base: bytes, side: bytes, other: bytes) -> set[tuple[str, str]]:
    """What a version says at its top, and its base does not.

    A field with nothing behind it says nothing. Where the other version also changed what holds
    more values, the two are merged in it.
    """
    old, new, others = data_of(base), data_of(side), data_of(other)
    assert new, "what cannot be read is kept line by line"
    return {
        (key, value)
        for key, value in new.items()
        if value not in {old.get(key), repr(None)}
        and (others.get(key) == old.get(key) or not value.startswith(("[", "{")))
    }


def data_of(content: bytes) -> dict[str, str]:
    """The entries at the top of a file, each as Python shows it; none if it cannot be read."""
    found = parse(PATH, content)
    data = found.data if isinstance(found, Document) else {}
    return {key: repr(value) for key, value in data.items()}


def rows(content: bytes) -> set[bytes]:
    """The lines of a version, however they end, and whatever mark one begins with."""
    text = content.replace(b"\xef\xbb\xbf", b"")
    return {line.rstrip(b"\r") for line in text.split(b"\n")}
