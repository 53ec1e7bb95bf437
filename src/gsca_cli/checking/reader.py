"""Reads records one after the other: at a glance if that is enough, else closely."""

from collections.abc import Sequence
from typing import Final

from gsca_cli.alliance.at_a_glance.glance import Glances
from gsca_cli.alliance.settings import Settings, settings_of
from gsca_cli.checking.outcome import Outcome, outcome_at_a_glance
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import Silence, is_suspect
from gsca_cli.documents.comments import may_hold_allowances


def is_worth_a_look(lines: Sequence[str]) -> bool:
    """May a check find something in some lines, or a comment on them speak to gsca?"""
    return is_suspect(lines) or may_hold_allowances("\n".join(lines))


_glances: Final = Glances(is_worth_a_look)


def shared(unread: Unread) -> Settings | None:
    """What `gsca.yaml` says, if it can be read."""
    if glance := _glances.at(unread.place, unread.content):
        return settings_of(glance.values)
    from gsca_cli.checking import closely  # noqa: PLC0415

    return closely.shared(unread)


class Reader:
    """Reads files one after the other, at a glance if that is enough; `looks` if the checks do."""

    def __init__(self, context: Context, *, looks: bool) -> None:
        self.context = context
        self._looks = looks
        self._silence = Silence(context)

    def read(self, unread: Sequence[Unread], *, closely: bool = False) -> Sequence[Outcome]:
        """What some files give, each for itself; `closely` spares them a glance in vain."""
        if closely:
            return [self.closely(each) for each in unread]
        glanced = zip(unread, self.at_a_glance(unread), strict=True)
        return [found or self.closely(each) for each, found in glanced]

    def at_a_glance(self, unread: Sequence[Unread]) -> Sequence[Outcome | None]:
        """What some files give, where a glance is enough."""
        glances = _glances.at_each([(each.place, each.content) for each in unread])
        if not self._looks:
            return [each and Outcome(each.brief) for each in glances]
        # While nobody knows the settings, fewer mistakes are told: only a close look knows which.
        if not self.context.settings_known:
            return [None for _ in unread]
        return [each and outcome_at_a_glance(each, self._silence) for each in glances]

    def closely(self, unread: Unread) -> Outcome:
        """What one file gives, with all that is wrong with it."""
        # Most files are read at a glance, and need no models.
        from gsca_cli.checking.closely import read  # noqa: PLC0415

        return read(unread, self.context, looks=self._looks)
