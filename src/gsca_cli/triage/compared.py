"""What became of the findings between the two moments of a comparison."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from gsca_cli.analysis.changes.change import RecordChanges, What
from gsca_cli.analysis.changes.dangling import Dangling, dangling
from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.diff import Diff
from gsca_cli.checks import uncited_source
from gsca_cli.findings import Allowed, Finding
from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds
from gsca_cli.records.settings import SILENT
from gsca_cli.triage.turned import Found, turned

_WORD = re.compile(r"[\w-]+")


def with_findings(diff: Diff, sides: Sides, ids: NewIds, before: Found, after: Found) -> Diff:
    """The figures of a comparison, with what became of the findings; `ids` are new in it."""
    records = [record for group in diff.groups for record in group.records]
    found = turned(_moved(before, sides, records), after, _reader(ids))
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


def _reader(ids: NewIds) -> Callable[[str], str]:
    """Reads lines so that the ids of one record, that before and that now, are the same word."""
    alike: dict[str, set[str]] = {}
    for (_, old), new in ids.now.items():
        # Records of several kinds may have had one id.
        same = alike.get(old, {old}) | alike.get(new, {new})
        alike |= dict.fromkeys(same, same)
    words = {word: min(same) for word, same in alike.items()}
    return lambda line: _WORD.sub(lambda word: words.get(word[0], word[0]), line)


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


def _moved(found: Found, sides: Sides, records: Sequence[RecordChanges]) -> Found:
    """What was found, where the records stand now that have another id."""
    before = sides.before.alliance
    paths = {before.of(each.kind)[each.former].path: each.path for each in records if each.former}
    if not paths:
        return found

    def moved(finding: Finding) -> Finding:
        at = finding.location
        return finding._replace(location=at._replace(path=paths.get(at.path, at.path)))

    allowed = [each._replace(finding=moved(each.finding)) for each in found.allowed]
    return Found([*map(moved, found.findings)], allowed)


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
