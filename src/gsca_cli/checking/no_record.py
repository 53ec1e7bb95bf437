"""Findings on what stands where a record should, and is none."""

from gsca_cli.findings import Finding, Location, RenameFile, Severity
from gsca_cli.snapshots.repository import MARKER, Stray, is_hidden
from gsca_cli.snapshots.snapshot import Nature, StoredFile


def no_settings() -> Finding:
    """The root of the alliance has no file of settings."""
    message = f"there is no file {MARKER}, which marks the root and holds what all share"
    hint = "make one; a line such as `name: My alliance` will do"
    return Finding("not-a-record", Severity.ERROR, Location(MARKER), message, hint)


def not_a_file(file: StoredFile) -> Finding:
    """A link, a device, a folder that nobody may read."""
    match file.nature:
        case Nature.LINK:
            return _finding("link", file, "put the record itself here; gsca follows no links")
        case Nature.UNREADABLE:
            return _finding("unreadable-file", file, "make it readable, or delete it")
        case _:
            return _finding("special-file", file, "put a record here, or delete this")


def stray_file(stray: Stray) -> Finding:
    """A file under `data/` whose name or place is that of no record."""
    severity = Severity.NOTICE if is_hidden(stray.path) else Severity.ERROR
    mend = RenameFile(stray.right_path) if stray.right_path else None
    where = Location(stray.path)
    return Finding(stray.code, severity, where, stray.message, stray.hint, mend=mend)


def unreadable_file(path: str, error: OSError) -> Finding:
    """A file that the system does not let us read."""
    message = f"the file cannot be read: {error.strerror or error}"
    hint = "make it readable, or delete it"
    return Finding("unreadable-file", Severity.ERROR, Location(path), message, hint)


def _finding(code: str, file: StoredFile, hint: str) -> Finding:
    message = f"this is a {file.nature}, not a file"
    return Finding(code, Severity.ERROR, Location(file.path), message, hint)
