"""What a change took away though records still name it: told once, not at each place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.dangling.missing import missing
from gsca_cli.alliance.vocabulary import valid_ids
from gsca_cli.analysis.changes.change import RecordChanges
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.identity.moved_files import Moved, moved_and_unread
from gsca_cli.findings import Finding, Location
from gsca_cli.kinds import Kind
from gsca_cli.snapshots.repository import RecordPath

_CODE: Final = "unknown-reference"
"""What the check of references reports."""

Gone = tuple[str, str]
"""What something was, a kind of record or a word such as `step`, and the id that it had."""


@dataclass(frozen=True, slots=True)
class Dangling:
    """Something that was there before and is not any more, though records still name it.

    `target` is what it was: a kind of record, or a word of the alliance such as `step`. `now` is
    the id that it has instead. `records` are those that name it, in one or more of the `findings`.
    """

    target: str
    id: str
    now: str
    cure: str
    records: tuple[str, ...]
    findings: tuple[Finding, ...]


def dangling(
    sides: Sides, changes: Iterable[RecordChanges], introduced: Sequence[Finding]
) -> tuple[tuple[Dangling, ...], tuple[Finding, ...]]:
    """What is still named though this change took it away, and the findings on all other things."""
    if all(finding.code != _CODE for finding in introduced):
        return (), tuple(introduced)
    lost = dict(_lost(sides.before.alliance, sides.after.alliance))
    groups: dict[Gone, list[Finding]] = {}
    rest: list[Finding] = []
    for finding in introduced:
        gone = lost.get(finding.location) if finding.code == _CODE else None
        (groups.setdefault(gone, []) if gone else rest).append(finding)
    changed = {(str(each.kind), each.former or each.id): each for each in changes}
    unread = moved_and_unread(sides.before.alliance, sides.after.alliance)
    keys = {brief.path: brief.key for brief in sides.after.alliance.everything()}
    told = (
        _dangling(gone, unread.get(gone) or changed.get(gone), found, keys)
        for gone, found in groups.items()
    )
    return tuple(told), tuple(rest)


def with_cures(
    before: Alliance, after: Alliance, moved: Moved, introduced: Sequence[Finding]
) -> Sequence[Finding]:
    """Findings at their places, with the cure of what is gone instead of the nearest id."""
    if all(finding.code != _CODE for finding in introduced):
        return introduced
    lost = dict(_lost(before, after))
    unread = {place.path for place in after.left_out}
    called = {(str(was.kind), was.id): now for was, now in moved.items() if was.id != now.id}
    renamed = {(str(each.kind), key) for each in after.everything() for key in each.former_ids}

    def cured(finding: Finding) -> Finding:
        gone = lost.get(finding.location) if finding.code == _CODE else None
        if gone is None or gone in renamed:
            return finding
        if now := called.get(gone):
            mending = _read_again(now) if now.path in unread else _announced(gone[1], now)
            cure = f"it is called `{now.id}` now: {mending}"
        else:
            record = before.of(Kind(gone[0])).get(gone[1]) if gone[0] in set(Kind) else None
            cure = f"it was deleted: {_bring_back(gone, record.path if record else '')}"
        return finding._replace(hint=cure, mend=None)

    return [*map(cured, introduced)]


def _lost(before: Alliance, after: Alliance) -> Iterator[tuple[Location, Gone]]:
    """The places that name nothing now, and named something before."""
    briefs = {brief.path: brief for brief in after.everything()}
    for each in missing(after):
        reference = each.reference
        valid = valid_ids(before, briefs[reference.path], reference)
        if valid is not None and reference.id in valid:
            yield reference.location, (reference.target, reference.id)


def _dangling(
    gone: Gone,
    change: RecordChanges | RecordPath | None,
    found: Iterable[Finding],
    keys: Mapping[str, str],
) -> Dangling:
    cure = _cure(gone, change)
    # The nearest of the other ids is another record; and it is known which one was meant.
    findings = tuple(finding._replace(hint=cure, mend=None) for finding in found)
    records = dict.fromkeys(keys[finding.location.path] for finding in findings)
    now = change.id if isinstance(change, RecordPath) or (change and change.former) else ""
    return Dangling(*gone, now, cure, tuple(records), findings)


def _cure(gone: Gone, change: RecordChanges | RecordPath | None) -> str:
    if isinstance(change, RecordPath):
        return _read_again(change)
    if change and change.former:
        place = RecordPath(change.path, change.kind, change.id)
        return _fixed(place) if change.is_announced else _announced(change.former, place)
    return _bring_back(gone, change.path if change else "")


def _announced(former: str, place: RecordPath) -> str:
    """The cure of what got another id without a word."""
    return f"add `former_ids: [{former}]` to `{place.path}`, and {_fixed(place)}"


def _fixed(place: RecordPath) -> str:
    return f"let `gsca fix` write `{place.id}` in its place"


def _read_again(place: RecordPath) -> str:
    """The cure of what has another id, and cannot be read."""
    return f"mend `{place.path}`, and write `{place.id}` in its place"


def _bring_back(gone: Gone, path: str) -> str:
    back = f"bring back `{path}`" if path else "bring it back"
    citations = "these citations" if gone[0] == Kind.SOURCE else "what names it"
    return f"{back}, or change or remove {citations}"
