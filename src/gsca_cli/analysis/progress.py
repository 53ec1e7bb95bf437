"""How far cities have come: counts over their states."""

from collections.abc import Iterable

from gsca_cli.alliance.settings import Status
from gsca_cli.records.default_words import StatusClass

_ORDER: tuple[StatusClass, ...] = ("done", "active", "pending")


def progress(statuses: Iterable[Status]) -> tuple[int, ...]:
    """How many are done, active and pending: the more done, then active, the further."""
    classes = [status.cls for status in statuses]
    return tuple(classes.count(each) for each in _ORDER)
