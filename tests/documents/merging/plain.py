"""What is known of data that are no record: words name themselves, ids name maps."""

from typing import Any

from gsca_cli.findings import Route


class Plain:
    """No short forms, and names as a person would give them."""

    def name(self, route: Route, item: Any) -> str | None:
        del route
        return item.get("id") if isinstance(item, dict) else item if isinstance(item, str) else None

    def whole(self, route: Route, value: Any) -> dict[str, Any] | None:
        """A map; in `state`, a word is short for a map too."""
        if isinstance(value, dict):
            return value
        return {"status": value} if route[-1:] == ("state",) and isinstance(value, str) else None


PLAIN = Plain()
