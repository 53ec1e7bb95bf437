"""The words that may stand where somebody types."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from gsca_cli.cli.completing.line import (
    COMMAND,
    IDS,
    OPTION,
    Typed,
    arguments_of,
    options_of,
    typed,
)
from gsca_cli.cli.completing.offers import Offers
from gsca_cli.cli.completing.repository import Repository, open_repository
from gsca_cli.cli.completing.routes import routes


class Candidate(NamedTuple):
    """A word that may stand here, as a whole, and what it is about."""

    word: str
    about: str = ""


def candidates(table: Mapping[str, Any], words: Sequence[str]) -> Iterator[Candidate]:
    """What may stand in place of the last word, and begins as it does."""
    asked = typed(table, words)
    if isinstance(asked.what, str) and asked.what.startswith(":"):
        # The shell itself knows files best.
        return iter([Candidate(asked.what)])
    found = _Question(table, asked).answer()
    matching = ((word, about) for word, about in found if word.startswith(asked.text))
    return (Candidate(asked.head + word, about) for word, about in matching)


Pairs = Iterable[tuple[str, str]]


class _Question:
    """One word that is being typed, and all that may answer it."""

    def __init__(self, table: Mapping[str, Any], asked: Typed) -> None:
        self._table = table
        self._asked = asked

    def answer(self) -> Pairs:
        """The words and what they are about."""
        match self._asked.what:
            case list(words):
                return ((word, "") for word in words)
            case None | "":
                return ()
            case str(word) if word == COMMAND:
                commands = self._table["commands"].items()
                return ((name, entry["about"]) for name, entry in commands)
            case str(word) if word == OPTION:
                return self._options()
            case "kind" | "kinds" | "every-kind" | "code" | "country":
                return self._once(self._table[self._asked.what].items())
            case "codes":
                return self._several(self._table["code"].items())
            case str(what):
                root = self._asked.options.get("--root", ())
                repository = open_repository(self._table, root[-1] if root else None)
                return self._of_records(what, repository) if repository else ()
        return ()

    def _options(self) -> Pairs:
        """The options of the command that may still be given."""
        options = options_of(self._table, self._asked.command)
        for name, entry in options.items():
            if entry.get("again") or name not in self._asked.options:
                yield name, entry["about"]

    def _of_records(self, what: str, repository: Repository) -> Pairs:
        """What depends on the records of a repository."""
        offers = Offers(self._table, repository)
        first, sign, second = what.partition("=")
        match what:
            case "route":
                return self._routes(offers)
            case str() if what == IDS:
                return self._several(self._more_keys(offers))
            case _ if what.startswith("id"):
                kinds = what.partition(":")[2]
                return self._once(offers.keys(self._asked.text, kinds.split(",") if kinds else ()))
            case _ if sign:
                return self._pair(offers, first, second)
        return self._once(offers.of(what))

    def _more_keys(self, offers: Offers) -> Pairs:
        """The next of several records: they are of one kind, since they change alike."""
        before, _, text = self._asked.text.rpartition(",")
        kinds = list(offers.kinds_of(before.partition(",")[0])) if before else []
        return offers.keys(text, kinds)

    def _routes(self, offers: Offers) -> Pairs:
        kind = next((each for each in self._kinds(offers)), None)
        return routes(self._table, offers, kind, self._asked.text) if kind else ()

    def _kinds(self, offers: Offers) -> Iterator[str]:
        """The kinds of the records that are named, as far as they are known."""
        if self._asked.chosen:
            yield "city"
        wanted = arguments_of(self._table, self._asked.command)
        for word, argument in zip(self._asked.arguments[:1], wanted, strict=False):
            if argument["what"] == "kind":
                kinds = self._table["layout"]["folders"].items()
                yield from (kind for kind, folder in kinds if word in {kind, folder})
            else:
                yield from chain(*(offers.kinds_of(key) for key in word.split(",")))

    def _once(self, pairs: Pairs) -> Pairs:
        """One word, which may not be one that is given already."""
        given = set(self._asked.arguments)
        return (pair for pair in pairs if pair[0] not in given)

    def _several(self, pairs: Pairs) -> Pairs:
        """The last of several words with commas between them, each of them once."""
        before, comma, _ = self._asked.text.rpartition(",")
        given = {*before.split(","), *self._asked.arguments}
        return ((before + comma + word, about) for word, about in pairs if word not in given)

    def _pair(self, offers: Offers, first: str, second: str) -> Pairs:
        """A word alone, or with the state that it must have: `STEP=STATUS`."""
        name, sign, _ = self._asked.text.partition("=")
        if sign:
            yield from ((name + sign + word, about) for word, about in offers.of(second))
        else:
            yield from offers.of(first)
