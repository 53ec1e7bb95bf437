"""gsca trend: selections and completed steps over time."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from gsca_cli.alliance.brief import Brief
from gsca_cli.analysis.dated import dated_trend
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.periods import By
from gsca_cli.analysis.trend import Question, Trend
from gsca_cli.cli.bygone import with_those_gone
from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.languages import language_of
from gsca_cli.cli.meant import meant
from gsca_cli.cli.moments import MeetingAgo, moment_of
from gsca_cli.cli.opening import Opened, open_at, open_recorded, tell_errors, the_since
from gsca_cli.cli.options import (
    At,
    Language,
    Output,
    Root,
    TodayThen,
    terminal_width,
    the_beginning,
    write,
)
from gsca_cli.cli.reading import NoCache
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind
from gsca_cli.records.when import When
from gsca_cli.render.as_json import render_json
from gsca_cli.render.as_trend import render_trend, trend_csv, trend_markdown

TRENDS = (Kind.REGION, Kind.CITY, Kind.POLICY)


class Format(StrEnum):
    """How a trend is written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"
    CSV = "csv"


def command(
    key: Annotated[
        str | None, Argument(metavar="[ID]", help="A region, city or policy (default: all).")
    ] = None,
    root: Root = None,
    at: At = None,
    today: TodayThen = None,
    since: Annotated[
        str | None,
        Option(metavar="MOMENT", help="Leave out what ended before this date or meeting."),
    ] = None,
    by: Annotated[By, Option(help="What a line stands for.")] = By.MONTH,
    recorded: Annotated[
        bool, Option("--recorded", help="Count what git had on record, dated or not.")
    ] = False,
    lang: Language = None,
    form: Annotated[Format, Option("--format", help="How it is written.")] = Format.TEXT,
    output: Output = None,
    _no_cache: NoCache = False,
) -> int:
    """Count selections and completed steps over time.

    A selection counts from its `since` until its `until`, a completed step from its `since`; what
    has no date is counted apart. With --recorded, git tells what was on record, and when.

    Example: gsca trend north --by quarter --since 2023
    """
    opened = (open_recorded if recorded else open_at)(root, today, at, key)
    tell_errors(opened)
    alliance = opened.checked.alliance
    language = language_of(alliance, lang)
    wish = Wish(language, opened.day, _beginning(since, opened, key, root) if since else None)
    with with_those_gone(opened, root, key):
        brief = _about(meant(alliance, key, opened.past)) if key else None
    question = Question(Edition(alliance, wish), brief, by)
    found = _recorded(question, opened, root) if recorded else dated_trend(question)
    write(_rendered(found, form), output, pages=True)
    return 0


def _beginning(since: str, opened: Opened, key: str | None, root: Path | None) -> When | None:
    """The date from which on lines are shown: it is given, or that of a meeting.

    Raises:
        UsageError: it is neither, has no beginning, or is later than today.
        CannotRunError: there is no such meeting.
    """
    if not isinstance(moment_of("--since", since, spans=True), MeetingAgo):
        the_beginning("--since", since)
    return the_since(since, opened, key, root).when


def _about(brief: Brief) -> Brief:
    """The record that is meant.

    Raises:
        UsageError: nothing of its kind is counted over time.
    """
    if brief.kind not in TRENDS:
        message = f"{brief.kind.one} has no trend; give a region, a city, a policy, or nothing"
        raise UsageError(message)
    return brief


def _recorded(question: Question, opened: Opened, root: Path | None) -> Trend:
    # Only this question starts a process: every other run is spared the machinery for it.
    from gsca_cli.alliance.past import Past  # noqa: PLC0415
    from gsca_cli.analysis.recorded import recorded_trend  # noqa: PLC0415
    from gsca_cli.cli.archive import Archive  # noqa: PLC0415

    archive = opened.past.archive if opened.past else Archive(root)
    commit = opened.past.recorded.commit.id if opened.past else archive.git.commit("HEAD")
    brief = question.brief
    only = brief.id if brief and brief.kind is Kind.CITY else None
    past = Past(archive.git, commit, archive.folder, question.edition.alliance, only)
    found = recorded_trend(question, past)
    return replace(found, commit=commit) if opened.past else found


def _rendered(found: Trend, form: Format) -> str:
    match form:
        case Format.JSON:
            return render_json("trend", found)
        case Format.CSV:
            return trend_csv(found)
        case Format.MD:
            return trend_markdown(found)
        case Format.TEXT:
            return render_trend(found, terminal_width())
