"""Histories made by hand, without git: the id of a content is the text itself."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from small_alliance import OSLO, TODAY, alliance_of

from gsca_cli.analysis.changes.sides import Sides
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.life.figures import Event
from gsca_cli.analysis.life.life import life
from gsca_cli.analysis.life.lineage import Passage, lineage
from gsca_cli.analysis.life.past import Chronicle, Past
from gsca_cli.analysis.life.versions import Versions
from gsca_cli.render.sentences import sentence
from gsca_cli.snapshots.git import Commit, Git
from gsca_cli.snapshots.history import Step, Touch
from gsca_cli.snapshots.repository import RecordPath, identify

HERE = "data/cities/oslo.yaml"
THERE = "data/cities/bergen.yaml"
DAY = 86400


def step(subject: str, *touched: Touch, first: bool = False) -> Step:
    """A commit, known by its first line."""
    return Step(Commit(f"{subject:0>40}", DAY, "Ana", subject), touched, first=first)


def change(before: str | None, after: str | None, path: str = HERE, *others: str) -> Touch:
    """A file that gets other contents, comes or goes; `others` are those of other parents."""
    return Touch(path, path, before, after, tuple((path, each) for each in others))


def move(was: str, path: str, before: str, after: str) -> Touch:
    """A file that gets another path, as git sees it."""
    return Touch(path, was, before, after)


def versions() -> Versions:
    """Reads contents that are their own ids."""
    return Versions(str.encode)


def place(path: str = HERE) -> RecordPath:
    """The record that stands at a path."""
    found = identify(path)
    assert isinstance(found, RecordPath)
    return found


def passages(steps: Sequence[Step], content: str | None, path: str = HERE) -> list[Passage]:
    """What led to a content at a path."""
    return list(lineage(steps, place(path), content, versions()))


def subjects(steps: Sequence[Step], content: str | None, path: str = HERE) -> list[str]:
    """The first lines of the commits that led to a content at a path."""
    return [passage.commit.subject for passage in passages(steps, content, path)]


def past(steps: Sequence[Step], content: str | None, path: str = HERE) -> Past:
    """The past of the record at a path."""
    chronicle = Chronicle(Git(Path("nowhere")), "", "", steps, versions())
    return Past(chronicle, place(path), content)


def sides(day: date = TODAY) -> Sides:
    """The words of the small alliance."""
    edition = Edition(alliance_of(), Wish("en", day))
    return Sides(edition, edition)


def told(steps: Sequence[Step], content: str | None, route: str = "") -> list[str]:
    """The life of Oslo, newest first: first lines of commits, and what each changed."""
    found = past(steps, content)
    events = life(sides(), found, place(), found.last, route).events
    return [f"{_subject(event)}: {_said(event)}" for event in events]


def _subject(event: Event) -> str:
    return event.commit.subject if event.commit else "not committed"


def _said(event: Event) -> str:
    return "; ".join([event.what, *(sentence(each) for each in event.changes)])


def oslo(plan: str = "unknown", letter: str = "completed", more: str = "") -> str:
    """What Oslo says, with two of its steps and something more."""
    head, _, tail = OSLO.partition("  letter: ")
    rest = tail.split("\n", 2)[2]
    return f"{head}  letter: {letter}\n  plan: {plan}\n{rest}{more}"
