"""What became of the findings between the two moments of a comparison."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from gsca_cli.alliance.settings import SILENT
from gsca_cli.analysis.changes.change import RecordChanges, What
from gsca_cli.analysis.changes.dangling import Dangling, dangling
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff
from gsca_cli.analysis.identity.moved_files import moved_files, other_ids, other_paths
from gsca_cli.checks import uncited_source
from gsca_cli.findings import Allowed, Finding
from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds
from gsca_cli.triage.fingerprints import in_its_place, reader
from gsca_cli.triage.turned import Found, turned


def with_findings(diff: Diff, sides: Sides, ids: NewIds, before: Found, after: Found) -> Diff:
    """The figures of a comparison, with what became of the findings; `ids` are new in it."""
    records = [record for group in diff.groups for record in group.records]
    moved = moved_files(sides.before.alliance, sides.after.alliance)
    ids = NewIds({**ids.now, **other_ids(moved)})
    found = turned(_in_their_places(before, other_paths(moved)), after, reader(ids))
    lost, introduced = dangling(sides, records, found.introduced)
    silent = _silenced(sides)
    went = [each for each in found.cured if _is_cured(each, records, lost)]
    return replace(
        diff,
        is_checked=True,
        dangling=lost,
        introduced=introduced,
        allowed=tuple(found.allowed),
        disallowed=tuple(found.disallowed),
        silenced=tuple(each for each in went if each.code in silent),
        cured=tuple(each for each in went if each.code not in silent),
    )


def findings_within(diff: Diff, sides: Sides, ids: Collection[str]) -> Diff:
    """The figures, with the findings in the files of a region and its cities alone.

    `ids` are all that the region has or had.
    """
    keys = {
        brief.path: brief.key
        for alliance in (sides.before.alliance, sides.after.alliance)
        for brief in (
            *(city for region in ids for city, _ in alliance.members(region)),
            *(alliance.regions[region] for region in ids if region in alliance.regions),
        )
    }

    def here(found: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(each for each in found if each.location.path in keys)

    def allowed_here(found: Iterable[Allowed]) -> tuple[Allowed, ...]:
        return tuple(each for each in found if each.finding.location.path in keys)

    lost = []
    for each in diff.dangling:
        if findings := here(each.findings):
            records = dict.fromkeys(keys[finding.location.path] for finding in findings)
            lost.append(replace(each, records=tuple(records), findings=findings))
    return replace(
        diff,
        dangling=tuple(lost),
        introduced=here(diff.introduced),
        cured=here(diff.cured),
        silenced=here(diff.silenced),
        allowed=allowed_here(diff.allowed),
        disallowed=allowed_here(diff.disallowed),
    )


def _in_their_places(found: Found, paths: Mapping[str, str]) -> Found:
    """What was found before, in the files that hold the records now."""
    if not paths:
        return found
    allowed = [each._replace(finding=in_its_place(each.finding, paths)) for each in found.allowed]
    findings = [in_its_place(each, paths) for each in found.findings]
    return found._replace(findings=findings, allowed=allowed)


def _is_cured(finding: Finding, records: Sequence[RecordChanges], lost: Sequence[Dangling]) -> bool:
    """Was something mended, rather than deleted with all of its record, or looked at no more?"""
    if any(each.what is What.REMOVED and each.path == finding.location.path for each in records):
        return False
    # While a citation leads nowhere, nobody knows which sources are cited.
    is_unsure = any(each.target == Kind.SOURCE for each in lost)
    return not (is_unsure and finding.code == uncited_source.CHECK.code)


def _silenced(sides: Sides) -> Collection[str]:
    """The codes that `gsca.yaml` silences now, and did not before."""
    before, after = (each.alliance.settings.checks for each in (sides.before, sides.after))
    return {code for code, said in after.items() if said == SILENT != before.get(code)}
