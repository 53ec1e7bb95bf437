"""The two alliances that are compared, and what they call things."""

from dataclasses import dataclass

from gsca_cli.alliance.states import unknown_status
from gsca_cli.analysis.edition import Edition
from gsca_cli.analysis.steps import step_name
from gsca_cli.kinds import Kind
from gsca_cli.records.record import State
from gsca_cli.records.settings import Status
from gsca_cli.records.values import ANY_LANGUAGE, Texts


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

    def role(self, key: str | None) -> str:
        """What a role is called, if it is not the usual one."""
        return self.after.text(self.after.alliance.role(key).name) if key else ""


def status_in(edition: Edition, state: State | None) -> Status:
    """The status of a state; of none, it is unknown.

    One that the alliance does not have, or no longer, is its id, and neither far nor less far.
    """
    settings = edition.alliance.settings
    key = state.status if state else None
    if key is None:
        return unknown_status(settings)
    found = (status for status in settings.statuses if status.id == key)
    return next(found, None) or _stranger(key)


def _stranger(key: str) -> Status:
    name = Texts({ANY_LANGUAGE: key})
    return Status.model_validate({"id": key, "name": name, "symbol": key, "class": "excluded"})


def word_in(edition: Edition, state: State | None) -> str:
    """The status of a state in words; none where it gives none."""
    return edition.text(status_in(edition, state).name) if state and state.status else ""
