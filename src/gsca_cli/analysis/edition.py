"""One report being put together: its language, its footnotes, its numbered sources."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.names import in_language
from gsca_cli.alliance.notes import CitedSource
from gsca_cli.analysis.earlier import Earlier
from gsca_cli.kinds import Kind
from gsca_cli.records.record import Record, Variant
from gsca_cli.records.source import Source
from gsca_cli.records.values import Citation
from gsca_cli.records.when import When

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its id, its name in the language of the report, the marks of its footnotes."""

    id: str
    name: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the marks of its footnotes."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as the report lists it."""

    number: int
    id: str
    title: str
    publisher: str
    date: str
    link: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """Why something is marked.

    `inferred` is the reason for what no source says outright; otherwise `other` is what another
    source says. `about` names the records, `at` the field.
    """

    mark: str
    about: tuple[str, ...]
    at: str
    inferred: str = ""
    other: str = ""
    note: str = ""
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader of a report asked for.

    What is new is found by the recorded dates, from `since` on; or, where `before` is given, by
    comparison with the alliance as it was recorded then. `since_label` is what that moment is
    called. `limit` is how many rows a matrix may show; its totals are those of all.
    """

    language: str
    today: date
    since: When | None = None
    sort: str = "name"
    before: Alliance | None = None
    since_label: str = ""
    limit: int | None = None

    @property
    def moment(self) -> str:
        """Since when things are new, as a reader is told; empty if nobody asked."""
        unnamed = "the earlier snapshot" if self.before else str(self.since or "")
        return self.since_label or unnamed


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands at the end of every report."""

    footnotes: tuple[Footnote, ...]
    sources: tuple[SourceLine, ...]
    untranslated: tuple[str, ...]
    left_out: tuple[str, ...]


