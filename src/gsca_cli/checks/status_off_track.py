"""A step has a status that its track does not use.

A track may name the statuses that it uses, where it needs fewer than `gsca.yaml` defines. Another
one is a slip, or the list of the track is too short.

Wrong: `plan: not-applicable`, on a track with `statuses: [completed, in-progress, unknown]`
Right: `plan: in-progress`
To fix it: take one of the statuses of the track, or add this one to them.
"""

from collections.abc import Collection, Iterator, Mapping

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.ladders import Ladders, Walker, places
from gsca_cli.alliance.suggestions import Suggestions, enumerated
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Route, Severity, shown


def judge(alliance: Alliance, context: Context) -> Iterator[Problem]:
    """Every step of every city and region, against the statuses of the track that has it."""
    if not context.settings_known:
        return
    ladders = Ladders(alliance)
    used = _used(ladders)
    if not used:
        return
    suggestions = Suggestions()
    named_by: dict[str, Location] = {}
    for walker in ladders.walkers():
        off = list(_off_track(ladders, walker, used))
        placed = walker.places if off else {}
        for route, status, track in off:
            statuses = alliance.tracks[track].statuses
            if track not in named_by:
                named_by[track] = places(alliance.tracks[track])["statuses", 0]
            yield Problem(
                placed[route],
                f"`{track}` does not use the status {shown(status)}",
                suggestions.before(f"it uses {enumerated(statuses)}", status, statuses, track),
                related=((named_by[track], f"the statuses of {track}"),),
            )


def _used(ladders: Ladders) -> Mapping[str, Collection[str]]:
    """The statuses of each track that names some; one that is unknown is a finding of its own."""
    return {
        track.id: frozenset(track.statuses)
        for track in ladders.alliance.tracks.values()
        if track.statuses and ladders.classes.keys() >= set(track.statuses)
    }


def _off_track(
    ladders: Ladders, walker: Walker, used: Mapping[str, Collection[str]]
) -> Iterator[tuple[Route, str, str]]:
    """The statuses that no track with their step uses: each with its route and such a track."""
    rungs = ladders.rungs[walker.brief.kind]
    for route, steps, states in walker.groups():
        for step, state in zip(steps, states, strict=True):
            tracks = rungs.get(step)
            status = state.status
            if not tracks or not status or status not in ladders.classes:
                continue
            if all(track in used and status not in used[track] for track in tracks):
                yield (*route, step, "status"), status, min(tracks)


CHECK = Check("status-off-track", Severity.ERROR, judge=judge)
