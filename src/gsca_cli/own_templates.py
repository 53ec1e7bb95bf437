"""The templates that a repository brings: as text, and why some of them cannot be used."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from gsca_cli.documents.decode import decode_template
from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.snapshots.repository import TEMPLATES
from gsca_cli.snapshots.snapshot import Nature, Snapshot, StoredFile

_DEPTH = 2
"""The folder and the name: folders below are not searched."""


def own_templates(
    snapshot: Snapshot, files: Iterable[StoredFile]
) -> tuple[Mapping[str, str], list[Finding]]:
    """The text of every `templates/*.j2` by name, and what is wrong with those that have none.

    They are looked for among some files of the snapshot: whoever has listed them need not again.
    """
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for file in files:
        path = PurePosixPath(file.path)
        if path.parts[0] != TEMPLATES or (file.nature is Nature.FILE and not _is_one(path)):
            continue
        text = _text(snapshot, file)
        if isinstance(text, str):
            texts[path.name] = text
        else:
            findings += text
    return texts, findings


def _is_one(path: PurePosixPath) -> bool:
    return len(path.parts) == _DEPTH and path.suffix == ".j2"


def _text(snapshot: Snapshot, file: StoredFile) -> str | list[Finding]:
    """The text of a template, or why it has none."""
    if file.nature is Nature.LINK:
        hint = "put the template itself here; gsca follows no links"
        return _refused("link", file, f"this is a {file.nature}, not a template", hint)
    if file.nature is Nature.UNREADABLE:
        hint = "make it readable, or delete it"
        return _refused("unreadable-file", file, f"this is a {file.nature}", hint)
    if file.nature is not Nature.FILE:
        hint = "put a template here, or delete this"
        return _refused("special-file", file, f"this is a {file.nature}, not a template", hint)
    try:
        return decode_template(file.path, snapshot.read(file.path))
    except OSError as error:
        message = f"the template cannot be read: {error.strerror or error}"
        return _refused("unreadable-file", file, message, "make it readable, or delete it")


def _refused(code: str, file: StoredFile, message: str, hint: str) -> list[Finding]:
    return [Finding(code, Severity.ERROR, Location(file.path), message, hint)]
