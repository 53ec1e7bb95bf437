"""What moved of the selections of cities."""

from dataclasses import replace

from gsca_cli.alliance.brief import CityBrief, SelectionBrief, StateBrief
from gsca_cli.alliance.settings import Settings, Status
from gsca_cli.alliance.states import given_state, stands
from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.changes.moves import Choice, choice
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.moved.moved import GONE, Moved, dated, mark
from gsca_cli.analysis.moved.states import compared
from gsca_cli.analysis.newness import Newness


def selection_moved(edition: Edition, city: CityBrief, policy: str) -> Moved | None:
    """Was a policy selected or withdrawn, or did its selection move?"""
    now = city.selections.get(policy)
    if edition.earlier is None:
        return _by_dates(edition, now) if now else None
    if not edition.earlier.knows(city):
        return None
    then = edition.earlier.selection(city.id, policy)
    return _choice(edition, then, now) or _state(edition, then, now)


def cell_mark(edition: Edition, city: CityBrief, policy: str) -> Newness:
    """How the cell of a policy is marked; one that was empty and still is has no mark."""
    now = city.selections.get(policy)
    found = mark(selection_moved(edition, city, policy))
    if found in GONE or (now and stands(now)):
        return found
    then = edition.earlier.selection(city.id, policy) if edition.earlier else None
    return Newness.WITHDRAWN if found and then and stands(then) else Newness.NOT


def _by_dates(edition: Edition, now: SelectionBrief) -> Moved | None:
    state = now.state
    if not now.chosen:
        return dated(edition, What.PRACTISED, state.since)
    if state.until:
        return dated(edition, What.WITHDRAWN, state.until)
    what = What.DATED if state.status else What.SELECTED
    return dated(edition, what, state.since, _said(edition.alliance.settings, state))


def _choice(
    edition: Edition, then: SelectionBrief | None, now: SelectionBrief | None
) -> Moved | None:
    """Was the policy chosen, withdrawn, or no longer named? None if it stands as it stood."""
    what = choice(_choice_of(then), _choice_of(now))
    if now is None:
        return Moved(What.UNLISTED) if then and stands(then) else None
    match what:
        case What.SELECTED:
            return Moved(what, now.state.since, after=_said(edition.alliance.settings, now.state))
        case What.WITHDRAWN:
            return Moved(what, now.state.until)
    return Moved(what) if what else None


def _choice_of(selection: SelectionBrief | None) -> Choice | None:
    return Choice(selection.chosen, selection.state.until) if selection else None


def _state(
    edition: Edition, then: SelectionBrief | None, now: SelectionBrief | None
) -> Moved | None:
    """How a selection that stands as it stood moved."""
    if then is None or now is None or now.state.until:
        return None
    if then.state.status is None and now.state.status is None:
        # A selection of which nothing more is known has not moved because its date was found.
        return None
    earlier = edition.earlier.alliance.settings if edition.earlier else None
    settings = edition.alliance.settings
    before = given_state(earlier or settings, then.state)
    found = compared(settings, before, given_state(settings, now.state))
    return replace(found, before=None) if found and then.state.status is None else found


def _said(settings: Settings, state: StateBrief) -> Status | None:
    return given_state(settings, state).status if state.status else None
