"""What an edit leaves in a file that a person must look at: it may not say what was meant."""

from collections.abc import Iterator
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.findings import Route, dotted, shown


def left_values(before: Document, after: Document) -> Iterator[str]:
    """Where such a value stands, and what it says: a person must see whether it still holds."""
    for route in after.places:
        if isinstance(after.value(route), dict) and route in before.places:
            yield from _left_date(before, after, route)
        yield from _lacking_status(before, after, route)
    reasons = after.data.get("inferred")
    for key in reasons if isinstance(reasons, dict) else ():
        parts = key.split(".")
        # Where the value is gone, a finding says so.
        if _at(before.data, parts) != (now := _at(after.data, parts)) and now is not None:
            line = after.locate(("inferred", key)).line
            yield f"{after.path}:{line}: {shown(key)} is still called inferred; is it?"


def _left_date(before: Document, after: Document, route: Route) -> Iterator[str]:
    """The date of a state, where the status is another one now."""
    old, new = before.value(route), after.value(route)
    if not isinstance(old, dict) or not new.get("status") or old.get("status") == new["status"]:
        return
    if "since" in new and old.get("since") == new["since"]:
        line = after.locate((*route, "since")).line
        since = shown(f"since: {new['since']}")
        yield f"{after.path}:{line}: {since} stays, of another status; is it still right?"


def _lacking_status(before: Document, after: Document, route: Route) -> Iterator[str]:
    """A date that a step got, which has no status: nobody learns from it how far the city is."""
    new, old = after.value(route), _at(before.data, list(map(str, route)))
    is_step = len(route) > 1 and route[-2] == "steps" and isinstance(new, dict)
    had = isinstance(old, dict) and "since" in old
    if is_step and "since" in new and not new.get("status") and not had:
        at = dotted(route)
        line = after.locate((*route, "since")).line
        yield f"{after.path}:{line}: {shown(at)} has no status, so it stays unknown: set it too"


def _at(data: Any, parts: list[str]) -> Any:
    """The value at a route; nothing if there is none."""
    for part in parts:
        data = data.get(part) if isinstance(data, dict) else None
    return data
