"""What several reports say of a record: its notes, its claims, the states it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.counts import listed
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.notes import DatedNote
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.newness import Newness
from gsca_cli.records.record import Note, State
from gsca_cli.records.when import When


@dataclass(frozen=True, slots=True)
class NoteLine:
    """Something worth knowing, with its date and sources; `about` names another record."""

    date: str
    text: str
    sources: tuple[int, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A count that a source states, beside what is listed here.

    `agrees` is true where the two fit. `cohort` is its name where members of one are counted.
    """

    count: str
    cohort: str
    value: str
    listed: int
    agrees: bool
    as_of: str
    note: str
    sources: tuple[int, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateLine:
    """A state with everything that is known of it."""

    status: str
    symbol: str
    word: str
    since: str
    as_of: str
    due: str
    until: str
    note: str
    evidence: tuple[str, ...]
    sources: tuple[int, ...]
    marks: tuple[str, ...]
    newness: Newness
    reported_by: str = ""
    reviewed: str = ""
    reviewer: str = ""
    derived: bool = False


def note_lines(
    edition: Edition, notes: Iterable[Note | DatedNote], about: str = ""
) -> tuple[NoteLine, ...]:
    """Notes in the order of their dates, those without one last."""
    return tuple(
        NoteLine(str(note.date or ""), edition.text(note.text), edition.cite(note.sources), about)
        for note in sorted(notes, key=lambda note: chronological(note.date))
    )


def chronological(when: When | None) -> tuple[str, str]:
    """A key that sorts dates by their beginning, and what has none last."""
    if when is None:
        return ("9999", "")
    day = when.earliest or when.latest
    return (day.isoformat() if day else "", when.text)


def claim_lines(edition: Edition, brief: Brief, entry: Entry) -> tuple[ClaimLine, ...]:
    """The claims of a record, each beside the count of what is listed."""
    lines = []
    for claim in entry.record.claims:
        number = listed(edition.alliance, brief, claim)
        if number is None:
            continue
        cohort = claim.count.partition(":")[2]
        cohorts = getattr(entry.record, "cohorts", {})
        lines.append(
            ClaimLine(
                claim.count,
                edition.text(cohorts[cohort].name) if cohort in cohorts else cohort,
                claim.value.text,
                number,
                claim.value.holds(number),
                str(claim.as_of or ""),
                edition.text(claim.note),
                edition.cite(claim.sources),
                edition.marks(entry, f"claims.{claim.count}"),
            )
        )
    return tuple(lines)


def state_line(
    edition: Edition, entry: Entry, at: str, state: State, words: tuple[str, str, str]
) -> StateLine:
    """A state of an entry at a route; `words` are the status, its symbol and its name.

    Whether it is new is for those to say who know what it was before.
    """
    routes: Sequence[str] = [at, *(f"{at}.{field}" for field in type(state).model_fields)]
    return StateLine(
        *words,
        since=str(state.since or ""),
        as_of=str(state.as_of or ""),
        due=str(state.due or ""),
        until=str(state.until or ""),
        note=edition.text(state.note),
        evidence=state.evidence,
        sources=edition.cite(state.sources),
        marks=edition.marks(entry, *routes),
        newness=Newness.NOT,
        reported_by=state.reported_by or "",
        reviewed=str(state.reviewed.date) if state.reviewed else "",
        reviewer=state.reviewed.role if state.reviewed else "",
    )
