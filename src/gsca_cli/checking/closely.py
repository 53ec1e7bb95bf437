"""One file looked at closely: the document, the model and the checks say all that is wrong with it.

Who reads nothing closely is spared the models, and never loads this.
"""

from functools import lru_cache
from itertools import islice

from gsca_cli.alliance.brief_of import brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.alliance.settings import Settings, settings_of_record
from gsca_cli.checking.outcome import Outcome
from gsca_cli.checking.source import Unread
from gsca_cli.checks.check import Context
from gsca_cli.checks.run import MOST_PROBLEMS, Foreseen, lasting, look_at
from gsca_cli.documents.comments import Allowance, allowances
from gsca_cli.findings import Finding
from gsca_cli.kinds import Kind
from gsca_cli.records import settings
from gsca_cli.snapshots.snapshot import InMemory


def read(unread: Unread, context: Context, *, looks: bool) -> Outcome:
    """What one file gives that is looked at closely; `looks` if the checks do."""
    entry = _entry_of_settings if unread.place.kind is Kind.ALLIANCE else _entry
    return outcome_of(entry(unread), context, looks=looks)


def shared(unread: Unread) -> Settings | None:
    """What `gsca.yaml` says, if it can be read."""
    entry = _entry_of_settings(unread)
    record = entry.record if isinstance(entry, Entry) else None
    return settings_of_record(record) if isinstance(record, settings.Settings) else None


def _entry(unread: Unread) -> Entry | list[Finding]:
    """An entry, or why there is none."""
    return read_file(InMemory({unread.place.path: unread.content}), unread.place)


@lru_cache(maxsize=1)
def _entry_of_settings(unread: Unread) -> Entry | list[Finding]:
    """The same for the one file that is asked for twice: what it says, and what is wrong there."""
    return _entry(unread)


def outcome_of(entry: Entry | list[Finding], context: Context, *, looks: bool) -> Outcome:
    """What a record gives, or why there is none; if nobody `looks`, checks find nothing."""
    if not isinstance(entry, Entry):
        return Outcome(None, tuple(entry))
    if not looks:
        return Outcome(brief(entry))
    found = list(look_at(entry, context))
    findings = [each for each in found if isinstance(each, Finding)]
    foreseen = [each for each in found if isinstance(each, Foreseen)]
    days = lasting(entry, context.today, findings)
    allowed: list[Allowance] = []
    for comment in islice(allowances(entry.document), MOST_PROBLEMS):
        if isinstance(comment, Allowance):
            allowed.append(comment)
        else:
            findings.append(comment)
    return Outcome(brief(entry), tuple(findings), tuple(foreseen), tuple(allowed), days)
