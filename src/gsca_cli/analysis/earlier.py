"""The alliance as it was recorded at an earlier moment, asked by the ids of today."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief, CityBrief, RegionBrief, SelectionBrief, TrackBrief
from gsca_cli.alliance.words import former_words
from gsca_cli.analysis.identity.moved_files import unread_files
from gsca_cli.analysis.identity.renames import renamed
from gsca_cli.analysis.identity.words import new_words
from gsca_cli.analysis.steps_then import StepsThen
from gsca_cli.kinds import Kind


class Earlier:
    """What was on record before; `alliance` is all of it, with the ids that it had."""

    def __init__(self, before: Alliance, after: Alliance) -> None:
        # Where no statuses could be read, those of today are the likeliest.
        known = bool(before.of(Kind.ALLIANCE))
        self.alliance = before if known else replace(before, settings=after.settings)
        self._after = after
        self._former: dict[Kind, Mapping[str, str]] = {}

    @cached_property
    def _unread(self) -> frozenset[tuple[Kind, str]]:
        return frozenset((place.kind, place.id) for place in self.alliance.left_out)

    @property
    def unread(self) -> tuple[str, ...]:
        """The files that could not be read; nothing is said of what they hold."""
        return tuple(sorted(place.path for place in self.alliance.left_out))

    @cached_property
    def _unread_files(self) -> Collection[str]:
        return unread_files(self.alliance, self._after)

    def knows(self, brief: Brief) -> bool:
        """Could the file of a record be read, if there was one?"""
        ids = (brief.id, *brief.former_ids)
        if brief.path in self._unread_files:
            return False
        return not any((brief.kind, key) in self._unread for key in ids)

    def lacks(self, brief: Brief) -> bool:
        """Was there no such record, under whatever id?"""
        was_there = self.former(brief.kind, brief.id) in self.alliance.of(brief.kind)
        return self.knows(brief) and not was_there

    def former(self, kind: Kind, key: str) -> str:
        """The id that a record had."""
        return self._former_ids(kind).get(key, key)

    def city(self, key: str) -> CityBrief | None:
        """A city of today as it was, by the ids that steps have now."""
        then = self.alliance.cities.get(self.former(Kind.CITY, key))
        return self._steps.city(then) if then else None

    def region(self, key: str) -> RegionBrief | None:
        """A region of today as it was, by the ids that steps have now."""
        then = self.alliance.regions.get(self.former(Kind.REGION, key))
        return self._steps.region(then) if then else None

    def track(self, key: str) -> TrackBrief | None:
        """A track of today as it was, by the ids that its steps have now."""
        then = self.alliance.tracks.get(self.former(Kind.TRACK, key))
        return self._steps.track(then) if then else None

    def selection(self, city: str, policy: str) -> SelectionBrief | None:
        """What a city of today said of a policy of today."""
        brief = self.city(city)
        return brief.selections.get(self.former(Kind.POLICY, policy)) if brief else None

    def dropped(self, kind: Kind, then: Iterable[str], now: Iterable[str]) -> list[str]:
        """Of the ids that something named, those that stand for none of the ids it names today."""
        kept = {self.former(kind, key) for key in now}
        return [key for key in then if key not in kept]

    def gone(self, kind: Kind) -> list[Brief]:
        """The records that are there no more, under whatever id."""
        kept = {self.former(kind, key) for key in self._after.of(kind)}
        kept |= {place.id for place in self._after.left_out if place.kind is kind}
        return [
            brief
            for key, brief in self.alliance.of(kind).items()
            if key not in kept and brief.path not in self._unread_files
        ]

    @cached_property
    def _steps(self) -> StepsThen:
        before, after = self.alliance, self._after
        found = {**former_words(after), **new_words(before, after, self._former_ids(Kind.TRACK))}
        return StepsThen({old: now for (target, old), now in found.items() if target == "step"})

    def _former_ids(self, kind: Kind) -> Mapping[str, str]:
        if kind not in self._former:
            self._former[kind] = self._renamed(kind)
        return self._former[kind]

    def _renamed(self, kind: Kind) -> Mapping[str, str]:
        before, after = self.alliance, self._after
        unread = {place.id for place in after.left_out if place.kind is kind}
        gone = {key: each for key, each in before.of(kind).items() if key not in after.of(kind)}
        new = {key: each for key, each in after.of(kind).items() if key not in before.of(kind)}
        if not gone or not new:
            return {}
        return renamed(
            {key: before.entry(each) for key, each in gone.items() if key not in unread},
            {key: after.entry(each) for key, each in new.items() if self.knows(each)},
        )
