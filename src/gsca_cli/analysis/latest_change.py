"""When something last changed in the cities of a region, as far as that is dated."""

from collections.abc import Iterable, Iterator
from datetime import date

from gsca_cli.alliance.brief import CityBrief, MembershipBrief, StateBrief
from gsca_cli.analysis.periods import last_possible_day
from gsca_cli.analysis.rows import Places
from gsca_cli.records.when import When


def latest_change(places: Places, today: date) -> str:
    """The last date, until today, on which a city selected, gave up, moved, joined or left.

    Empty if there is no such date.
    """
    latest = (date.min, date.min)
    text = ""
    for city, place in places:
        for when in _dates(city, place):
            if when and (day := last_possible_day(when, today)):
                # Of two that may mean the same day, the one that says more.
                found = (day, when.earliest or date.min)
                if found > latest:
                    latest, text = found, when.text
    return text


def _dates(city: CityBrief, place: MembershipBrief) -> Iterator[When | None]:
    yield place.joined
    yield place.left
    yield from _of_states(city.steps.values())
    for selection in city.selections.values():
        yield from _of_states([selection.state, *selection.steps.values()])


def _of_states(states: Iterable[StateBrief]) -> Iterator[When | None]:
    for state in states:
        yield state.since
        yield state.until
