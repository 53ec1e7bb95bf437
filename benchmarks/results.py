"""The figures of one run of the benchmarks, and the file that keeps them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, Self

from benchmarks.measure import Cost

RESULTS: Final = Path(__file__).with_name("results.json")


@dataclass(frozen=True)
class Figure:
    """What one case cost on an alliance of a size, or why it was not measured."""

    name: str
    cities: int
    cost: Cost | None = None
    why: str = ""


@dataclass(frozen=True)
class Results:
    """All figures, what they were taken on, and where the time of a check went."""

    taken: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    figures: tuple[Figure, ...]
    profiles: Mapping[str, Mapping[str, float]]

    def figure(self, name: str, cities: int) -> Figure | None:
        """The figure of one case, if there is one."""
        found = (each for each in self.figures if (each.name, each.cities) == (name, cities))
        return next(found, None)

    def cost(self, name: str, cities: int) -> Cost | None:
        """What a case cost; None if it was not measured."""
        figure = self.figure(name, cities)
        return figure.cost if figure else None

    def ratio(self, name: str, other: str, cities: int) -> float | None:
        """The processor time of one case in that of another of the same run."""
        one, unit = self.cost(name, cities), self.cost(other, cities)
        return one.cpu / unit.cpu if one and unit and unit.cpu else None

    @property
    def sizes(self) -> list[int]:
        """How many cities the alliances have."""
        return sorted({figure.cities for figure in self.figures})

    def beside(self, kept: Self, sizes: Collection[int]) -> Self:
        """These, and what was kept of alliances of other sizes."""
        others = [each for each in kept.figures if each.cities not in sizes]
        return replace(
            self,
            figures=tuple(sorted([*others, *self.figures], key=lambda each: each.cities)),
            profiles={**kept.profiles, **self.profiles},
        )

    def write(self, path: Path) -> None:
        """Keep them as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """What was kept."""
        data = json.loads(path.read_text("utf-8"))
        figures = [
            Figure(**{**each, "cost": Cost(**each["cost"]) if each["cost"] else None})
            for each in data.pop("figures")
        ]
        return cls(**data, figures=tuple(figures))
