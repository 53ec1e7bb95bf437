"""An id is not in the form that every file system, link and YAML reader keeps.

The file name of a record is its id. It is written in links, on the command line and as a key in
other files, so it holds only small letters, digits and single hyphens, begins with a letter, and
is not a word that YAML reads as something else or that Windows keeps for a device.

Wrong: `data/cities/New_York.yaml`, `data/cities/no.yaml`
Right: `data/cities/new-york.yaml`
To fix it: rename the file, and the id in the records that refer to it.
"""

import re
from collections.abc import Iterator

from gsca_cli.alliance.entry import Entry
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Severity
from gsca_cli.records.settings import Settings
from gsca_cli.records.track import Track
from gsca_cli.records.values import ID_PATTERN

_WELL_FORMED = re.compile(ID_PATTERN + r"\Z").match
_READ_AS_SOMETHING_ELSE = frozenset(("no", "n", "yes", "y", "on", "off", "true", "false", "null"))
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\Z").match


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The id of the record, and those that it gives to others."""
    if reason := why_malformed(entry.id):
        yield Problem((), f"the file name gives the id `{entry.id}`, which {reason}", _HINT)
    record = entry.record
    if isinstance(record, Settings):
        for name in ("statuses", "roles", "standings"):
            for index, word in enumerate(getattr(record, name)):
                yield from _inner((name, index, "id"), word.id)
    if isinstance(record, Track):
        for name in ("phases", "steps"):
            for index, rung in enumerate(getattr(record, name)):
                yield from _inner((name, index, "id"), rung.id)
    for name in getattr(record, "cohorts", {}):
        yield from _inner(("cohorts", name), name, key_place=True)


_HINT = "use small letters, digits and single hyphens, as in `new-york`"


def _inner(route: tuple[str | int, ...], key: str, *, key_place: bool = False) -> Iterator[Problem]:
    if reason := why_malformed(key):
        yield Problem(route, f"the id `{key}` {reason}", _HINT, key=key_place)


def why_malformed(key: str) -> str:
    """What is wrong with an id; nothing if it is well-formed."""
    if not _WELL_FORMED(key):
        return "is not made of small letters, digits and single hyphens"
    if key in _READ_AS_SOMETHING_ELSE:
        return "is a word that YAML reads as something else"
    if _WINDOWS_DEVICES(key):
        return "is a name that Windows keeps for a device"
    return ""


CHECK = Check("malformed-id", Severity.ERROR, look=look)
