"""What the notes of cities say: their briefs tell only that there are any."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.at_a_glance.fits import bare_fits
from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.alliance.brief import CityBrief
from gsca_cli.records.when import When
from gsca_cli.snapshots.contents import read_together
from gsca_cli.snapshots.repository import RecordPath

if TYPE_CHECKING:
    from gsca_cli.records.city import City

_AT_ONCE: Final = 200
"""Files that are read together: what they hold is in memory meanwhile."""


class CitedSource(NamedTuple):
    """A source that a note cites, by its id."""

    source: str


class DatedNote(NamedTuple):
    """What a note says, by language, and of which day."""

    date: When
    text: Mapping[str, str]
    sources: Sequence[CitedSource] = ()


class Notes(NamedTuple):
    """The notes of a city on its place in each region, by language, and those with a date."""

    on_places: Mapping[str, Mapping[str, str]]
    dated: Sequence[DatedNote]


def notes_of(alliance: Alliance, cities: Sequence[CityBrief]) -> Mapping[str, Notes]:
    """The notes of some cities, by their paths.

    A glance at the file is enough for most of them, and spares to make a whole record of it.

    Raises:
        CannotRunError: a file has changed since, and no longer holds the record.
    """
    return dict(_notes(alliance, iter(cities)))


def _notes(alliance: Alliance, cities: Iterator[CityBrief]) -> Iterator[tuple[str, Notes]]:
    # All of it has been checked before.
    glances = Glances(lambda _: False, bare_fits())
    while some := list(islice(cities, _AT_ONCE)):
        read = read_together(alliance.snapshot, [city.path for city in some])
        contents = glances.contents_of_each([_record(city, read[city.path]) for city in some])
        for city, content in zip(some, contents, strict=True):
            if content:
                yield city.path, _written(content.values)
            else:
                yield city.path, _told(cast("City", alliance.entry(city).record))


def _record(city: CityBrief, content: bytes | OSError) -> tuple[RecordPath, bytes]:
    """Where a city stands, and what the file holds; a glance at nothing shows nothing."""
    place = RecordPath(city.path, city.kind, city.id)
    return place, content if isinstance(content, bytes) else b""


def _written(values: Values) -> Notes:
    """The notes among the values of a city, as they are written."""
    places: Mapping[str, Values] = values.get("regions", {})
    return Notes(
        {region: place["note"] for region, place in places.items() if "note" in place},
        [
            DatedNote(
                note["date"],
                note["text"],
                [CitedSource(each["source"]) for each in note.get("sources", ())],
            )
            for note in values.get("notes", ())
            if "date" in note
        ],
    )


def _told(record: "City") -> Notes:
    """The notes of a record."""
    return Notes(
        {region: place.note for region, place in record.regions.items() if place.note},
        [
            DatedNote(note.date, note.text, [CitedSource(each.source) for each in note.sources])
            for note in record.notes
            if note.date
        ],
    )
