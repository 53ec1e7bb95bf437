"""A text that a comma or a colon has cut up, put together again in quotes."""

from collections.abc import Collection
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.documents.rewrite import same
from gsca_cli.findings import PutTogether, Route, in_single_quotes


def rejoined(document: Document, mend: PutTogether) -> Document | None:
    """The document with the text in quotes; None if that would say anything else."""
    at = mend.at
    if at.line > len(document.lines):
        return None
    line = document.lines[at.line - 1]
    before, written, after = (
        line[: at.column - 1],
        line[at.column - 1 : at.end_column - 1],
        line[at.end_column - 1 :],
    )
    if written != mend.text:
        return None
    lines = [*document.lines]
    lines[at.line - 1] = f"{before}{in_single_quotes(written)}{after}"
    made = parse(document.path, "\n".join(lines).encode())
    wanted = _without(document.data, mend.route, set(mend.pieces), mend.text)
    return made if isinstance(made, Document) and same(made.data, wanted) else None


def _without(data: Any, route: Route, pieces: Collection[str], text: str) -> Any:
    """The data with the text at its route, and the pieces beside it gone."""
    if not route:
        return text
    part, rest = route[0], route[1:]
    gone = () if rest else pieces
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if key not in gone}
        return {**kept, part: _without(data.get(part), rest, pieces, text)}
    if isinstance(data, list):
        return [
            _without(each, rest, pieces, text) if index == part else each
            for index, each in enumerate(data)
        ]
    return data
