"""A result that goes to a file of the user's, and never over a record or a template."""

from collections.abc import Iterable
from pathlib import Path

from gsca_cli.cli.whole_file import write_file
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.findings import shown
from gsca_cli.snapshots.repository import find_root, holds_records, is_template


def write_result(pieces: Iterable[str], output: str) -> None:
    """Write a result to a file, whole or not at all.

    Raises:
        UsageError: a record or a template stands there, or should.
        CannotRunError: the file cannot be written.
    """
    path = Path(output)
    if kept := _kept_for(path):
        message = f"--output {shown(output)}: {kept} there; give another file"
        raise UsageError(message)
    write_file("".join(pieces).encode("utf-8", "backslashreplace"), path)


def _kept_for(path: Path) -> str:
    """What stands at a place in an alliance, if no result may; nothing if one may."""
    # Links lead where the file is written in the end.
    real = path.resolve()
    try:
        within = real.relative_to(find_root(real.parent)).as_posix()
    except CannotRunError:
        return ""
    if holds_records(within):
        return "records stand"
    return "templates stand" if is_template(within) else ""
