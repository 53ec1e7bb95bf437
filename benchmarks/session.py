"""Measure all cases on alliances of growing size, leaving out what would take too long."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.cases import PEERS, ROOT, STARTS, TOOLS, Case, cases
from benchmarks.goals import is_promised
from benchmarks.measure import Cost, measure, middle, once, runs_worth
from benchmarks.profiling import profile
from benchmarks.results import Figure

MOST: Final = 300.0
"""A case that would take more seconds is not measured."""
PATIENCE: Final[Mapping[str, float]] = {"ajv-cli": 60, "yamllint": 60}
"""What no promise is held against is worth less."""
IN_TURNS: Final = 1_000
"""Up to so many cities, all is measured in turns."""
TOGETHER: Final = ("F", "F, sized", "validate")
"""With more, only those are that are held against each other."""
MOST_RUNS: Final = 5
"""What is quick runs so often."""
FEW: Final = 100
RUNS_OF_FEW: Final = 15
"""With so few cities all is quick, and what else the machine does would decide the median."""
RUNS: Final = 3
"""What a promise is held against is measured so often, however long it takes."""
HISTORY: Final = 50
PROFILED: Final = (60, 1_000)
"""A profile of more cities would take long, and say the same."""


def _runs(seconds: float, most: int) -> int:
    """How often a case runs that takes so long, where what is quick runs so often."""
    runs = runs_worth(seconds)
    return most if runs == MOST_RUNS else runs


@dataclass
class Session:
    """The figures so far, and the folder in which the alliances are made.

    A quick one leaves out the programs of others.
    """

    scratch: Path
    quick: bool = False
    figures: list[Figure] = field(default_factory=list)
    profiles: dict[str, dict[str, float]] = field(default_factory=dict)

    def take(self, cities: int) -> Iterator[Figure]:
        """All cases on one alliance; none if even a check of it would take too long."""
        if why := self.too_long("validate", cities):
            for name in ("validate", "validate again"):
                yield self._kept(Figure(name, cities, why=why))
            return
        folder, schema = self._made(cities)
        # A start reads no city: it is measured once, with the fewest.
        left_out = PEERS if self.quick else STARTS if cities > FEW else ()
        if cities in PROFILED and not self.quick:
            self.profiles[str(cities)] = dict(profile(folder))
        wanted = [case for case in cases(folder, schema) if case.name not in left_out]
        each = self._in_turns if cities <= IN_TURNS else self._few_in_turns
        for figure in each(wanted, cities, folder):
            yield self._kept(figure)

    def too_long(self, name: str, cities: int) -> str:
        """Why a case is left out; it is expected to grow with the number of cities.

        A warm one takes as long as a cold one, when it runs for the first time.
        """
        names = {name, name.removesuffix(" again")}
        known = [each for each in self.figures if each.name in names and each.cost]
        known.sort(key=lambda each: (each.cities, each.cost.wall if each.cost else 0))
        if not known or not (cost := known[-1].cost):
            return ""
        expected = cost.wall / known[-1].cities * cities
        if expected <= PATIENCE.get(name, MOST) or cost.wall < 1:
            return ""
        return f"not measured: it would take about {expected / 60:.0f} minutes"

    def _made(self, cities: int) -> tuple[Path, Path]:
        """A new alliance, made by a process of its own, and the schema that all cities have."""
        folder, schema = self.scratch / str(cities), self.scratch / "city.schema.json"
        print(f"benchmarks: making {cities:,} cities", file=sys.stderr)
        words = ["-m", "benchmarks.generate", str(cities), str(folder), f"--history={HISTORY}"]
        subprocess.run([sys.executable, *words], cwd=ROOT, check=True)
        if not schema.exists():
            with schema.open("wb") as file:
                command = [str(TOOLS / "gsca"), "schema", "city"]
                subprocess.run(command, cwd=folder, stdout=file, check=True)
        return folder, schema

    def _few_in_turns(self, wanted: Sequence[Case], cities: int, folder: Path) -> Iterator[Figure]:
        """In turns what is held against each other, the others one by one."""
        together = [case for case in wanted if case.name in TOGETHER]
        taken = {each.name: each for each in self._in_turns(together, cities, folder, RUNS)}
        for case in wanted:
            if case.name in taken:
                yield taken[case.name]
            else:
                yield from self._one_by_one([case], cities, folder)

    def _in_turns(
        self, wanted: Sequence[Case], cities: int, folder: Path, at_least: int = 1
    ) -> Iterator[Figure]:
        """Each case once, then all of them again: whatever slows the machine slows them alike."""
        costs: dict[str, list[Cost]] = {
            case.name: [] for case in wanted if not case.missing and not case.changes
        }
        most = RUNS_OF_FEW if cities <= FEW else MOST_RUNS
        for turn in range(most):
            for case in wanted:
                known = costs.get(case.name)
                if known is None or (known and turn >= max(_runs(known[0].wall, most), at_least)):
                    continue
                if case.warm:
                    once(case.command, folder)
                known.append(once(case.command, folder))
        for case in wanted:
            cost = middle(costs[case.name]) if case.name in costs else None
            if case.changes:
                cost = measure(case.command, folder)
            yield Figure(case.name, cities, cost, case.missing)

    def _one_by_one(self, wanted: Sequence[Case], cities: int, folder: Path) -> Iterator[Figure]:
        """Each case as often as it is worth: what it remembers of so many cities takes a while."""
        for case in wanted:
            if why := case.missing or self.too_long(case.name, cities):
                yield Figure(case.name, cities, why=why)
                continue
            if case.warm:
                once(case.command, folder)
            at_least = RUNS if is_promised(case.name, cities) else 1
            yield Figure(case.name, cities, measure(case.command, folder, at_least=at_least))

    def _kept(self, figure: Figure) -> Figure:
        self.figures.append(figure)
        cost = figure.cost
        told = f"{cost.cpu:.2f} s, {cost.peak:.0f} MiB" if cost else figure.why
        print(f"benchmarks: {figure.cities:,}: {figure.name}: {told}", file=sys.stderr)
        return figure
