"""An edit as a unified diff, which `git apply` takes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import unified_diff
from typing import Final

from gsca_cli.findings import UNSEEN
from gsca_cli.snapshots.changes import FileChange

NOWHERE: Final = "/dev/null"
_NO_NEWLINE: Final = "\\ No newline at end of file\n"
# The mark that a file may begin with stays, for `git apply` wants every line as it is.
_STEERS: Final = re.compile(rf"(?!(?<=^[-+ ])\ufeff)[{UNSEEN}]", re.MULTILINE)


def render_diff(changes: Sequence[FileChange], moved: Mapping[str, str] | None = None) -> str:
    """What each file loses and gets, line by line; what would steer a terminal shows as a code.

    `moved` tells of each file that gets another path which one it was.
    """
    at = {change.path: change for change in changes}
    pairs = {new: at[old].before for new, old in (moved or {}).items()}
    left = set((moved or {}).values())
    lines: list[str] = []
    for change in changes:
        if change.path in pairs:
            lines += _moved(replace(change, before=pairs[change.path]), (moved or {})[change.path])
        elif change.path not in left:
            lines += _lines(change, change.path)
    return _STEERS.sub(lambda found: _code(ord(found[0])), "".join(lines))


def _code(letter: int) -> str:
    return f"\\x{letter:02x}" if letter <= 0xFF else f"\\u{letter:04x}"  # noqa: PLR2004 (two digits)


def _moved(change: FileChange, old: str) -> Iterator[str]:
    """A file that changes its path, as git writes it."""
    yield f"diff --git a/{old} b/{change.path}\n"
    yield f"rename from {old}\nrename to {change.path}\n"
    yield from _lines(change, old)


def _lines(change: FileChange, path: str) -> Iterator[str]:
    before, after = _rows(change.before), _rows(change.after)
    old = NOWHERE if change.before is None else f"a/{path}"
    new = NOWHERE if change.after is None else f"b/{change.path}"
    for line in unified_diff(before, after, old, new):
        yield line
        if not line.endswith("\n"):
            yield f"\n{_NO_NEWLINE}"


def _rows(content: bytes | None) -> list[str]:
    """The lines of a file, each with its break: only LF ends one."""
    text = (content or b"").decode("utf-8", "backslashreplace")
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)
