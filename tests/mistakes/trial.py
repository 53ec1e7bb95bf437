"""The whole alliance that is shipped, checked with some of its files changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from gsca_cli.alliance import alliance as linked
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.checking import Checked, check, checking, readers
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.readers import read
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import survey
from gsca_cli.findings import Finding
from gsca_cli.snapshots.repository import RecordPath, holds_records, identify
from gsca_cli.snapshots.snapshot import InMemory, Snapshot
from gsca_cli.snapshots.worktree import Worktree

ROOT: Final = Path(__file__).parents[2]
TODAY: Final = date(2024, 6, 1)

Changes = Mapping[str, bytes | None]
"""Files by path: their new content, or None for one that is gone."""


class Bench:
    """Checks the alliance again and again; what no change touches is read and looked at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        tree = Worktree(ROOT)
        paths = [file.path for file in tree.files() if holds_records(file.path)]
        self.files: Mapping[str, bytes] = {path: tree.read(path) for path in paths}
        self._outcomes: dict[str, Outcome] = {}
        self._settings: object = None
        self._entries: dict[RecordPath, Entry | list[Finding]] = {}
        monkeypatch.setattr(readers, "read", self._read)
        monkeypatch.setattr(checking, "read_file", self._read_file)
        monkeypatch.setattr(checking, "identify", cache(identify))
        monkeypatch.setattr(checking, "survey", self._surveyed(survey))
        monkeypatch.setattr(linked, "read_file", self._read_file)

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

    def _read(self, unread: Unread, context: Context, *, looks: bool) -> Outcome:
        path = unread.place.path
        if unread.content != self.files.get(path):
            return read(unread, context, looks=looks)
        if context.settings is not self._settings:
            self._outcomes.clear()
            self._settings = context.settings
        if path not in self._outcomes:
            self._outcomes[path] = read(unread, context, looks=looks)
        return self._outcomes[path]

    def _read_file(self, snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
        if snapshot.read(place.path) != self.files.get(place.path):
            return read_file(snapshot, place)
        if place not in self._entries:
            self._entries[place] = read_file(snapshot, place)
        return self._entries[place]

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
