"""Readers cannot tell two words of the alliance apart.

Reports show a status by its symbol and its name; roles, standings, cohorts and steps by their names
alone. Where two share one, cells or columns of a table look the same and mean different things.

Wrong: `statuses` in which two have the symbol `●`
Right: the same with `◐` for one of them
To fix it: give one of the two another name or another symbol.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from gsca_cli.alliance.at_a_glance.glance import Glance
from gsca_cli.alliance.at_a_glance.seen import Values
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.names import in_language
from gsca_cli.alliance.nearest import folded
from gsca_cli.checks.check import NEVER, Check, Context, Problem, unless
from gsca_cli.findings import Route, Severity, shown
from gsca_cli.kinds import Kind
from gsca_cli.records.texts import ANY_LANGUAGE

_LISTS = {
    Kind.ALLIANCE: {"statuses": "status", "roles": "role", "standings": "standing"},
    Kind.TRACK: {"phases": "phase", "steps": "step"},
}
"""The lists of words that a record gives, and what one of them is called."""


class _Word(NamedTuple):
    """A word that readers see, and where it stands; `owner` is the id of what is called so."""

    owner: str
    at: Route
    texts: Mapping[str, str]


def look(entry: Entry, context: Context) -> Iterator[Problem]:
    """The words that a record gives, against those before them in the same list."""
    for called, field, words in _vocabularies(entry.kind, _given(entry)):
        for word, other, text in _repeated(words, context.settings.language):
            yield Problem(
                word.at,
                f"another {called}, {shown(other.owner)}, has the {field} {shown(text)} too",
                f"give one of the two another {field}",
                related=((other.at, "the other one"),),
            )


def _given(entry: Entry) -> Values:
    """The words that a record gives, as a glance would show them."""
    record, lists = entry.record, _LISTS.get(entry.kind, {})
    cohorts: dict[str, Any] = getattr(record, "cohorts", {})
    return {
        "cohorts": {key: vars(each) for key, each in cohorts.items()},
        **{name: [vars(each) for each in getattr(record, name)] for name in lists},
    }


def _vocabularies(kind: Kind, given: Values) -> Iterator[tuple[str, str, list[_Word]]]:
    """Words that readers must be able to tell apart, and what they are."""
    for name, called in _LISTS.get(kind, {}).items():
        items = list(enumerate(given.get(name, ())))
        names = [_Word(each["id"], (name, n, "name"), each["name"]) for n, each in items]
        yield called, "name", names
        if name == "statuses":
            signs = [(n, each["id"], {ANY_LANGUAGE: each["symbol"]}) for n, each in items]
            yield called, "symbol", [_Word(key, (name, n, "symbol"), it) for n, key, it in signs]
    cohorts: dict[str, Any] = given.get("cohorts", {})
    named = [_Word(key, ("cohorts", key, "name"), each["name"]) for key, each in cohorts.items()]
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


def finds_from(glance: Glance, context: Context) -> date:
    """A record whose words differ; most give none."""
    if glance.brief.kind not in _LISTS and "cohorts" not in glance.values:
        return NEVER
    language = context.settings.language
    vocabularies = _vocabularies(glance.brief.kind, glance.values)
    return unless(not any(any(_repeated(words, language)) for _, _, words in vocabularies))


CHECK = Check("same-word", Severity.WARNING, look=look, finds_from=finds_from)
