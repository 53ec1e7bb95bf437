"""A record refers to something that does not exist.

Every id in a record must lead somewhere: a policy, a region, a source to a file; a status, a
role, a standing to a line of `gsca.yaml`; a step to a track; a cohort to its region. An id with a
typo would silently drop a city out of a report.

Wrong: `policies: {clean-ar: }`
Right: `policies: {clean-air: }`
To fix it: take the id that is suggested, or add the record that is missing.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.dangling.missing import Vocabulary, missing
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.checks.missing_source import NEED_NONE
from gsca_cli.findings import Location, ReplaceText, Severity

_MOST_RELATED = 10


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Every reference that leads nowhere, beside the others that miss the same thing."""
    together: dict[tuple[Vocabulary, str], list[Location]] = {}
    found = list(missing(alliance))
    if not found:
        return
    # As a rule there is none, and whoever has none is spared what finds the words.
    from gsca_cli.alliance.dangling.no_such_id import NoSuchId  # noqa: PLC0415
    from gsca_cli.alliance.dangling.outdented_ids import outdented_ids  # noqa: PLC0415

    for each in found:
        together.setdefault((each.vocabulary, each.reference.id), []).append(each.location)
    wording = NoSuchId(alliance, NEED_NONE)
    runs = list(outdented_ids(alliance, found))
    for run, document in runs:
        where, related = run.at(document)
        yield Problem(where, run.message, run.hint, related=(related,))
    for each in found:
        if any(run.holds(each.reference, document) for run, document in runs):
            continue
        places = together[each.vocabulary, each.reference.id]
        hint, meant = wording.cure(each, len(places))
        yield Problem(
            each.location,
            wording.message(each) + _in_all(places),
            hint,
            related=tuple(
                (place, "also referred to here") for place in _others(places, each.location)
            ),
            mend=ReplaceText(each.location, each.reference.id, meant) if meant else None,
        )


def _others(places: Sequence[Location], own: Location) -> Iterator[Location]:
    return islice((place for place in places if place != own), _MOST_RELATED)


def _in_all(places: Sequence[Location]) -> str:
    """How many places name it, where not all of them can be shown."""
    more = len(places) > 1 + _MOST_RELATED
    return f"; {len(places):,} places refer to it" if more else ""


CHECK = Check("unknown-reference", Severity.ERROR, judge=judge)
