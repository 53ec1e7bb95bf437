"""How what is new is marked, and whether a date makes something new."""

from enum import StrEnum

from gsca_cli.records.when import When


class Newness(StrEnum):
    """`PERHAPS`: the date is too imprecise to tell. `UNKNOWN`: the status is no longer known."""

    NEW = "new"
    PERHAPS = "perhaps"
    ADVANCED = "advanced"
    BACK = "back"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"
    PERHAPS_WITHDRAWN = "perhaps withdrawn"
    NOT = ""


def newness(since: When | None, moment: When | None) -> Newness:
    """Did a state move since a moment, its first day included? Only a `since` can say so."""
    start = moment.earliest if moment else None
    if since is None or start is None:
        return Newness.NOT
    if since.latest and since.latest < start:
        return Newness.NOT
    if since.earliest and since.earliest >= start:
        return Newness.NEW
    return Newness.PERHAPS
