import pytest
from documents.texts import PATH

from gsca_cli.documents.events import Reader, libyaml_reader, ruamel_reader
from gsca_cli.documents.parse import parse

MOVE = "one file holds one record: move it to a file of its own"
READERS = pytest.mark.parametrize("reader", [libyaml_reader(), ruamel_reader()], ids=["c", "py"])


@READERS
@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a: b\n---\n", 2, "delete the line"),
        ("a: b\r\n---", 2, "delete the line"),
        ("---\na: b\n---\n\n# c\n", 3, "delete the line"),
        ("a: b\n--- # c\n---\n", 2, "delete the line"),
        ("---\n# c\n---\na: b\n", 3, "delete the line"),
        ("a: b\n---\nc: d\n", 2, MOVE),
        ("a: b\n--- c\n", 2, MOVE),
    ],
)
def test_a_line_of_dashes_that_parts_nothing_is_to_be_deleted(
    reader: Reader, text: str, line: int, hint: str
) -> None:
    found = parse(PATH, text.encode(), reader)
    assert isinstance(found, list)
    assert [(each.code, each.location.line, each.hint) for each in found] == [
        ("several-documents", line, hint)
    ]
