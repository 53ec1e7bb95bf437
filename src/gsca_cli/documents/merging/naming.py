"""Items of lists by their names, which they keep wherever they stand."""

from collections.abc import Sequence
from typing import Any

from gsca_cli.documents.merging.versions import Meaning
from gsca_cli.findings import Route


def named(route: Route, items: Sequence[Any], meaning: Meaning) -> dict[str, Any] | None:
    """The items of a list by their names; None if one has none, or two have the same."""
    found = {key: item for item in items if (key := meaning.name(route, item)) is not None}
    return found if len(found) == len(items) else None


def counted(data: Any, route: Route, meaning: Meaning) -> Route | None:
    """A route that names items of lists as one that counts them; None if nothing is there."""
    place: Route = ()
    for part in route:
        if isinstance(data, list):
            names = [meaning.name(place, item) for item in data]
            if part not in names:
                return None
            number = names.index(str(part))
            place, data = (*place, number), data[number]
        elif isinstance(data, dict) and part in data:
            place, data = (*place, part), data[part]
        else:
            return None
    return place
