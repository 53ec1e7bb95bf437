from collections import Counter

import pytest
from documents.texts import read

from gsca_cli.documents.merging.kept import comments_in, comments_to_keep
from gsca_cli.documents.merging.versions import Versions


def test_comments_are_whole_lines_and_what_stands_behind_values() -> None:
    text = "# one two\na: 1 # three\nb: |  # four\n  # no\nc: '# no'\n# one two\n"
    assert comments_in(read(text)) == Counter({"one two": 2, "three": 1, "four": 1})


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        (0, 1, 0, 1),
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (0, 2, 1, 2),
        (1, 1, 1, 1),
        (1, 0, 1, 0),
        (1, 1, 0, 0),
        (2, 1, 0, 0),
        (2, 3, 1, 3),
    ],
)
def test_a_comment_must_stand_as_often_as_a_side_wants_it(
    base: int, ours: int, theirs: int, wanted: int
) -> None:
    versions = Versions(*(read("# c\n" * number + "a: 1\n") for number in (base, ours, theirs)))
    assert comments_to_keep(versions)["c"] == wanted
