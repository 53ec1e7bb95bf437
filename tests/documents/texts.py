"""How the tests of this folder read a text."""

from gsca_cli.documents.document import Document
from gsca_cli.documents.events import Reader
from gsca_cli.documents.parse import parse

PATH = "data/cities/x.yaml"


def read(text: str | bytes, reader: Reader | None = None) -> Document:
    """The document of a text that must be accepted."""
    document = parse(PATH, text if isinstance(text, bytes) else text.encode(), reader)
    assert isinstance(document, Document), document
    return document


def refused(text: str | bytes, reader: Reader | None = None) -> list[str]:
    """Why and where a text is refused: `line:column-end code`, one for each finding."""
    found = parse(PATH, text if isinstance(text, bytes) else text.encode(), reader)
    assert not isinstance(found, Document), found
    return [
        f"{each.location.line}:{each.location.column}-{each.location.end_column} {each.code}"
        for each in found
    ]
