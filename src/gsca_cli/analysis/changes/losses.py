"""What goes with a city that is deleted."""

from collections.abc import Callable

from gsca_cli.alliance.brief import CityBrief
from gsca_cli.alliance.settings import Settings
from gsca_cli.alliance.states import class_of, stands
from gsca_cli.analysis.changes.change import Lost
from gsca_cli.kinds import Kind


def lost_with(
    city: CityBrief,
    settings: Settings,
    named: Callable[[Kind, str], str],
    step_named: Callable[[str], str],
) -> Lost:
    """What a city had that counts; `named` and `step_named` tell what things are called."""
    selections = {key: each for key, each in city.selections.items() if stands(each)}
    states = [*city.steps.items()]
    states += [state for each in selections.values() for state in each.steps.items()]
    done = dict.fromkeys(key for key, state in states if class_of(settings, state) == "done")
    places = [key for key, each in city.memberships.items() if each.left is None]
    return Lost(
        tuple(named(Kind.POLICY, key) for key in selections),
        tuple(map(step_named, done)),
        (
            *(named(Kind.REGION, key) for key in places),
            *(named(Kind.PROGRAMME, key) for key in city.programmes),
        ),
    )
