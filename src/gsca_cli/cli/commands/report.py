"""gsca report: the progress of a region, a city, a policy, a track, or the whole alliance."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.records_only import records_only
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.cli.bygone import with_those_gone
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.languages import language_of
from gsca_cli.cli.limits import Limit, tell_hidden
from gsca_cli.cli.meant import meant
from gsca_cli.cli.opening import Beginning, open_at, tell_errors, the_since
from gsca_cli.cli.options import (
    At,
    Language,
    Output,
    Root,
    Since,
    TodayThen,
    is_for_a_person,
    terminal_width,
    wants_colour,
    write,
)
from gsca_cli.cli.reading import NoCache
from gsca_cli.cli.reports import REPORTS, document, figures_of
from gsca_cli.errors import CannotRunError, UsageError
from gsca_cli.kinds import Kind
from gsca_cli.render.as_csv import policies_csv, steps_csv
from gsca_cli.render.as_json import render_json

_LONGEST_TEXT = 500_000
"""Characters; to lay out more would take longer than anybody reads."""


class Format(StrEnum):
    """How a report is written."""

    MD = "md"
    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Table(StrEnum):
    """Which table of a region's report."""

    POLICIES = "policies"
    STEPS = "steps"


class Sort(StrEnum):
    """The order of the rows."""

    NAME = "name"
    SELECTIONS = "selections"
    PROGRESS = "progress"


def command(
    key: Annotated[
        str | None,
        Argument(metavar="[ID]", help="A region, city, policy or track (default: all)."),
    ] = None,
    root: Root = None,
    at: At = None,
    today: TodayThen = None,
    since: Since = None,
    lang: Language = None,
    sort: Annotated[Sort, Option(help="The order of the rows; ties by name.")] = Sort.NAME,
    limit: Limit = None,
    form: Annotated[
        Format | None,
        Option("--format", help="How it is written (default: text on a terminal, else md)."),
    ] = None,
    table: Annotated[
        Table | None, Option(help="Which table of a region, for --format csv.")
    ] = None,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """Report on a region, city, policy or track; with no ID, on the whole alliance.

    A region's report has the two tables of its progress: which city selected which policy, and
    where each city stands on the steps.

    Example: gsca report north --since 2022-05
    """
    if table is not None and form is not Format.CSV:
        message = "--table goes with --format csv; any other format shows all tables"
        raise UsageError(message)
    opened = open_at(root, today, at, key)
    tell_errors(opened)
    alliance = records_only(opened.checked.alliance)
    begin = Beginning() if since is None else the_since(since, opened, key, root)
    language = language_of(alliance, lang)
    wish = Wish(language, opened.day, begin.when, sort, begin.before, begin.label, limit)
    with with_those_gone(opened, root, key):
        brief = meant(alliance, key, opened.past) if key else None
    kind, figures = _figures(Edition(alliance, wish), brief)
    if limit is not None and kind is not Kind.REGION:
        message = "--limit shortens the tables of a region; this report has none: name a region"
        raise UsageError(message)
    if form in {Format.CSV, Format.JSON} and kind is Kind.REGION:
        rows = len(figures.policies.rows)
        tell_hidden(rows, rows + figures.policies.hidden)
    if form is Format.CSV:
        write(_csv(kind, figures, table), output, pages=True)
    elif form is Format.JSON:
        write(render_json(kind, figures), output, pages=True)
    else:
        pieces: Iterable[str] = document(opened.snapshot, kind, figures)
        if form is Format.TEXT or (form is None and is_for_a_person(output)):
            pieces = [_laid_out(pieces, colour=wants_colour() and not output, may_stay=not form)]
        write(pieces, output, pages=True)
    return 0


def _figures(edition: Edition, brief: Brief | None) -> tuple[Kind, Any]:
    """The figures of a record, or of all of them, and what they are about.

    Raises:
        UsageError: its kind has no report.
    """
    if brief is None:
        return Kind.ALLIANCE, figures_of(edition, Kind.ALLIANCE)
    if brief.kind not in REPORTS:
        message = f"{brief.kind.one} has no report; try `gsca show {brief.key}`"
        raise UsageError(message)
    return brief.kind, figures_of(edition, brief.kind, brief)


def _laid_out(pieces: Iterable[str], *, colour: bool, may_stay: bool) -> str:
    """A document as a terminal shows it; one that is too long for that may stay as it is.

    Raises:
        CannotRunError: it is too long, and may not.
    """
    text = "".join(pieces)
    if len(text) > _LONGEST_TEXT:
        if may_stay:
            return text
        message = "the report is too long for --format text; write it as md"
        raise CannotRunError(message)
    # rich is loaded only by who asks for it.
    from gsca_cli.render.as_terminal import render_document  # noqa: PLC0415

    return render_document(text, terminal_width(), colour=colour)


def _csv(kind: Kind, figures: Any, table: Table | None) -> str:
    """One table of a region.

    Raises:
        UsageError: no table is named, or there is none.
    """
    if kind is not Kind.REGION:
        message = "--format csv writes the tables of a region; for records, use `gsca list`"
        raise UsageError(message)
    if table is None:
        message = "--format csv writes one table: choose --table policies or --table steps"
        raise UsageError(message)
    if table is Table.POLICIES:
        return policies_csv(figures.policies)
    if figures.steps is None:
        message = f"{figures.region.name} names no track, so it has no table of steps"
        raise UsageError(message)
    return steps_csv(figures.steps)
