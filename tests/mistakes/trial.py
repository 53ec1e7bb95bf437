"""The whole alliance that is shipped, checked with some of its files changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import pytest

from gsca_cli.alliance import read as opening
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.checking import Checked, check, checking, closely
from gsca_cli.checking.checking import NO_SETTINGS
from gsca_cli.checking.closely import outcome_of
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.reader import Reader
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import survey
from gsca_cli.findings import Finding
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.snapshot import InMemory, Snapshot
from gsca_cli.snapshots.worktree import Worktree

ROOT: Final = Path(__file__).parents[2]
TODAY: Final = date(2024, 6, 1)

_MOST_SETTINGS: Final = 4

Changes = Mapping[str, bytes | None]
"""Files by path: their new content, or None for one that is gone."""


class Seen:
    """What the checks have asked of the settings: where that is the same, so is what they find."""

    def __init__(self, context: Context) -> None:
        self._settings = context.settings
        self._rest = context._replace(settings=NO_SETTINGS)
        self._asked: dict[str, Any] = {}
        self.context = context._replace(settings=cast("Any", self))

    def __getattr__(self, name: str) -> Any:
        self._asked[name] = getattr(self._settings, name)
        return self._asked[name]

    def fits(self, context: Context) -> bool:
        """Would the checks see the same under these settings?"""
        return context._replace(settings=NO_SETTINGS) == self._rest and (
            context.settings is self._settings
            or all(getattr(context.settings, name) == value for name, value in self._asked.items())
        )


class Bench:
    """Checks the alliance again and again; what no change touches is read and looked at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        tree = Worktree(ROOT)
        paths = [file.path for file in tree.files() if holds_records(file.path)]
        self.files: Mapping[str, bytes] = {path: tree.read(path) for path in paths}
        self._outcomes: dict[str, list[tuple[Seen, Outcome]]] = {}
        self._entries: dict[RecordPath, Entry | list[Finding]] = {}
        self._briefs: dict[RecordPath, Brief] = {}
        monkeypatch.setattr(Reader, "at_a_glance", self._known_or(Reader.at_a_glance))
        monkeypatch.setattr(closely, "read_file", self._read_file)
        monkeypatch.setattr(checking, "identify", cache(identify))
        monkeypatch.setattr(closely, "brief", self._known_brief)
        monkeypatch.setattr(checking, "survey", self._surveyed(survey))
        monkeypatch.setattr(opening, "read_file", self._read_file)

    def findings(self, changes: Changes) -> Sequence[Finding]:
        """What is found once some files are changed."""
        return self.checked(changes).findings

    def checked(self, changes: Changes) -> Checked:
        """The alliance once some files are changed."""
        return check(self.snapshot(changes), TODAY)

    def snapshot(self, changes: Changes) -> InMemory:
        """All files, some of them changed."""
        files = {**self.files, **changes}
        return InMemory({path: held for path, held in files.items() if held is not None})

    def _known_or(
        self, glanced: Callable[[Reader, Sequence[Unread]], Sequence[Outcome | None]]
    ) -> Callable[[Reader, Sequence[Unread]], Sequence[Outcome | None]]:
        """What a file gives that no change touches is known; at others there is a glance."""

        def known_or_glanced(reader: Reader, unread: Unread) -> Outcome | None:
            path = unread.place.path
            if unread.content != self.files.get(path):
                (glance,) = glanced(reader, [unread])
                return glance
            for seen, found in self._outcomes.setdefault(path, []):
                if seen.fits(reader.context):
                    return found
            # What it says is known too: only what the checks make of it is not.
            entry = self._read_file(InMemory({path: unread.content}), unread.place)
            seen = Seen(reader.context)
            found = outcome_of(entry, seen.context, looks=True)
            # The first is that under the settings that are shipped; of all others, few are enough.
            del self._outcomes[path][_MOST_SETTINGS:]
            self._outcomes[path].insert(1, (seen, found))
            return found

        return lambda reader, unread: [known_or_glanced(reader, each) for each in unread]

    def _read_file(self, snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
        if snapshot.read(place.path) != self.files.get(place.path):
            return read_file(snapshot, place)
        if place not in self._entries:
            self._entries[place] = read_file(snapshot, place)
        return self._entries[place]

    def _known_brief(self, entry: Entry) -> Brief:
        place = RecordPath(entry.path, entry.kind, entry.id)
        if self._entries.get(place) is not entry:
            return brief(entry)
        if place not in self._briefs:
            self._briefs[place] = brief(entry)
        return self._briefs[place]

    @staticmethod
    def _surveyed(survey: Callable[..., Any]) -> Callable[..., Any]:
        """What depends on the names of the files, and on the settings."""
        known: dict[tuple[str, ...], tuple[Any, list[Finding]]] = {}

        def surveyed(paths: Sequence[str], context: Context) -> list[Finding]:
            key = tuple(paths)
            if key not in known or known[key][0] is not context.settings:
                known[key] = context.settings, list(survey(paths, context))
            return known[key][1]

        return surveyed
