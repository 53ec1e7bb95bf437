import pytest

from gsca_cli.documents.merging.markers import Picked, picked, side_by_side

TEXT = "a\n<<<<<<< ours\nb\n=======\nc\nd\n>>>>>>> theirs\ne\n"


def test_a_text_with_markers_holds_two_texts_and_knows_their_lines() -> None:
    ours, theirs = picked(TEXT, 7)
    assert ours == Picked("a\nb\ne\n", [1, 3, 8, 9])
    assert theirs == Picked("a\nc\nd\ne\n", [1, 5, 6, 8, 9])
    assert ours.first_gap() == theirs.first_gap() == 2


def test_a_text_without_markers_holds_itself_twice() -> None:
    ours, theirs = picked("a\nb", 7)
    assert ours == theirs == Picked("a\nb", [1, 2])
    assert ours.first_gap() == 0


def test_what_stood_there_before_belongs_to_no_side() -> None:
    text = TEXT.replace("=======\n", "||||||| base\nx\n=======\n")
    assert [each.text for each in picked(text, 7)] == ["a\nb\ne\n", "a\nc\nd\ne\n"]


def test_lines_may_end_with_a_carriage_return() -> None:
    ours, theirs = picked(TEXT.replace("\n", "\r\n"), 7)
    assert (ours.text, theirs.text) == ("a\r\nb\r\ne\r\n", "a\r\nc\r\nd\r\ne\r\n")


@pytest.mark.parametrize(
    "line", ["<<<<<< ours", "<<<<<<<< ours", "<<<<<<<ours", "=======", ">>>>>>> theirs", " <<<<<<<"]
)
def test_a_line_that_can_be_no_marker_is_text(line: str) -> None:
    ours, theirs = picked(f"a\n{line}\nb\n", 7)
    assert ours.text == theirs.text == f"a\n{line}\nb\n"


def test_two_texts_stand_side_by_side() -> None:
    whole = side_by_side(b"a\n", b"b", 3)
    assert whole == b"<<< ours\na\n===\nb\n>>> theirs\n"
    assert [each.text for each in picked(whole.decode(), 3)] == ["a\n", "b\n"]
    assert side_by_side(b"", b"b\n", 3) == b"<<< ours\n===\nb\n>>> theirs\n"