class Edition:
    """Collects, while the figures are made, what the end of the report has to say.

    `rows` are those that were made, by the region and the city that they are about.
    """

    def __init__(self, alliance: Alliance, wish: Wish) -> None:
        self.alliance = alliance
        self.wish = wish
        self.earlier = Earlier(wish.before, alliance) if wish.before else None
        self.rows: dict[tuple[str, str], Any] = {}
        self._numbers: dict[str, int] = {}
        self._footnotes: dict[tuple[str, ...], dict[str, Any]] = {}
        self._untranslated: dict[str, None] = {}

    def record(self, brief: Brief, cls: type[R]) -> R:
        """The whole record of a brief, of the type that its kind has.

        Raises:
            TypeError: records of its kind are of another type.
        """
        record = self.alliance.entry(brief).record
        if not isinstance(record, cls):
            raise TypeError(brief.kind)
        return record

    def also_called(self, record: Record) -> str:
        """The other names of a record; a note tells a misprint from a name."""
        names = [
            f"{alias.name} ({self.text(alias.note).rstrip('.')})" if alias.note else alias.name
            for alias in record.aliases
        ]
        return ", ".join(names)

    def text(self, texts: Mapping[str, str] | None) -> str:
        """A text in the language of the report; a fallback is noted."""
        if not texts:
            return ""
        wording = in_language(texts, self.wish.language, self.alliance.settings.language)
        if wording.fallback:
            self._untranslated[wording.text] = None
        return wording.text

    def named(self, kind: Kind, key: str, *routes: str) -> Named:
        """A record by its id, with the marks of footnotes on some of its values.

        The id stands in for the name of what could not be read.
        """
        brief = self.alliance.of(kind).get(key)
        if brief is None:
            return Named(key, key)
        return Named(key, self.text(brief.names), self.marks_on(brief, *routes))

    def cite(self, citations: Iterable[Citation | CitedSource]) -> tuple[int, ...]:
        """The numbers under which the sources are listed; a new one gets the next number."""
        return self._numbered(citation.source for citation in citations)

    def cite_record(self, record: Record) -> tuple[int, ...]:
        """The numbers of the sources of a whole record."""
        return self.cite(record.sources)

    def cite_brief(self, brief: Brief, *at: str) -> tuple[int, ...]:
        """The same for what stands at a route of a record, or for all of it, which is not read."""
        return self._numbered(brief.references.cited(*at))

    def _numbered(self, sources: Iterable[str]) -> tuple[int, ...]:
        return tuple(
            self._numbers.setdefault(key, len(self._numbers) + 1) for key in dict.fromkeys(sources)
        )

    def marks(self, entry: Entry, *routes: str) -> tuple[str, ...]:
        """The marks of all footnotes on some values of a record."""
        name = self.named(entry.kind, entry.id).name
        found = [
            self._footnote(("inferred", _last(route), text), name, at=_last(route))
            for route in routes
            if (reason := entry.record.inferred.get(route))
            # The reason may have outlived its value.
            and entry.said.at(route) is not None
            and (text := self.text(reason))
        ]
        found += [
            self._variant(entry, variant, name)
            for variant in entry.record.variants
            if variant.at in routes
        ]
        return tuple(dict.fromkeys(found))

    def marks_on(self, brief: Brief, *routes: str) -> tuple[str, ...]:
        """The same for a record that is read only if there is a footnote on one of the values."""
        if brief.remarked.isdisjoint(routes):
            return ()
        return self.marks(self.alliance.entry(brief), *routes)

    def _variant(self, entry: Entry, variant: Variant, name: str) -> str:
        """The mark of what another source says; two sources that say the same share it."""
        other = self._other(variant.value)
        key = ("variant", entry.kind, entry.id, variant.at, other)
        mark = self._footnote(key, name, at=variant.at)
        details = self._footnotes[key]
        if note := self.text(variant.note):
            details.setdefault("notes", {})[note] = None
        cited = (*details.get("sources", ()), *self.cite(variant.sources))
        details["sources"] = tuple(dict.fromkeys(cited))
        return mark

    def value(self, entry: Entry, route: str, text: str) -> Value | None:
        """A value of a record with its footnotes; nothing if there is none."""
        return Value(text, self.marks(entry, route)) if text else None

    def ending(self) -> Ending:
        """What stands at the end, once all figures are made."""
        # A source may have a footnote, and a footnote a source: there may be more of each.
        sources: tuple[SourceLine, ...] = ()
        while len(sources) < len(self._numbers):
            sources = tuple(self._source(key) for key in tuple(self._numbers))
        return Ending(
            tuple(self._finished(key, each) for key, each in self._footnotes.items()),
            sources,
            tuple(self._untranslated),
            tuple(place.path for place in self.alliance.left_out),
        )

    def _other(self, value: object) -> str:
        """What another source says: a text, a text by language, or whatever the field holds."""
        if isinstance(value, Mapping) and all(isinstance(each, str) for each in value.values()):
            return self.text({str(key): str(each) for key, each in value.items()})
        if isinstance(value, Mapping | list):
            return json.dumps(value, ensure_ascii=False)
        return str(getattr(value, "written", value))

    def _footnote(self, key: tuple[str, ...], about: str, *, at: str) -> str:
        """The mark of a footnote; those that say the same are one."""
        details = self._footnotes.setdefault(
            key, {"mark": _letters(len(self._footnotes)), "about": {}, "at": at}
        )
        details["about"][about] = None
        mark: str = details["mark"]
        return mark

    def _finished(self, key: tuple[str, ...], details: Mapping[str, Any]) -> Footnote:
        kind, text = key[0], key[-1]
        return Footnote(
            mark=details["mark"],
            about=tuple(details["about"]),
            at=details["at"],
            inferred=text if kind == "inferred" else "",
            other=text if kind == "variant" else "",
            note=" ".join(details.get("notes", ())),
            sources=details.get("sources", ()),
        )

    def _source(self, key: str) -> SourceLine:
        number = self._numbers[key]
        brief = self.alliance.of(Kind.SOURCE).get(key)
        if brief is None:
            return SourceLine(number, key, key, "", "", "")
        record = self.record(brief, Source)
        return SourceLine(
            number,
            key,
            self.text(record.title),
            self.text(record.publisher),
            str(record.date or ""),
            record.link or "",
            self.marks_on(brief, ".", "title", "publisher", "date"),
        )


def _last(route: str) -> str:
    """The field that a long route ends with: several steps may share one reason for it."""
    return route.rpartition(".")[2] if route.count(".") > 1 else route


def _letters(number: int) -> str:
    """0 is `a`, 25 is `z`, 26 is `aa`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
