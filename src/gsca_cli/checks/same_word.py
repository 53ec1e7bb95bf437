"""Readers cannot tell two words of the alliance apart.

Reports show a status by its symbol and its name; roles, standings, cohorts and steps by their names
alone. Where two share one, cells or columns of a table look the same and mean different things.

Wrong: `statuses` in which two have the symbol `●`
Right: the same with `◐` for one of them
To fix it: give one of the two another name or another symbol.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.names import in_language
from gsca_cli.alliance.nearest import folded
from gsca_cli.checks.check import Check, Context, Problem, never
from gsca_cli.findings import Route, Severity, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.texts import ANY_LANGUAGE, Texts

_LISTS = {
    Kind.ALLIANCE: {"statuses": "status", "roles": "role", "standings": "standing"},
    Kind.TRACK: {"phases": "phase", "steps": "step"},
}
"""The lists of words that a record gives, and what one of them is called."""


class _Word(NamedTuple):
    """A word that readers see, and where it stands; `owner` is the id of what is called so."""

    owner: str
    at: Route
    texts: Texts


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """The words that a record gives, against those before them in the same list."""
    for called, field, words in _vocabularies(entry):
        for word, other, text in _repeated(words, context.settings.language):
            yield Problem(
                word.at,
                f"another {called}, {shown(other.owner)}, has the {field} {shown(text)} too",
                f"give one of the two another {field}",
                related=((other.at, "the other one"),),
            )


def _vocabularies(entry: Entry) -> Iterator[tuple[str, str, list[_Word]]]:
    """Words that readers must be able to tell apart, and what they are."""
    for name, called in _LISTS.get(entry.kind, {}).items():
        items = list(enumerate(getattr(entry.record, name)))
        yield called, "name", [_Word(each.id, (name, n, "name"), each.name) for n, each in items]
        if name == "statuses":
            signs = [(n, each.id, Texts({ANY_LANGUAGE: each.symbol})) for n, each in items]
            yield called, "symbol", [_Word(key, (name, n, "symbol"), it) for n, key, it in signs]
    cohorts: dict[str, Any] = getattr(entry.record, "cohorts", {})
    named = [_Word(key, ("cohorts", key, "name"), each.name) for key, each in cohorts.items()]
    yield "cohort", "name", named


def _repeated(words: Sequence[_Word], default: str) -> Iterator[tuple[_Word, _Word, str]]:
    """Each word that reads as one before it in some language, that one, and how they read."""
    languages = dict.fromkeys(tag for word in words for tag in (default, *word.texts))
    seen: dict[tuple[str, str], _Word] = {}
    for word in words:
        found = None
        for language in languages:
            text = in_language(word.texts, language, default).text
            other = seen.setdefault((language, folded(text)), word)
            # Two with one id are told of as such.
            if other.owner != word.owner and found is None:
                found = word, other, text
        if found:
            yield found


# A city gives no words to others.
CHECK = Check("same-word", Severity.WARNING, look=look, finds_from=never)
