"""The whole alliance that is shipped, checked with some of its files changed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from gsca_cli import checking
from gsca_cli.alliance import alliance as linked
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import look_at, survey
from gsca_cli.documents.document import Document
from gsca_cli.findings import Finding
from gsca_cli.snapshots.repository import MARKER, RecordPath, holds_records, identify
from gsca_cli.snapshots.snapshot import InMemory, Snapshot
from gsca_cli.snapshots.worktree import Worktree

ROOT: Final = Path(__file__).parents[2]
TODAY: Final = date(2024, 6, 1)

Changes = Mapping[str, bytes | None]
"""Files by path: their new content, or None for one that is gone."""


class Bench:
    """Checks the alliance again and again; what no change touches is read and looked at once.

    What is made of one file depends on that file and on the settings: so it is kept for a file
    that is as shipped, under settings that are.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        tree = Worktree(ROOT)
        paths = [file.path for file in tree.files() if holds_records(file.path)]
        self.files: Mapping[str, bytes] = {path: tree.read(path) for path in paths}
        self._entries: dict[str, Entry | list[Finding]] = {}
        self._kept: dict[tuple[str, str], Any] = {}
        monkeypatch.setattr(checking, "identify", cache(identify))
        monkeypatch.setattr(checking, "survey", self._surveyed(survey))
        monkeypatch.setattr(checking, "read_file", self._read_file)
        monkeypatch.setattr(linked, "read_file", self._read_file)
        monkeypatch.setattr(checking, "look_at", self._looked_at(look_at))
        for name in ("brief", "allowances"):
            monkeypatch.setattr(checking, name, self._once(name, getattr(checking, name)))

    def findings(self, changes: Changes) -> Sequence[Finding]:
        """What is found once some files are changed."""
        return self.checked(changes).findings

    def checked(self, changes: Changes) -> checking.Checked:
        """The alliance once some files are changed."""
        return checking.check(self.snapshot(changes), TODAY)

    def snapshot(self, changes: Changes) -> InMemory:
        """All files, some of them changed."""
        files = {**self.files, **changes}
        return InMemory({path: held for path, held in files.items() if held is not None})

    def _read_file(self, snapshot: Snapshot, place: RecordPath) -> Entry | list[Finding]:
        path = place.path
        if snapshot.read(path) != self.files.get(path):
            return read_file(snapshot, place)
        if path not in self._entries:
            self._entries[path] = read_file(snapshot, place)
        return self._entries[path]

    def _once(self, name: str, make: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """What depends on one entry, or its document, alone."""

        def made(of: Entry | Document) -> Any:
            if not self._is_shipped(of):
                return make(of)
            if (name, of.path) not in self._kept:
                found = make(of)
                self._kept[name, of.path] = list(found) if isinstance(of, Document) else found
            return self._kept[name, of.path]

        return made

    def _looked_at(self, look_at: Callable[[Entry, Context], Any]) -> Callable[..., Any]:
        """What depends on one entry and on the settings."""

        def looked_at(entry: Entry, context: Context) -> Any:
            root = self._entries.get(MARKER)
            settings = root.record if isinstance(root, Entry) else None
            if context.settings is not settings or not self._is_shipped(entry):
                return look_at(entry, context)
            return self._once("look_at", lambda of: list(look_at(of, context)))(entry)

        return looked_at

    def _is_shipped(self, of: Entry | Document) -> bool:
        entry = self._entries.get(of.path)
        return isinstance(entry, Entry) and (entry is of or entry.document is of)

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
