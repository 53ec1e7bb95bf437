from typing import Any

import pytest
from documents.merging.plain import PLAIN
from documents.texts import read

from gsca_cli.documents.merging import carrying
from gsca_cli.documents.merging.carrying import brought
from gsca_cli.documents.rewriting.uneditable import UneditableError

TEXT = """\
# the file
a: 1  # one
b:
  c: x  # ex
  d: z
e:
  - x  # first
  - {id: k, num: 1}  # second
  - z  # third
f:
  - {num: 1}  # no name
  - {num: 2}  # none either
"""
DATA = read(TEXT).data


@pytest.mark.parametrize(
    ("data", "old", "new"),
    [
        (DATA, "", ""),
        (DATA | {"a": 2}, "a: 1 ", "a: 2 "),
        (DATA | {"b": {"d": "z"}}, "  c: x  # ex\n", ""),
        (DATA | {"b": {"c": "x", "num": 1, "d": "z"}}, "  d: z", "  num: 1\n  d: z"),
        (DATA | {"e": [{"id": "k", "num": 1}, "z"]}, "  - x  # first\n", ""),
        (DATA | {"e": ["w", "x", {"id": "k", "num": 1}, "z"]}, "  - x", "  - w\n  - x"),
        (DATA | {"e": ["x", {"id": "k", "num": 2}, "z"]}, "k, num: 1", "k, num: 2"),
        (DATA | {"f": [{"num": 1}, {"num": 3}]}, "{num: 2}", "{num: 3}"),
        (DATA | {"f": [{"num": 2}]}, "  - {num: 1}  # no name\n", ""),
        (DATA | {"f": [{"num": 1}, {"num": 2}, {"num": 2}]}, "either\n", "either\n  - {num: 2}\n"),
        (DATA | {"e": ["q"]}, TEXT[TEXT.index("  - x") : TEXT.index("f:")], "  - q  # first\n"),
    ],
)
def test_only_what_differs_is_written_anew(data: Any, old: str, new: str) -> None:
    after = brought(read(TEXT), data, PLAIN)
    assert after.text == TEXT.replace(old, new, 1)
    assert after.data == data


def test_items_that_change_places_take_no_comment_of_others_with_them() -> None:
    after = brought(read(TEXT), DATA | {"e": ["z", "x", {"id": "k", "num": 1}]}, PLAIN)
    assert "  - z\n  - x  # first\n  - {id: k, num: 1}  # second\n" in after.text


def test_so_many_changes_of_a_large_file_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "MOST_WORK", len(TEXT))
    assert brought(read(TEXT), DATA | {"a": 2}, PLAIN).data == DATA | {"a": 2}
    with pytest.raises(UneditableError, match="too large for so many changes"):
        brought(read(TEXT), DATA | {"a": 2, "b": 1}, PLAIN)
