"""A key and its value in one: for want of a colon between them, or of a space behind it."""

import re
from collections.abc import Collection

from gsca_cli.documents.document import Document
from gsca_cli.findings import Finding, Route, Severity, shown

_GLUED = re.compile(r"(?P<key>[\w-]+)(?P<sign>:?) *(?P<value>[^\s:/].*)").fullmatch


def glued(document: Document, route: Route, fields: Collection[str]) -> Finding | None:
    """What is reported of `{since 2022}` and `{since:2022}`; nothing of any other key."""
    found = _GLUED(str(route[-1]))
    if not found or found["key"] not in fields or document.value(route) is not None:
        return None
    meant = f"{found['key']}: {found['value']}"
    place = document.locate(route, key=True)
    is_quoted = document.source(route, key=True)[:1] in {"'", '"'}
    column = place.column + found.end("key") + is_quoted
    missing = "a space is missing behind this colon"
    if not found["sign"]:
        missing = f"a colon is missing behind {shown(found['key'])}"
    return Finding(
        "unknown-field",
        Severity.ERROR,
        place._replace(column=column, end_column=column + 1),
        missing,
        f"write {shown(meant)}",
    )
