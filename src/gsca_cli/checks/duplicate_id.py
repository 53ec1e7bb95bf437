"""Two things have one id.

An id must lead to one record of its kind, whatever folder it stands in; a step id to one step of
one track; and a status, role or standing to one line of `gsca.yaml`. A policy is one column of a
region's matrix, or it would be counted twice.

Wrong: `data/cities/springfield.yaml` beside `data/cities/us/springfield.yaml`
Right: `data/cities/springfield.yaml` beside `data/cities/springfield-ohio.yaml`
To fix it: rename one of them, or delete it if both are about the same thing.
"""

from collections.abc import Iterator, Sequence

from gsca_cli.alliance.alliance import Alliance, Target
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.words import Word, words
from gsca_cli.checks.check import Check, Context, Problem
from gsca_cli.findings import Location, Route, Severity, shown


def judge(alliance: Alliance, _: Context) -> Iterator[Problem]:
    """Records by kind, then phases and columns, then the words of the alliance."""
    for double, first in alliance.doubles:
        yield _taken(double.path, first)
    for left_out in alliance.left_out:
        if namesake := alliance.of(left_out.kind).get(left_out.id):
            yield _taken(left_out.path, namesake)
    yield from _former(alliance)
    for track in alliance.tracks.values():
        phases: list[tuple[str, Brief, Route]] = [
            (key, track, ("phases", index, "id")) for index, key in enumerate(track.phases)
        ]
        yield from _repeated(alliance, "phase", phases)
    for region in alliance.regions.values():
        columns: list[tuple[str, Brief, Route]] = [
            (reference.id, region, reference.route)
            for reference in region.references
            if reference.route[0] == "columns"
        ]
        yield from _repeated(alliance, "column", columns)
    yield from _repeated_words(alliance)
    yield from _former_words(alliance)


def _former(alliance: Alliance) -> Iterator[Problem]:
    """A former id must lead to one record: it is nobody's id, and no other's former one."""
    seen: dict[Target, Brief] = {}
    for brief in alliance.everything():
        for index, key in enumerate(brief.former_ids):
            other = alliance.of(brief.kind).get(key) or seen.get((brief.kind, key))
            if other:
                yield Problem(
                    _place(alliance, brief, ("former_ids", index)),
                    f"the former id {shown(key)} is taken",
                    "delete it here, or there",
                    related=((Location(other.path), "it leads to this record"),),
                )
            seen.setdefault((brief.kind, key), brief)


def _repeated_words(alliance: Alliance) -> Iterator[Problem]:
    """Words of one sort that have one id: steps over all tracks, and each list of `gsca.yaml`."""
    given: dict[str, list[tuple[str, Brief, Route]]] = {}
    for word in words(alliance):
        if word.owner:
            what = "step" if word.target == "step" else f"{word.route[0]} entry"
            given.setdefault(what, []).append((word.id, word.owner, (*word.route, "id")))
    for what, ids in given.items():
        yield from _repeated(alliance, what, ids)


def _former_words(alliance: Alliance) -> Iterator[Problem]:
    """A former id of a word must lead to one word."""
    every = list(words(alliance))
    seen: dict[Target, Word] = {(word.target, word.id): word for word in reversed(every)}
    for word in every:
        for index, key in enumerate(word.former_ids):
            is_first = (word.target, key) not in seen
            other = seen.setdefault((word.target, key), word)
            if not is_first and word.owner and other.owner:
                yield Problem(
                    _place(alliance, word.owner, (*word.route, "former_ids", index)),
                    f"the former id {shown(key)} is taken",
                    "delete it here, or there",
                    related=((_place(alliance, other.owner, other.route), "it leads here"),),
                )


def _place(alliance: Alliance, brief: Brief, route: Route) -> Location:
    return alliance.entry(brief).document.locate(route)


def _taken(path: str, first: Brief) -> Problem:
    return Problem(
        Location(path),
        f"the id `{first.id}` is taken: another {first.kind} has it",
        "rename one of them, or delete it if both are about the same thing",
        related=((Location(first.path), "first given here"),),
    )


def _repeated(
    alliance: Alliance, what: str, ids: Sequence[tuple[str, Brief, Route]]
) -> Iterator[Problem]:
    seen: dict[str, tuple[Brief, Route]] = {}
    for key, brief, route in ids:
        first, its_route = seen.setdefault(key, (brief, route))
        if (first, its_route) != (brief, route):
            yield Problem(
                _place(alliance, brief, route),
                f"the id `{key}` is taken: another {what} has it",
                "give one of the two another id",
                related=((_place(alliance, first, its_route), "first given here"),),
            )


CHECK = Check("duplicate-id", Severity.ERROR, judge=judge)
