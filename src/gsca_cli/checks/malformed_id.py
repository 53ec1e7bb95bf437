"""An id is not in the form that every file system, link and YAML reader keeps.

The file name of a record is its id. It is written in links, on the command line and as a key in
other files, so it holds only small letters, digits and single hyphens, begins with a letter, and
is not a word that YAML reads as something else or that Windows keeps for a device. Letters that
only look like plain ones (full-width, Cyrillic, Greek) make another id, which nobody can type.

Wrong: `data/cities/New_York.yaml`, `data/cities/no.yaml`
Right: `data/cities/new-york.yaml`
To fix it: rename the file, and the id in the records that refer to it.
"""

import re
from collections.abc import Iterator
from datetime import date

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.plain_id import is_full_width, look_alike, plain_id, script
from gsca_cli.checks.check import Check, Context, Problem, unless
from gsca_cli.findings import Severity, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.ids import ID_PATTERN
from gsca_cli.snapshots.portable import is_device

_WELL_FORMED = re.compile(ID_PATTERN + r"\Z").match
_LONGEST_WORD = len("conout$")
"""No word that YAML or Windows has for itself is longer."""
_LISTS = {
    Kind.ALLIANCE: ("statuses", "roles", "standings"),
    Kind.TRACK: ("phases", "steps"),
}
"""The lists of a record whose items have ids."""
_READ_AS_SOMETHING_ELSE = frozenset(("no", "n", "yes", "y", "on", "off", "true", "false", "null"))


def look(entry: Entry, _: Context) -> Iterator[Problem]:
    """The id of the record, and those that it gives to others."""
    if reason := why_malformed(entry.id):
        message = f"the file name gives the id {shown(entry.id)}, which {reason}"
        yield Problem((), message, _hint(entry.id, "rename it to"))
    for name in _LISTS.get(entry.kind, ()):
        for index, word in enumerate(getattr(entry.record, name)):
            yield from _inner((name, index, "id"), word.id)
    for name in getattr(entry.record, "cohorts", {}):
        yield from _inner(("cohorts", name), name, key_place=True)


def _inner(route: tuple[str | int, ...], key: str, *, key_place: bool = False) -> Iterator[Problem]:
    if reason := why_malformed(key):
        yield Problem(route, f"the id {shown(key)} {reason}", _hint(key, "write"), key=key_place)


def _hint(key: str, wish: str) -> str:
    """The id in plain letters, ready to be used, or how to make one."""
    if _WELL_FORMED(key):
        return "add a word to it, as in `new-york`"
    plain = plain_id(key)
    if plain and not why_malformed(plain):
        return f"{wish} `{plain}`"
    return "use small letters, digits and single hyphens, as in `new-york`"


def why_malformed(key: str) -> str:
    """What is wrong with an id; nothing if it is well-formed."""
    if not _WELL_FORMED(key):
        if is_full_width(key):
            return "is written with full-width letters or digits"
        if letter := look_alike(key):
            return f"holds `{letter}`, a {script(letter)} letter that only looks like a Latin one"
        return "is not made of small letters, digits and single hyphens"
    if len(key) > _LONGEST_WORD:
        return ""
    if key in _READ_AS_SOMETHING_ELSE:
        return "is a word that YAML reads as something else"
    if is_device(key):
        return "is a name that Windows keeps for a device"
    return ""


def finds_from(glance: Glance, _: Context) -> date:
    """A record whose id is well-formed, and those that it gives to others."""
    brief, values = glance.brief, glance.values
    if brief.kind not in _LISTS and "cohorts" not in values:
        # Nearly all records give none.
        return unless(not why_malformed(brief.id))
    words = [word["id"] for name in _LISTS.get(brief.kind, ()) for word in values.get(name, ())]
    return unless(not any(map(why_malformed, (brief.id, *words, *values.get("cohorts", ())))))


CHECK = Check("malformed-id", Severity.ERROR, look=look, finds_from=finds_from)
