"""What is promised of the speed and the memory of gsca, and whether it holds."""

from dataclasses import dataclass
from typing import Final, Literal

from benchmarks.results import Results


@dataclass(frozen=True)
class Goal:
    """The most that a case may cost: in the time of another case, in seconds, in MiB.

    `times` is the cost of one city in that of one city of a smaller alliance.
    """

    name: str
    cities: int
    most: float
    unit: Literal["P", "F", "check-jsonschema", "CPU s", "MiB", "times"]
    smaller: int = 0

    def value(self, results: Results) -> float | None:
        """What it is now; None if it was not measured."""
        cost = results.cost(self.name, self.cities)
        match self.unit:
            case "CPU s":
                return cost.cpu if cost else None
            case "MiB":
                return cost.peak if cost else None
            case "times":
                small = results.cost(self.name, self.smaller)
                if not cost or not small:
                    return None
                return cost.cpu / self.cities / (small.cpu / self.smaller)
            case other:
                return results.ratio(self.name, other, self.cities)

    def verdict(self, results: Results) -> str:
        """Met, not met, or not measured."""
        value = self.value(results)
        if value is None:
            return "not measured"
        return "met" if value <= self.most else "not met"


def is_promised(name: str, cities: int) -> bool:
    """Is a promise held against the cost of a case?"""
    return any((goal.name, goal.cities) == (name, cities) for goal in GOALS)


GOALS: Final = (
    Goal("validate", 60, 14, "P"),
    Goal("validate", 60, 1 / 2, "check-jsonschema"),
    Goal("validate", 20_000, 4, "F"),
    Goal("validate", 20_000, 1 / 8, "check-jsonschema"),
    Goal("validate", 20_000, 64, "MiB"),
    Goal("validate", 200_000, 50, "CPU s"),
    Goal("validate", 200_000, 320, "MiB"),
    Goal("validate", 200_000, 1.3, "times", smaller=20_000),
    Goal("validate again", 60, 9, "P"),
    Goal("validate again", 20_000, 0.2, "CPU s"),
    Goal("validate again", 200_000, 2, "CPU s"),
    Goal("report again", 20_000, 0.3, "CPU s"),
    Goal("report --at again", 20_000, 0.3, "CPU s"),
    Goal("list again", 20_000, 0.3, "CPU s"),
    Goal("diff again", 20_000, 0.3, "CPU s"),
    Goal("report again", 200_000, 2.5, "CPU s"),
    Goal("list again", 200_000, 2.5, "CPU s"),
    Goal("diff again", 200_000, 2.5, "CPU s"),
    Goal("gsca --help", 60, 6, "P"),
    Goal("gsca --version", 60, 6, "P"),
    Goal("completion", 60, 6, "P"),
)
