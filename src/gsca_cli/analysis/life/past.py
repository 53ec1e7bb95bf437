"""All that one record ever said, as far as git knows and as far as it can be read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeGuard

from gsca_cli.analysis.life.lineage import Passage, heir, lineage
from gsca_cli.analysis.life.versions import Held, Version, Versions
from gsca_cli.kinds import Kind
from gsca_cli.records.new_ids import NewIds
from gsca_cli.snapshots.git import Commit, Git
from gsca_cli.snapshots.history import Step, history
from gsca_cli.snapshots.repository import RecordPath, Stray, identify


class Heard(NamedTuple):
    """A commit that did something to a record, and the place of the record since, or before."""

    commit: Commit
    place: RecordPath


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What git knows of all records, from a commit backwards; `folder` is where they lie."""

    git: Git
    commit: str
    folder: str
    steps: Sequence[Step]
    versions: Versions

    def held(self, place: RecordPath) -> str | None:
        """The id of what the commit holds at a place."""
        above = f"{self.folder}/" if self.folder else ""
        return self.git.held(self.commit, f"{above}{place.path}")

    def last_place(self, kinds: Collection[Kind], key: str) -> RecordPath | None:
        """Where a record stood when it was last heard of, or stands under another id."""
        heard = self.last_heard(kinds, key)
        return heard.place if heard else None

    def last_heard(self, kinds: Collection[Kind], key: str) -> Heard | None:
        """The last commit that did something to a record, and where it stands since."""
        for step in self.steps:
            for touch in step.touched:
                place, was = identify(touch.path), identify(touch.was)
                if touch.after and _is(place, kinds, key):
                    return Heard(step.commit, place)
                if _is(was, kinds, key):
                    return Heard(step.commit, heir(step, touch, self.versions) or was)
        return None


def _is(place: RecordPath | Stray, kinds: Collection[Kind], key: str) -> TypeGuard[RecordPath]:
    return isinstance(place, RecordPath) and place.kind in kinds and place.id == key


def open_chronicle(git: Git, commit: str, folder: str, ids: NewIds | None = None) -> Chronicle:
    """What git knows of all records, from a commit backwards.

    What they name that has another id now goes by that: `ids` says so.

    Raises:
        CannotRunError: git cannot say.
    """
    steps = tuple(history(git, commit, folder))
    return Chronicle(git, commit, folder, steps, Versions(git.read, ids))


class Past:
    """The passages of one record to the content it has at last, newest first, and what it said.

    Where a content cannot be read, the last one before it that can be stands in.
    """

    def __init__(self, chronicle: Chronicle, place: RecordPath, content: str | None) -> None:
        self._chronicle = chronicle
        self._readable: dict[Held, Version | None] = {}
        self._end = Held(place, content) if content else None
        found = lineage(chronicle.steps, place, content, chronicle.versions)
        self.passages: Sequence[Passage] = tuple(found)
        for passage in reversed(self.passages):
            self._follow(passage)

    @property
    def end(self) -> Commit | None:
        """The commit since which the record is gone; None if the last one has it still."""
        ends = (each.commit for each in self.passages if each.after is None)
        return None if self._end else next(ends, None)

    @property
    def last(self) -> Version | None:
        """What the record said last; None if it is gone, or was never there."""
        return self._version(self._end) if self._end else None

    @property
    def latest(self) -> Version | None:
        """The last version that can be read, be it of a record that is gone."""
        said = (self.after(passage) for passage in self.passages)
        return self.last or next((version for version in said if version), None)

    def seen_at(self, place: RecordPath) -> str:
        """The last revision that shows a record which is gone; nothing if none does."""
        if self._end and not self.unread:
            return "HEAD"
        for passage in self.passages:
            if passage.place.id != place.id or passage.became:
                continue
            if passage.after is None and not self.was_unreadable(passage):
                return f"{passage.commit.id}~1"
            if self.after(passage):
                return passage.commit.id
        return ""

    @property
    def unread(self) -> int:
        """How many mistakes keep what the record has at last from being read."""
        found = self._chronicle.versions.of(self._end) if self._end else None
        return found if isinstance(found, int) else 0

    @property
    def is_there(self) -> bool:
        """Does the last commit have the record, be it one that cannot be read?"""
        return self._end is not None

    def before(self, passage: Passage) -> list[Version]:
        """What the record said in each of the commits from which one was made."""
        found = map(self._version, passage.before)
        return [version for version in found if version]

    def after(self, passage: Passage) -> Version | None:
        """What the record says since a commit; None if it is gone, or cannot be read."""
        found = self._read(passage)
        return found if isinstance(found, Version) else None

    def mistakes(self, passage: Passage) -> int:
        """How many mistakes keep what a commit left from being read."""
        found = self._read(passage)
        return found if isinstance(found, int) else 0

    def was_unreadable(self, passage: Passage) -> bool:
        """Could the record not be read before a commit?"""
        return any(isinstance(self._chronicle.versions.of(held), int) for held in passage.before)

    def is_cut(self, passage: Passage) -> bool:
        """Does a shallow clone end with a passage, so that the record may well be older?"""
        ends = passage.first and not passage.before
        return ends and self._chronicle.git.has_parents(passage.commit.id)

    def _read(self, passage: Passage) -> Version | int | None:
        if passage.after is None:
            return None
        return self._chronicle.versions.of(Held(passage.place, passage.after))

    def _version(self, held: Held) -> Version | None:
        if held in self._readable:
            return self._readable[held]
        found = self._chronicle.versions.of(held)
        return found if isinstance(found, Version) else None

    def _follow(self, passage: Passage) -> None:
        if passage.after is None:
            return
        old = self.before(passage)
        found = self.after(passage) or (old[0] if old else None)
        self._readable[Held(passage.place, passage.after)] = found
