"""What a merge takes, and what it falls back on."""

import pytest
from documents.merging.plain import PLAIN
from editing.merged import job

from gsca_cli.documents.merge import ByLines, Merged, merge, undisputed
from gsca_cli.documents.merging import carrying
from gsca_cli.documents.merging.versions import Side, Versions


def merged(base: str, ours: str, theirs: str) -> Merged:
    given = job(base.encode(), ours.encode(), theirs.encode())
    return merge(given, given.lines(given.contents), PLAIN)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        (b"1", b"2", b"1", b"2"),
        (b"1", b"1", b"2", b"2"),
        (b"1", b"2", b"2", b"2"),
        (b"1", b"2", b"3", None),
        (b"", b"2", b"", b"2"),
    ],
)
def test_what_only_one_side_changed_is_undisputed(
    base: bytes, ours: bytes, theirs: bytes, wanted: bytes | None
) -> None:
    assert undisputed(Versions(base, ours, theirs)) == wanted


@pytest.mark.parametrize("mistake", ["a: [\n", "- a\n", "a: 1\na: 2\n"])
@pytest.mark.parametrize("side", Side)
def test_only_the_lines_are_merged_where_a_side_has_a_mistake(mistake: str, side: Side) -> None:
    given = [mistake if each is side else f"b: {each.value}\n" for each in Side]
    found = merged(*given)
    assert found.side is side
    assert found.unread
    base, ours, theirs = (each.encode() for each in given)
    wanted = job(base, ours, theirs)
    assert ByLines(found.content, found.is_clean) == wanted.lines(wanted.contents)


def test_a_text_that_lines_merge_to_is_taken_if_it_says_the_same() -> None:
    base = "a:   1\nb: 2 # x\n\n\nc: [ 3 ]\n"
    found = merged(base, base.replace("1", "one"), base.replace("3", "three"))
    assert found == Merged(base.replace("1", "one").replace("3", "three").encode(), is_clean=True)


TWICE = [
    f"a: 1\n{mine}b: 2\nc: 3\nd: 4\ne: 5\n{other}"
    for mine, other in (("", ""), ("x: 1\n", ""), ("", "x: 1\n"))
]


def test_a_text_that_lines_merge_to_is_not_taken_if_it_says_something_twice() -> None:
    base, ours, theirs = (each.encode() for each in TWICE)
    given = job(base, ours, theirs)
    by_lines = given.lines(given.contents)
    assert (by_lines.is_clean, by_lines.content.count(b"x: 1\n")) == (True, 2)
    found = merged(*TWICE)
    assert (found.is_clean, found.content.count(b"x: 1\n")) == (True, 1)


def test_where_texts_cannot_be_brought_to_it_all_that_differs_is_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(carrying, "MOST_WORK", 0)
    found = merged(*TWICE)
    assert not found.is_clean
    assert found.reason == "the file is too large for so many changes"
    assert found.content.count(b"x: 1\n") == 2
    assert found.content.count(b"<<<<<<< ours\n") == 2
    assert found.line == 2


def test_where_texts_cannot_be_brought_to_it_the_markers_of_the_lines_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(carrying, "MOST_WORK", 0)
    found = merged("a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 3\nb: 2\n")
    assert found.content == b"<<<<<<< ours\na: 2\nb: 1\n=======\na: 3\nb: 2\n>>>>>>> theirs\n"
    assert [(each.conflict.route, each.line) for each in found.conflicts] == [(("a",), 2)]


def test_a_text_of_many_lines_is_in_conflict_though_its_lines_are_not() -> None:
    base = "a: |\n" + "".join(f"  {n}\n" for n in range(9))
    found = merged(base, base.replace("0", "zero"), base.replace("8", "eight"))
    assert not found.is_clean
    assert [(each.conflict.route, each.line) for each in found.conflicts] == [(("a",), 1)]
    assert {b"  zero", b"  0", b"  8", b"  eight"} <= set(found.content.split(b"\n"))
