"""What changed between two moments: for a terminal, and for the page of a pull request."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from gsca_cli.analysis.changes.change import RecordChanges
from gsca_cli.analysis.changes.comparison import Group
from gsca_cli.analysis.diff import Diff
from gsca_cli.findings import printable
from gsca_cli.kinds import Kind
from gsca_cli.render.as_turned import Section, turned_sections
from gsca_cli.render.markdown import markdown
from gsca_cli.render.sentences import headline, sentence

_MOST_FINDINGS: Final = 20
_MOST_IN_TEXT: Final = 10
LARGEST_PAGE: Final = 60_000
"""Characters: a comment on GitHub takes 65,536."""


def render_changes(diff: Diff) -> str:
    """What changed, for a terminal: a heading for each group, a line for each change."""
    lines = [f"From {diff.before} to {diff.after}:", ""]
    for group in diff.groups:
        lines += [title(group), *(f"  {line}" for line in _lines(group)), ""]
    beside, found = [*_beside(diff)], [*_findings(diff)]
    lines += [*beside, *([""] if beside and found else []), *found, f"{summary(diff)}."]
    return "".join(f"{printable(line)}\n" for line in lines)


def _findings(diff: Diff) -> Iterator[str]:
    """What became of the findings."""
    for title, found in turned_sections(diff):
        yield f"{title}:"
        yield from (f"  {line}" for line in _first(found, _MOST_IN_TEXT))
        yield ""


def _first(lines: Sequence[str], most: int) -> Iterator[str]:
    yield from lines[:most]
    if len(lines) > most:
        yield f"and {len(lines) - most:,} more"


def _lines(group: Group) -> Iterator[str]:
    for record in group.records:
        for told, risks in sentences(record):
            yield f"{record.name}: {told}{f'  (!) {risks}' if risks else ''}"


def sentences(record: RecordChanges) -> Iterator[tuple[str, str]]:
    """What happened to a record, one sentence after the other, each with why to look twice."""
    if told := headline(record):
        yield told, ", ".join(record.own_risks)
    for change in record.changes:
        yield sentence(change), ", ".join(change.risks)


def title(group: Group) -> str:
    """What a group of records is."""
    if group.kind is not Kind.CITY:
        return group.kind.plural.capitalize() if group.kind is not Kind.ALLIANCE else "The alliance"
    return " and ".join(group.regions) if group.regions else "Cities of no region"


def summary(diff: Diff) -> str:
    """How much changed, in a line, and of how much nobody can tell."""
    unread = f"{_number(len(diff.unread), 'record')} could not be compared" if diff.unread else ""
    if not diff.records:
        return f"{unread}; no other change in meaning" if unread else "No change in meaning"
    told = f"{_number(diff.changes, 'change')} in {_number(diff.records, 'record')}"
    risks = f"{diff.risks:,} to look at twice" if diff.risks else ""
    return "; ".join(each for each in (told, risks, unread) if each)


def _beside(diff: Diff) -> Iterator[str]:
    """What is no change in meaning, and what nobody can tell."""
    if diff.layout:
        yield f"Only the layout or comments differ in {_listed(diff.layout)}."
    if diff.unread:
        yield f"Not compared, because it cannot be read on one side: {_listed(diff.unread)}."
    if not diff.is_checked and (diff.records or diff.layout or diff.unread):
        yield "Findings are not compared in an alliance of this size; `--format md` does it."


def _listed(paths: tuple[str, ...], most: int = 5) -> str:
    more = len(paths) - most
    return ", ".join(paths[:most]) + (f" and {more} more" if more > 0 else "")


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def render_changes_markdown(diff: Diff, folds: Iterable[tuple[str, str]] = ()) -> str:
    """What changed, for the page of a pull request: a summary, a table, the findings.

    A fold is a title, and Markdown that is shown once somebody opens it. What is more than a page
    takes is left out, and that is said.
    """
    moments = f"From {diff.before} to {diff.after}"
    lines = [f"**{summary(diff)}.** {markdown(moments)}.", ""]
    lines += _table([row for group in diff.groups for row in _rows(group)])
    lines += [f"{markdown(line)}\n" for line in _beside(diff)]
    lines += [line for section in turned_sections(diff) for line in _section(section)]
    lines += _folds(folds, LARGEST_PAGE - sum(map(len, lines)))
    return "\n".join(lines).rstrip() + "\n"


def _table(rows: Sequence[str]) -> Iterator[str]:
    if not rows:
        return
    yield from ("| Record | What changed | Look twice |", "| --- | --- | --- |")
    room = LARGEST_PAGE // 2
    for number, row in enumerate(rows):
        room -= len(row)
        if room < 0:
            yield f"\n{len(rows) - number:,} more lines are not shown; `gsca diff` shows all."
            break
        yield row
    yield ""


def _rows(group: Group) -> Iterator[str]:
    yield f"| **{markdown(title(group))}** | | |"
    for record in group.records:
        for told, risks in sentences(record):
            yield f"| {markdown(record.name)} | {markdown(told)} | {markdown(risks)} |"


def _folds(folds: Iterable[tuple[str, str]], room: int) -> Iterator[str]:
    """As many as there is room for; the others are not even made."""
    for name, text in folds:
        room -= len(text)
        if room < 0:
            yield (
                "More tables are not shown: they are too long. `gsca report ID --since REV` shows "
                "each of them.\n"
            )
            return
        yield from ("<details>", f"<summary>{escape(name)}</summary>", "", text, "</details>", "")


def _section(section: Section) -> Iterator[str]:
    yield from (f"{markdown(section.title)}:", "")
    yield from (f"- {markdown(line)}" for line in _first(section.lines, _MOST_FINDINGS))
    yield ""
