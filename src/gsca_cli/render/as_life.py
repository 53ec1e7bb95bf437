"""The life of a record: for a terminal, as Markdown, and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Final

from gsca_cli.analysis.changes.change import What
from gsca_cli.analysis.life.figures import Committed, Event, Life
from gsca_cli.findings import printable
from gsca_cli.render.as_json import SCHEMA_VERSION
from gsca_cli.render.encodable import json_text
from gsca_cli.render.markdown import markdown
from gsca_cli.render.plain import plain
from gsca_cli.render.sentences import sentence, sentence_of_cell

NOT_COMMITTED: Final = "not committed yet"
SHORT: Final = 7
"""As many letters of a commit's id as readers see."""


def render_life(life: Life) -> str:
    """A heading, then each commit with its day and its author, and below it what it changed."""
    lines = ["  ".join([_title(life), life.route or life.path])]
    for event in life.events:
        lines += ["", about(event.commit), *(f"  {told}" for told in _told(life, event))]
    beside = [line for each in _beside(life) for line in ("", each)]
    return "".join(f"{printable(line)}\n" for line in [*lines, *beside])


def render_life_markdown(life: Life) -> str:
    """A heading, then each commit with a list of what it changed."""
    where = " · ".join(each for each in (f"{life.kind}/{life.id}", life.route, life.path) if each)
    lines = [f"# {markdown(life.name)}", "", str(markdown(where))]
    for event in life.events:
        day, *more = _parts(event.commit)
        lines += ["", " · ".join([f"**{markdown(day)}**", *map(markdown, more)]), ""]
        lines += [f"- {markdown(told)}" for told in _told(life, event)]
    lines += [line for each in _beside(life) for line in ("", str(markdown(each)))]
    return "\n".join(lines) + "\n"


def about(commit: Committed | None) -> str:
    """A commit in a line, above what it did."""
    return "  ".join(_parts(commit))


def _parts(commit: Committed | None) -> list[str]:
    """The day of a commit, its id, its author, and what it says of itself."""
    if commit is None:
        return [NOT_COMMITTED]
    parts = [commit.date, commit.id[:SHORT], commit.author or "nobody", commit.subject]
    return [part for part in parts if part]


def life_json(life: Life) -> str:
    """The figures themselves; names of strangers in them steer nothing."""
    return json_text({"schema_version": SCHEMA_VERSION, "life": plain(life)}) + "\n"


def _title(life: Life) -> str:
    key = f"{life.kind}/{life.id}"
    return key if life.name == life.id else f"{key}  {life.name}"


def _told(life: Life, event: Event) -> Iterator[str]:
    """What an event is about, one sentence after the other."""
    heading = _heading(life, event)
    if heading and not (life.route and event.changes):
        yield heading
    for change in event.changes:
        yield sentence_of_cell(change) if life.route.startswith(change.at) else sentence(change)


def _heading(life: Life, event: Event) -> str:
    """What happened to the record as a whole; nothing if only parts of it changed."""
    whole = ""
    match event.what:
        case What.ADDED:
            whole = "is back" if event.again else f"new {life.kind}"
            whole = "the oldest version in this clone" if event.oldest else whole
        case What.REMOVED:
            whole = "deleted"
        case What.RENAMED:
            whole = f"has the id {event.id} now, before: {event.former}"
    if event.became:
        whole = f"the {life.kind} that had this id was renamed to {event.became}"
    if event.mistakes:
        reading = f"cannot be read here: {_number(event.mistakes, 'mistake')}"
    else:
        reading = "can be read again" if event.mended else ""
    return "; ".join(each for each in (whole, reading) if each)


def _beside(life: Life) -> Iterator[str]:
    """What is told at the end."""
    if life.layout and not life.route:
        commits = _number(life.layout, "commit")
        yield f"{commits} changed only its layout, the ids of others, or what gsca does not read."
    if life.seen_at:
        name, back, number = life.seen_at.partition("~")
        at = f"{name[:SHORT]}{back}{number}"
        yield f"`gsca show {life.kind}/{life.id} --at {at}` shows it as it was."
    yield from shallow(event.commit.id for event in life.events if event.oldest and event.commit)


def shallow(commits: Iterable[str]) -> Iterator[str]:
    """Why there may be more to tell than a clone knows, and how to get it."""
    ends = ", ".join(dict.fromkeys(commit[:SHORT] for commit in commits))
    if ends:
        yield (
            f"This clone is shallow: it ends at {ends}, and the record may be older. Fetch all of "
            "the history with `git fetch --unshallow`, in CI with `fetch-depth: 0`."
        )


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
