"""A city gives a step that is on none of its tracks.

A city walks the tracks of the regions that it belongs to. A step of another track shows in no
report of its region, and does not count towards anything.

Wrong: `steps: {permit: completed}` for a city whose region has a track without that step
Right: `steps: {letter: completed}` for the same city
To fix it: take a step of the city's own track, or add the region whose track has the step.
"""

from collections.abc import Iterator
from itertools import islice

from gsca_cli.alliance.ladders import Ladders, Walker
from gsca_cli.alliance.suggestions import enumerated
from gsca_cli.checks.check import Check, Context, Problem, Steps
from gsca_cli.findings import Location, Severity, shown
from gsca_cli.kinds import Kind

_MOST_RELATED = 10


def follow(ladders: Ladders, steps: Steps, _: Context) -> Iterator[Problem]:
    """Every step of a city, if all tracks could be read."""
    walker = steps.walker
    if walker.brief.kind is not Kind.CITY or not walker.sure or not ladders.all_read:
        return
    off = [
        (route, step)
        for route, steps_there, _ in steps.groups
        for step in ladders.off_track(walker, steps_there)
    ]
    if not off:
        return
    places, related = walker.places, tuple(_related(ladders, walker))
    for route, key in off:
        step, track = shown(key), min(ladders.rungs[Kind.CITY][key])
        if walker.tracks:
            wrong = f"{step} is a step of `{track}`, which this city does not walk"
            own = enumerated(sorted(walker.tracks))
            cure = f"take a step of {own}, or add the region that walks `{track}` under `regions`"
        else:
            wrong = f"{step} is a step of `{track}`, but this city walks no track"
            cure = f"add the region that walks `{track}` under `regions`, or delete the step"
        yield Problem(places[*route, key], wrong, cure, related=related)


def _related(ladders: Ladders, walker: Walker) -> Iterator[tuple[Location, str]]:
    """Where the regions of a city say what they walk."""
    regions = (key for key in walker.memberships if key in ladders.named_by)
    for region in islice(regions, _MOST_RELATED):
        yield ladders.named_by[region], f"the track of {region}"


CHECK = Check("step-off-track", Severity.ERROR, follow=follow)
