"""What a change took away though records still name it: told once, not at each place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gsca_cli.alliance.missing import missing
from gsca_cli.alliance.vocabulary import valid_ids
from gsca_cli.analysis.changes.change import RecordChanges
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.findings import Finding, Location
from gsca_cli.kinds import Kind

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
    lost = dict(_lost(sides))
    groups: dict[Gone, list[Finding]] = {}
    rest: list[Finding] = []
    for finding in introduced:
        gone = lost.get(finding.location) if finding.code == _CODE else None
        (groups.setdefault(gone, []) if gone else rest).append(finding)
    changed = {(str(each.kind), each.former or each.id): each for each in changes}
    keys = {brief.path: brief.key for brief in sides.after.alliance.everything()}
    told = (_dangling(gone, changed.get(gone), found, keys) for gone, found in groups.items())
    return tuple(told), tuple(rest)


def _lost(sides: Sides) -> Iterator[tuple[Location, Gone]]:
    """The places that name nothing now, and named something before."""
    before, after = sides.before.alliance, sides.after.alliance
    briefs = {brief.path: brief for brief in after.everything()}
    for each in missing(after):
        reference = each.reference
        valid = valid_ids(before, briefs[reference.path], reference)
        if valid is not None and reference.id in valid:
            yield reference.location, (reference.target, reference.id)


def _dangling(
    gone: Gone, change: RecordChanges | None, found: Iterable[Finding], keys: Mapping[str, str]
) -> Dangling:
    cure = _cure(gone, change)
    # The nearest of the other ids is another record; and it is known which one was meant.
    findings = tuple(finding._replace(hint=cure, mend=None) for finding in found)
    records = dict.fromkeys(keys[finding.location.path] for finding in findings)
    now = change.id if change and change.former else ""
    return Dangling(*gone, now, cure, tuple(records), findings)


def _cure(gone: Gone, change: RecordChanges | None) -> str:
    target, key = gone
    if change and change.former:
        ids = "" if change.is_announced else f"add `former_ids: [{key}]` to `{change.path}`, and "
        return f"{ids}let `gsca fix` write `{change.id}` in its place"
    back = f"bring back `{change.path}`" if change else "bring it back"
    citations = "these citations" if target == Kind.SOURCE else "what names it"
    return f"{back}, or change or remove {citations}"
