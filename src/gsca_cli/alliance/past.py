"""The cities of an alliance, and what their figures depend on, as git recorded them."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import TypeVar

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief, TrackBrief
from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.ground import Ground
from gsca_cli.alliance.read import read_file
from gsca_cli.alliance.settings import settings_of_record
from gsca_cli.kinds import Kind
from gsca_cli.records.settings import Settings
from gsca_cli.snapshots.blob import blob_id
from gsca_cli.snapshots.git import Git
from gsca_cli.snapshots.mainline import Content, Key, Mainline
from gsca_cli.snapshots.repository import RecordPath
from gsca_cli.snapshots.snapshot import InMemory

B = TypeVar("B", bound=Brief)


class Past:
    """Goes along the mainline from its oldest commit to one given by id; each content is read once.

    A city is known by its id of today, also where its file had another. Regions, tracks and
    settings are those of the moment; one that cannot be read is taken as it last could be, and
    where there are no settings, those of today hold. A city that cannot be read is None. `only`
    is the one city that is wanted, if not all of them are.
    """

    def __init__(
        self, git: Git, commit: str, folder: str, alliance: Alliance, only: str | None = None
    ) -> None:
        former = {
            Key(Kind.CITY, old): city.id
            for city in alliance.cities.values()
            for old in city.former_ids
        }
        self.cities: dict[str, CityBrief | None] = {}
        self.ground = Ground(alliance.settings, {}, {})
        self._git = git
        self._only = only
        self._settings = alliance.settings
        self._mainline = Mainline(git, commit, folder, former)
        self._entries: dict[tuple[Key, str], Entry | None] = {}
        self._briefs = _at_hand(alliance, commit)

    def begin(self, today: date) -> date | None:
        """The day of the oldest commit that was made by today; None if there is none."""
        return self._mainline.begin(today)

    def move_to(self, day: date) -> Collection[str]:
        """Go on to the end of a day (UTC); the cities whose figures may be others now."""
        moved = self._mainline.move_to(day)
        cities = {
            key.id
            for key in moved
            if key.kind is Kind.CITY and (self._only is None or key.id == self._only)
        }
        self._move_cities(cities)
        if not any(key.kind in {Kind.REGION, Kind.TRACK, Kind.ALLIANCE} for key in moved):
            return cities
        self._move_ground()
        return cities | self.cities.keys()

    def _move_cities(self, moved: set[str]) -> None:
        contents = {name: self._mainline.content(Key(Kind.CITY, name)) for name in moved}
        there = {name: found for name, found in contents.items() if found}
        self._meet((name, found) for name, found in there.items())
        for name in moved - there.keys():
            self.cities.pop(name, None)
        for name, found in there.items():
            city = self._briefs[name, found.blob]
            self.cities[name] = city if isinstance(city, CityBrief) else None

    def _meet(self, cities: Iterable[tuple[str, Content]]) -> None:
        """Read the cities whose contents were not met before; git is asked for all of them."""
        new = [each for each in cities if (each[0], each[1].blob) not in self._briefs]
        contents = self._git.read_all([found.blob for _, found in new])
        for (name, found), content in zip(new, contents, strict=True):
            entry = _read(found.place, content)
            self._briefs[name, found.blob] = brief(entry) if entry else None

    def _move_ground(self) -> None:
        regions, tracks = self._all(Kind.REGION), self._all(Kind.TRACK)
        settings = self._settings
        for key in self._mainline.keys(Kind.ALLIANCE):
            entry = self._entry(key)
            record = entry.record if entry else None
            settings = (
                settings_of_record(record) if isinstance(record, Settings) else self.ground.settings
            )
        self.ground = Ground(
            settings,
            _as_last_read(regions, self.ground.regions, RegionBrief),
            _as_last_read(tracks, self.ground.tracks, TrackBrief),
        )

    def _all(self, kind: Kind) -> Mapping[str, Brief | None]:
        """The records of a kind; None for one that cannot be read."""
        entries = {key.id: self._entry(key) for key in self._mainline.keys(kind)}
        return {key: brief(entry) if entry else None for key, entry in entries.items()}

    def _entry(self, key: Key) -> Entry | None:
        """A record as it is now; None if it cannot be read."""
        found = self._mainline.content(key)
        if found is None:
            return None
        if (key, found.blob) not in self._entries:
            self._entries[key, found.blob] = _read(found.place, self._git.read(found.blob))
        return self._entries[key, found.blob]


def _read(place: RecordPath, content: bytes) -> Entry | None:
    entry = read_file(InMemory({place.path: content}), place)
    return entry if isinstance(entry, Entry) else None


def _at_hand(alliance: Alliance, commit: str) -> dict[tuple[str, str], Brief | None]:
    """The cities of today by id and content: most of the past is in them, and has been read."""
    found: dict[tuple[str, str], Brief | None] = {}
    for city in alliance.cities.values():
        # Where a file has just gone, git is asked.
        with suppress(OSError):
            content = alliance.snapshot.read(city.path)
            found[city.id, blob_id(content, commit)] = city
    return found


def _as_last_read(
    now: Mapping[str, Brief | None], before: Mapping[str, B], cls: type[B]
) -> Mapping[str, B]:
    """The records that there are, those that cannot be read as they were before."""
    found = {key: each or before.get(key) for key, each in now.items()}
    return {key: each for key, each in found.items() if isinstance(each, cls)}
