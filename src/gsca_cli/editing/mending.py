"""`gsca fix`: the cures of findings applied, until no finding with a certain cure is left."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from gsca_cli.checking import Checked, check
from gsca_cli.editing.plan import added
from gsca_cli.editing.trial import Choice, Trial, tried
from gsca_cli.findings import Finding, RenameFile
from gsca_cli.snapshots.changes import FileChange
from gsca_cli.snapshots.overlay import Overlay
from gsca_cli.snapshots.snapshot import Snapshot

_MOST_ROUNDS: Final = 10
_MOST_ALONE: Final = 20
"""As many mends are tried one by one, each on the whole alliance."""


class Mended(NamedTuple):
    """The files to write, the findings mended by that, and those whose mend would bring others.

    `rest` are all findings that there would be then, `more` tells that some could still be mended.
    """

    changes: Sequence[FileChange]
    done: Sequence[Finding]
    left: Sequence[Finding]
    rest: Sequence[Finding]
    more: bool = False


def mended(snapshot: Snapshot, checked: Checked, wanted: Choice, today: date) -> Mended:
    """Mend all findings that are wanted and have a mend.

    No mend may bring a finding that is as severe as its own. A lesser one may come to light: of a
    status that nobody knew, nobody could say that it is stale.
    """
    work = _Work(snapshot, checked, wanted, today)
    finished = any(not work.step() for _ in range(_MOST_ROUNDS))
    return Mended(work.changes(), work.done, work.left, work.checked.findings, not finished)


class _Work:
    """An alliance while it is mended."""

    def __init__(self, snapshot: Snapshot, checked: Checked, wanted: Choice, today: date) -> None:
        self.snapshot = snapshot
        self.checked = checked
        self.wanted = wanted
        self.today = today
        self.contents: dict[str, bytes | None] = {}
        self.done: list[Finding] = []
        self.left: list[Finding] = []

    def step(self) -> bool:
        """Mend files that cannot be read, then the others, the worst findings first."""
        unread = {place.path for place in self.checked.alliance.left_out}
        first = [
            each
            for each in self.asked()
            if each.location.path in unread or isinstance(each.mend, RenameFile)
        ]
        trial = self.tried(first)
        if trial.mended:
            # What comes to light now was there before: the file was left out.
            self.take(trial, check(self.with_(trial), self.today))
        took = bool(trial.mended)
        # The worst first, and code by code: to mend one may mend another.
        for turn in sorted({_turn(each) for each in self.asked()}):
            asked = [
                each
                for each in self.asked()
                if _turn(each) == turn and each.location.path not in unread
            ]
            took = self.mend(self.tried(asked)) or took
        return took

    def asked(self) -> list[Finding]:
        """The findings that can be mended now, but those whose mend would bring others."""
        known = {_mark(each) for each in self.left}
        found = self.wanted(self.checked.findings)
        return [each for each in found if each.mend and _mark(each) not in known]

    def mend(self, trial: Trial) -> bool:
        """Take a trial if it brings nothing as severe; or else what of it brings no such thing."""
        if not trial.mended:
            return False
        after = check(self.with_(trial), self.today)
        brought = self.brought(trial, after)
        if not brought:
            self.take(trial, after)
            return True
        if len(trial.mended) == 1:
            self.left += trial.mended
            return False
        return self.mend_apart(trial, {each.location.path for each in brought})

    def brought(self, trial: Trial, after: Checked) -> list[Finding]:
        """The findings of a trial that are new, as severe as those it mends, and more of a kind.

        One that says the same of a value that is spelt in another way now is not new.
        """
        worst = max(each.severity.rank for each in trial.mended)
        more = Counter(map(_kind, after.findings))
        more.subtract(map(_kind, self.checked.findings))
        more.update(map(_kind, trial.mended))
        return [
            each
            for each in added(after.findings, self.checked.findings, set(trial.contents))
            if each.severity.rank <= worst and more[_kind(each)] > 0
        ]

    def mend_apart(self, trial: Trial, suspect: set[str]) -> bool:
        """Mend the other files first, then what is suspect one by one."""
        others = [each for each in trial.mended if each.location.path not in suspect]
        doubtful = [each for each in trial.mended if each.location.path in suspect]
        if not others or not doubtful:
            others, doubtful = [], list(trial.mended)
        took = self.mend(self.tried(others)) if others else False
        for each in doubtful[:_MOST_ALONE]:
            took = self.mend(self.tried([each])) or took
        self.left += doubtful[_MOST_ALONE:]
        return took

    def tried(self, findings: Sequence[Finding]) -> Trial:
        """The mends of some findings, on the files as they are now."""
        now = Overlay(self.snapshot, self.contents)
        return tried(now, self.checked.alliance, findings, self.wanted)

    def with_(self, trial: Trial) -> Overlay:
        """The alliance with a trial."""
        return Overlay(self.snapshot, {**self.contents, **trial.contents})

    def take(self, trial: Trial, after: Checked) -> None:
        """Go on from a trial; what else is gone now was mended by it too."""
        ours = set(map(id, trial.mended))
        before = [each for each in self.asked() if id(each) not in ours]
        self.contents.update(trial.contents)
        self.checked = after
        still = Counter(map(_mark, after.findings))
        self.done += trial.mended
        for each in before:
            still[_mark(each)] -= 1
            if still[_mark(each)] < 0:
                self.done.append(each)

    def changes(self) -> list[FileChange]:
        """The files that differ from those at the beginning."""
        there = {file.path for file in self.snapshot.files()}
        return [
            FileChange(path, self.snapshot.read(path) if path in there else None, content)
            for path, content in sorted(self.contents.items())
            if path in there or content is not None
        ]


def _turn(finding: Finding) -> tuple[int, str]:
    return finding.severity.rank, finding.code


def _kind(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.location.path


def _mark(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.location.path, finding.message
