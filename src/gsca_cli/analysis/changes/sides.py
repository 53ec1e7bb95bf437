"""The two alliances that are compared, and what they call things."""

from dataclasses import dataclass

from gsca_cli.alliance.settings import Status
from gsca_cli.alliance.states import unknown_status
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.steps import step_name
from gsca_cli.kinds import Kind
from gsca_cli.records.record import State
from gsca_cli.records.texts import ANY_LANGUAGE, Texts


@dataclass(frozen=True, slots=True)
class Sides:
    """The alliance before and after, each put into words of one language."""

    before: Edition
    after: Edition

    def named(self, kind: Kind, key: str) -> str:
        """What a record is called now, or was called."""
        edition = self.after if key in self.after.alliance.of(kind) else self.before
        return edition.named(kind, key).name

    def step(self, key: str) -> str:
        """What a step is called now, or was called."""
        name = step_name(self.after, key).name
        return name if name != key else step_name(self.before, key).name

    def statuses(self, old: State | None, new: State | None) -> tuple[Status, Status]:
        """The status before and that now; what is read in the ids of now may have only these."""
        return _status(old, self.before, self.after), _status(new, self.after)

    def words(self, old: State | None, new: State | None) -> tuple[str, str]:
        """The same in words; none where a state gives none."""
        return _word(old, self.before, self.after), _word(new, self.after)

    def role(self, key: str | None) -> str:
        """What a role is called, if it is not the usual one."""
        return self.after.text(self.after.alliance.role(key).name) if key else ""

    def roles(self, old: str | None, new: str | None) -> tuple[str, str]:
        """What the roles before and now are called; where none is given, it is the usual one."""
        before = self.before.alliance.role(old)
        return self.before.text(before.name), self.after.text(self.after.alliance.role(new).name)


def _status(state: State | None, *editions: Edition) -> Status:
    """The status of a state, in the first alliance that has it; of none, it is unknown.

    One that no alliance has, or no longer, is its id, and neither far nor less far.
    """
    key = state.status if state else None
    if key is None:
        return unknown_status(editions[0].alliance.settings)
    every = (status for each in editions for status in each.alliance.settings.statuses)
    return next((status for status in every if status.id == key), None) or _stranger(key)


def _stranger(key: str) -> Status:
    name = Texts({ANY_LANGUAGE: key})
    return Status(key, name, key, "excluded")


def _word(state: State | None, *editions: Edition) -> str:
    """The status of a state in words; none where it gives none."""
    has_one = state is not None and state.status is not None
    return editions[0].text(_status(state, *editions).name) if has_one else ""
