"""What became of the findings between two moments, in plain lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gsca_cli.analysis.changes.dangling import Dangling
from gsca_cli.analysis.diff import Diff
from gsca_cli.findings import Allowed, Finding
from gsca_cli.kinds import Kind
from gsca_cli.render.sentences import few


class Section(NamedTuple):
    """Findings of which the same is to be said, and what that is."""

    title: str
    lines: Sequence[str]


def turned_sections(diff: Diff) -> Iterator[Section]:
    """The findings that came, went, or are looked at otherwise; the worst news first."""
    came = [*map(_dangling, diff.dangling), *map(_found, diff.introduced)]
    number = len(diff.introduced) + sum(len(each.findings) for each in diff.dangling)
    sections = [
        (number, "introduced", came),
        _section(
            "no longer allowed by a comment", (_said(each, "was") for each in diff.disallowed)
        ),
        _section("now allowed by a comment", (_said(each, "is") for each in diff.allowed)),
        _section("now silenced in gsca.yaml", map(_found, diff.silenced)),
        _section("cured", map(_found, diff.cured)),
    ]
    for number, what, lines in sections:
        if lines:
            yield Section(f"{number:,} finding{'s'[: number != 1]} {what}", lines)


def _section(what: str, lines: Iterator[str]) -> tuple[int, str, list[str]]:
    told = list(lines)
    return len(told), what, told


def _found(finding: Finding) -> str:
    return f"{finding.severity}, {finding.location.path}:{finding.location.line}: {finding.message}"


def _said(allowed: Allowed, when: str) -> str:
    return f"{_found(allowed.finding)} (the reason {when}: {allowed.reason})"


def _dangling(lost: Dangling) -> str:
    """That records name what is gone, told once for all of them."""
    severity = min((each.severity for each in lost.findings), key=lambda each: each.rank)
    number, places = len(lost.records), len(lost.findings)
    do = f"{'cite' if lost.target == Kind.SOURCE else 'name'}{'s'[: number == 1]}"
    where = f", in {places:,} places" if places > number else ""
    return (
        f"{severity}: {lost.target} `{lost.id}` {_happened(lost)}, but {number:,} "
        f"record{'s'[: number != 1]} still {do} it{where}: {few(lost.records)}; "
        f"to mend it, {lost.cure}"
    )


def _happened(lost: Dangling) -> str:
    if lost.now:
        return f"is called `{lost.now}` now"
    return "was deleted" if lost.target in set(Kind) else "is gone"
