"""A record refers to something that does not exist.

Every id in a record must lead somewhere: a policy, a region, a source to a file; a status, a
role, a standing to a line of `gsca.yaml`; a step to a track; a cohort to its region. An id with a
typo would silently drop a city out of a report.

Wrong: `policies: {clean-ar: }`
Right: `policies: {clean-air: }`
To fix it: take the id that is suggested, or add the record that is missing.
"""

from collections.abc import Collection, Iterator

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.nearest import did_you_mean
from gsca_cli.alliance.references import Reference
from gsca_cli.alliance.vocabulary import valid_ids
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Severity, shown
from gsca_cli.kinds import Kind

_MOST_LISTED = 12
_MOST_SUGGESTED = 100


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every reference of every record, against the ids that it may name."""
    suggested = 0
    for brief in alliance.everything():
        for reference in brief.references:
            valid = valid_ids(alliance, brief, reference)
            if valid is not None and reference.id not in valid:
                # To look for the nearest name takes time: not for thousands of mistakes.
                suggested += 1
                meant = did_you_mean(reference.id, valid) if suggested <= _MOST_SUGGESTED else ""
                yield Problem(
                    reference.location,
                    f"no {_called(alliance, reference)} {shown(reference.id)}{meant}",
                    _hint(alliance, reference, valid),
                )


def _called(alliance: Alliance, reference: Reference) -> str:
    if reference.target == "cohort":
        return f"cohort of {reference.route[-2]}"
    if reference.target == "track" and reference.id in alliance.tracks:
        return "track that cities walk"
    return reference.target


def _hint(alliance: Alliance, reference: Reference, valid: Collection[str]) -> str:
    former = [
        each.id
        for kind, briefs in alliance.briefs.items()
        for each in briefs.values()
        if kind == reference.target and reference.id in each.former_ids
    ]
    if former:
        return f"it is called `{former[0]}` now"
    if not valid:
        return f"there is no {_called(alliance, reference)} at all yet"
    if len(valid) > _MOST_LISTED and reference.target in set(Kind):
        return f"`gsca list {Kind(reference.target).plural}` shows all {len(valid)}"
    return f"there are: {', '.join(sorted(set(valid)))}"


CHECK = Check("unknown-reference", Severity.ERROR, judge=judge)
