"""The states of a record that somebody still has to care about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.settings import Settings
from gsca_cli.findings import Route
from gsca_cli.records.default_words import StatusClass

if TYPE_CHECKING:
    from gsca_cli.records.record import State


class OpenState(NamedTuple):
    """A state, where it stands, and its class."""

    route: Route
    state: "State"
    cls: StatusClass


def open_states(entry: Entry, settings: Settings) -> Iterator[OpenState]:
    """Every state that applies and was not withdrawn, and whose selection does and was not."""
    classes = settings.classes
    closed: set[Route] = set()
    for route, state in entry.states:
        cls = classes.get(state.status or "", "unknown")
        if state.until or cls == "excluded":
            closed.add(route)
        # The steps of a selection stand below it.
        elif route[:2] not in closed:
            yield OpenState(route, state, cls)
