"""What moved of the states of steps."""

from dataclasses import replace

from gsca_cli.alliance.brief import CityBrief, RegionBrief, SelectionBrief, StateBrief, TrackBrief
from gsca_cli.alliance.settings import Settings
from gsca_cli.alliance.states import StepState, given_state, step_state
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.changes.moves import move
from gsca_cli.analysis.earlier import Earlier
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.moved import Moved, dated


def step_moved(edition: Edition, city: CityBrief, step: str, track: TrackBrief) -> Moved | None:
    """Did a city move on a step of a track, whether it says so or its selections do?"""
    settings, earlier = edition.alliance.settings, edition.earlier
    now = step_state(settings, city, step, track.statuses)
    if earlier:
        then = _step_then(earlier, city, step, track)
        return compared(settings, then, now) if earlier.knows(city) else None
    found = _dated(edition, now)
    if found is None and now.derived and _part_moved(edition, city, step):
        # A part of what it follows from is new; the whole may have been so before.
        found = Moved(What.DATED, after=now.status, perhaps=True)
    return replace(found, derived=now.derived) if found else None


def _step_then(earlier: Earlier, city: CityBrief, step: str, track: TrackBrief) -> StepState:
    then, settings = earlier.city(city.id), earlier.alliance.settings
    if then is None:
        return given_state(settings, None)
    walked = earlier.track(track.id)
    return step_state(settings, then, step, walked.statuses if walked else ())


def _part_moved(edition: Edition, city: CityBrief, step: str) -> bool:
    """Did a selection of a city, perhaps, move on a step?"""
    states = [each.steps[step] for each in city.selections.values() if step in each.steps]
    return any(dated(edition, What.DATED, state.since) for state in states)


def region_step_moved(edition: Edition, region: RegionBrief, step: str) -> Moved | None:
    """Did a region itself move on a step?"""
    earlier = edition.earlier
    if earlier and not earlier.knows(region):
        return None
    then = earlier.region(region.id) if earlier else None
    return _given_moved(edition, then.steps.get(step) if then else None, region.steps.get(step))


def selection_step_moved(edition: Edition, city: CityBrief, policy: str, step: str) -> Moved | None:
    """Did a city move on a step that it follows for one policy?"""
    earlier = edition.earlier
    if earlier and not earlier.knows(city):
        return None
    then = earlier.selection(city.id, policy) if earlier else None
    return _given_moved(edition, _step_of(then, step), _step_of(city.selections.get(policy), step))


def _step_of(selection: SelectionBrief | None, step: str) -> StateBrief | None:
    return selection.steps.get(step) if selection else None


def _given_moved(edition: Edition, then: StateBrief | None, now: StateBrief | None) -> Moved | None:
    settings = edition.alliance.settings
    after = given_state(settings, now)
    if edition.earlier is None:
        return _dated(edition, after)
    return compared(settings, given_state(edition.earlier.alliance.settings, then), after)


def _dated(edition: Edition, now: StepState) -> Moved | None:
    """Did a state move, or was it withdrawn, by its date?"""
    what = What.WITHDRAWN if now.withdrawn else What.DATED
    return dated(edition, what, now.since, now.status)


def compared(settings: Settings, then: StepState, now: StepState) -> Moved | None:
    """How a state moved from one snapshot to another."""
    if now.withdrawn:
        return None if then.withdrawn else Moved(What.WITHDRAWN, now.since, then.status, now.status)
    what = move(then.status, now.status)
    derived = now.derived or (then.derived and now.status.cls == "unknown")
    if what is What.CHANGED or _is_called_otherwise(settings, then, now):
        if not _moved_again(then, now):
            return None
        return Moved(What.DATED, now.since, after=now.status, derived=now.derived)
    when = now.since if now.since != then.since else None
    return Moved(what, when, then.status, now.status, derived=derived)


def _is_called_otherwise(settings: Settings, then: StepState, now: StepState) -> bool:
    """Is it the same status, which has another id now?"""
    left = all(status.id != then.status.id for status in settings.statuses)
    return left and then.status.cls == now.status.cls


def _moved_again(then: StepState, now: StepState) -> bool:
    """Does a state that reads the same say that it moved?

    A date that is filled in, or made more precise, is no move, unless nothing but the date of a
    move is known.
    """
    if now.since is None or now.since == then.since:
        return False
    if then.since is None:
        return now.status.cls == "unknown"
    return then.since.lies_before(now.since)
