"""The tables of `docs/performance.md`, made from the results between two marks."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.goals import GOALS, Goal
from benchmarks.results import Figure, Results

PAGE: Final = Path(__file__).parents[1] / "docs/performance.md"
BEGIN: Final = "<!-- made by `python3 dev.py bench`: do not edit -->\n"
END: Final = "<!-- end of what is made -->\n"
LEAST: Final = 0.02
"""The parts of a profile with a smaller share are told together."""


def write(page: Path, results: Results) -> None:
    """Put the tables of these results into the page."""
    page.write_text(with_tables(page.read_text("utf-8"), results), "utf-8")


def with_tables(text: str, results: Results) -> str:
    """The text of the page with the tables of these results between the marks."""
    return between(text, BEGIN, tables(results))


def between(text: str, begin: str, made: str) -> str:
    """The text of a page with what is made between two marks, of which the first is given."""
    before, rest = text.split(begin)
    _, after = rest.split(END)
    return f"{before}{begin}\n{made}\n{END}{after}"


def tables(results: Results) -> str:
    """Everything that is made: what is promised, every figure, the profiles, the machine."""
    promises = table(
        ("promise", "goal", "measured", "verdict"), [_promise(goal, results) for goal in GOALS]
    )
    parts = ["## What is promised", promises]
    for cities in results.sizes:
        parts += [f"## {cities:,} cities", _figures(results, cities)]
    parts += ["## Where the time goes", *_profiles(results), "## Taken on", _machine(results)]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _promise(goal: Goal, results: Results) -> Sequence[str]:
    value = goal.value(results)
    return (
        f"`{goal.name}`, {goal.cities:,} cities",
        f"at most {_amount(goal.most, goal)}",
        _why(goal, results) if value is None else _amount(value, goal),
        goal.verdict(results),
    )


def _amount(value: float, goal: Goal) -> str:
    if goal.unit == "times":
        return f"{value:.3g} times the CPU of a city of {goal.smaller:,}"
    return f"{_number(value)} {goal.unit}"


def _number(value: float) -> str:
    """Three digits at least, and no exponent."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _why(goal: Goal, results: Results) -> str:
    """Why a promise was not measured: the command was not, or what it is held against."""
    for name in (goal.name, goal.unit):
        figure = results.figure(name, goal.cities)
        if figure and figure.why:
            return f"{name}: {figure.why}"
    return "-"


def _figures(results: Results, cities: int) -> str:
    head = ("command", "CPU s", "clock s", "peak MiB", "in P", "in F", "runs")
    rows = [_row(results, figure) for figure in results.figures if figure.cities == cities]
    return table(head, rows)


def _row(results: Results, figure: Figure) -> Sequence[str]:
    cost = figure.cost
    if not cost:
        return (f"{figure.name}: {figure.why}", "", "", "", "", "", "")
    name = figure.name + (f" (exit code {cost.code})" if cost.code else "")
    ratios = [results.ratio(figure.name, unit, figure.cities) for unit in ("P", "F")]
    return (
        name,
        f"{cost.cpu:.2f}",
        f"{cost.wall:.2f}",
        f"{cost.peak:.0f}",
        *("" if ratio is None else _number(ratio) for ratio in ratios),
        str(cost.runs),
    )


def _profiles(results: Results) -> Iterator[str]:
    for cities, shares in sorted(results.profiles.items(), key=lambda each: int(each[0])):
        by_share = sorted(shares.items(), key=lambda each: (-each[1], each[0]))
        large = [(name, share) for name, share in by_share if share >= LEAST]
        rows = [(f"`{name}`", f"{share:.0%}") for name, share in large]
        rows.append(("all else", f"{1 - sum(share for _, share in large):.0%}"))
        yield table((f"`gsca validate`, {int(cities):,} cities", "share of the time"), rows)


def _machine(results: Results) -> str:
    facts = [("day", results.taken), *sorted(results.machine.items())]
    facts += sorted(results.versions.items(), key=lambda each: each[0].casefold())
    return table(("what", "which"), facts)
