"""Bytes to a document, or to findings that say why not."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gsca_cli.documents.build import Abandoned, Builder
from gsca_cli.documents.decode import MOST_REFUSALS, decode
from gsca_cli.documents.document import Document
from gsca_cli.documents.events import Reader, best_reader
from gsca_cli.findings import Finding, Location, Severity

_default_reader = cache(best_reader)
_BEGIN = "a record begins with a line such as `name: Oslo`"


class Attempt(NamedTuple):
    """What could be read of a file, and what is wrong with it."""

    document: Document | None
    findings: list[Finding]


def parse(path: str, content: bytes, reader: Reader | None = None) -> Document | list[Finding]:
    """Read one file: a mapping, as data that knows its lines.

    Whatever the bytes are, this returns; all that is wrong and can be seen is in the findings.
    """
    document, findings = attempt(path, content, reader)
    return document if document and not findings else findings


def attempt(path: str, content: bytes, reader: Reader | None = None) -> Attempt:
    """Read as much of a file as can be read; where nothing can, findings say why."""
    text = decode(path, content)
    if not isinstance(text, str):
        return Attempt(None, text)
    reader = reader or _default_reader()
    builder = Builder(path, reader, text)
    document = None
    try:
        document = builder.document()
    except reader.errors as error:
        # Most files are YAML, and need no words for what is none.
        from gsca_cli.documents.syntax import explain_syntax  # noqa: PLC0415

        builder.findings.append(explain_syntax(path, text, error, builder.quoted))
    except Abandoned:
        pass
    if document is not None and isinstance(document.data, dict):
        return Attempt(document, builder.findings)
    return Attempt(None, builder.findings or list(_no_record(path, document)))


def _no_record(path: str, document: Document | None) -> Iterator[Finding]:
    if document is None or document.data is None:
        yield Finding("not-a-record", Severity.ERROR, Location(path), "the file is empty", _BEGIN)
        return
    if isinstance(document.data, str):
        # Its lines are entries, but for a space or another sign.
        from gsca_cli.documents.no_entries import odd_entries  # noqa: PLC0415 (few files are texts)

        if odd := list(odd_entries(document.lines)):
            yield from (each.finding(path, document.lines) for each in odd[:MOST_REFUSALS])
            return
    message = "the file does not hold `key: value` lines"
    yield Finding("not-a-record", Severity.ERROR, Location(path), message, _BEGIN)
