"""What stays in a file beside a value that changed, and may not hold any longer."""

from collections.abc import Iterator
from typing import Any

from gsca_cli.documents.document import Document
from gsca_cli.findings import Route, shown


def left_values(before: Document, after: Document) -> Iterator[str]:
    """Where such a value stands, and what it says: a person must see whether it still holds."""
    for route in after.places:
        if isinstance(after.value(route), dict) and route in before.places:
            yield from _left_date(before, after, route)
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


def _at(data: Any, parts: list[str]) -> Any:
    """The value at a route; nothing if there is none."""
    for part in parts:
        data = data.get(part) if isinstance(data, dict) else None
    return data
