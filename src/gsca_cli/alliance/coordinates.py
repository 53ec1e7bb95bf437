"""The coordinates of a city, as numbers and as they are written."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, Self

from gsca_cli.alliance.entry import Entry
from gsca_cli.records.globe import Point
from gsca_cli.records.spelling import as_written

_LONGEST: Final = 20
"""A number of more characters is not shown as it is written."""


class Coordinates(NamedTuple):
    """A latitude and a longitude: what they are, and their own spelling."""

    country: str
    point: Point
    written: Mapping[str, Any]

    @classmethod
    def of(cls, entry: Entry) -> Self | None:
        """The coordinates of a city that has some."""
        city = entry.city
        if not city or not city.location:
            return None
        point = (city.location.lat, city.location.lon)
        return cls(city.country, point, entry.document.data["location"])

    @property
    def lat(self) -> str:
        """The latitude as it is written."""
        return _text(self.written["lat"])

    @property
    def lon(self) -> str:
        """The longitude as it is written."""
        return _text(self.written["lon"])

    def __str__(self) -> str:
        return f"{self.lat}, {self.lon}"


def location(lat: str, lon: str) -> str:
    """A location, ready to be pasted into a record."""
    return f"`location: {{lat: {lat}, lon: {lon}}}`"


def _text(number: float) -> str:
    """A number as it is written; `0x1F` in the usual way."""
    written = str(number if isinstance(number, int) else as_written(number))
    return written if len(written) <= _LONGEST else f"{number:.10f}"
