"""Makes the words that the index keeps, with the reader that every command uses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.names import in_language
from gsca_cli.alliance.read import read_file
from gsca_cli.cli.completing.repository import PLAIN
from gsca_cli.findings import printable
from gsca_cli.records.record import Record
from gsca_cli.records.region import Region
from gsca_cli.records.settings import Settings
from gsca_cli.records.texts import ANY_LANGUAGE, Texts
from gsca_cli.records.track import Track
from gsca_cli.snapshots.repository import RecordPath, identify
from gsca_cli.snapshots.worktree import Worktree

Named = Iterable[tuple[str, Mapping[str, str]]]

_LONGEST: Final = 80


def words_of(root: Path, paths: Sequence[str]) -> dict[str, dict[str, str]]:
    """The ids that stand inside of some files, and the name of each; what is broken has none."""
    records = list(_records(Worktree(root), paths))
    settings = next(
        (each for _, each in records if isinstance(each, Settings)),
        Settings(name=Texts({ANY_LANGUAGE: "?"})),
    )
    found: dict[str, dict[str, str]] = {}
    for target, named in _named(settings, records):
        words = found.setdefault(target, {})
        for key, names in named:
            if PLAIN.fullmatch(key):
                name = in_language(names, settings.language, settings.language).text
                words.setdefault(key, printable(" ".join(name.split())[:_LONGEST]))
    return found


def _records(files: Worktree, paths: Iterable[str]) -> Iterator[tuple[str, Record]]:
    for path in paths:
        place = identify(path)
        if isinstance(place, RecordPath):
            try:
                entry = read_file(files, place)
            except OSError:
                continue
            if isinstance(entry, Entry):
                yield place.id, entry.record


def _named(
    settings: Settings, records: Iterable[tuple[str, Record]]
) -> Iterator[tuple[str, Named]]:
    """For each target of a reference, some of what it may name."""
    yield "status", ((each.id, each.name) for each in settings.statuses)
    yield "role", ((each.id, each.name) for each in settings.roles)
    yield "standing", ((each.id, each.name) for each in settings.standings)
    yield "language", [(settings.language, {})]
    for key, record in records:
        if isinstance(record, Track):
            yield f"step/{record.walked_by}", ((each.id, each.name) for each in record.steps)
            yield "phase", ((each.id, each.name) for each in record.phases)
            if record.walked_by == "city":
                yield "track", [(key, record.name)]
        elif isinstance(record, Region):
            cohorts = record.cohorts.items()
            yield f"cohort/{key}", ((cohort, each.name) for cohort, each in cohorts)
            yield "language", ((tag, {}) for tag in record.languages)
