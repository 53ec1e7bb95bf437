"""What was kept of the past, with the ids that steps have now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from gsca_cli.alliance.brief import CityBrief, RegionBrief, TrackBrief

T = TypeVar("T")


@dataclass(frozen=True)
class StepsThen:
    """Reads what was kept of the past; `now` has the id of today for one of before."""

    now: Mapping[str, str]

    def city(self, then: CityBrief) -> CityBrief:
        """What a city said."""
        if not self.now:
            return then
        selections = {
            key: each._replace(steps=self._keys(each.steps))
            for key, each in then.selections.items()
        }
        return replace(then, steps=self._keys(then.steps), selections=selections)

    def region(self, then: RegionBrief) -> RegionBrief:
        """What a region said."""
        return replace(then, steps=self._keys(then.steps)) if self.now else then

    def track(self, then: TrackBrief) -> TrackBrief:
        """What a track said."""
        if not self.now:
            return then
        return replace(then, steps=tuple(self._keys(dict.fromkeys(then.steps))))

    def _keys(self, then: Mapping[str, T]) -> Mapping[str, T]:
        """What was said of each step; a map that has both ids keeps both."""
        named = {key: self.now.get(key, key) for key in then}
        return {key if named[key] in then else named[key]: each for key, each in then.items()}
