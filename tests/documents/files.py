"""The files that the laws of edits are tried on: all of this repository that the reader accepts."""

from pathlib import Path

from gsca import ROOT

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse

_FOLDERS = ("data", "tests/alliances", "tests/corpus")


def document_of(path: Path) -> Document:
    """The document of a file that is accepted."""
    found = parse(path.relative_to(ROOT).as_posix(), path.read_bytes())
    assert isinstance(found, Document)
    return found


FILES = [
    path
    for folder in _FOLDERS
    for path in sorted((ROOT / folder).rglob("*.y*ml"))
    if isinstance(parse(path.name, path.read_bytes()), Document)
]


def name_of(path: Path) -> str:
    """What a test of a file is called."""
    return path.relative_to(ROOT).as_posix()
