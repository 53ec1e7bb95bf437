"""The code of a country that somebody types by its name, in any language the alliance uses."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.country_named import Country, country_named
from gsca_cli.editing.assignment import Assignment, Sign
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.region import Region
from gsca_cli.records.shape import Sort, Value, shape_of


def with_country_codes(
    alliance: Alliance, kind: Kind, asked: Iterable[Assignment]
) -> list[Assignment]:
    """What is asked for, with the code of each country in place of its name.

    Raises:
        UsageError: there is no such country, or several have the name.
    """
    return [
        replace(each, value=_code(alliance, each)) if _names_a_country(kind, each) else each
        for each in asked
    ]


def _names_a_country(kind: Kind, asked: Assignment) -> bool:
    fields = shape_of(kind)
    return (
        asked.sign is Sign.SET
        and bool(asked.value)
        and asked.route in fields.names()
        and fields.at(asked.route) == Value(Sort.COUNTRY)
    )


def _code(alliance: Alliance, asked: Assignment) -> str:
    text = asked.value
    found = country_named(text, _languages(alliance))
    if found.is_certain:
        return found.code
    message = f"{asked.route}: {shown(text)} {_why(found)}"
    raise UsageError(message)


def _why(found: Country) -> str:
    if len(found.codes) > 1:
        return f"may mean several countries: write {found.told()}"
    if found.code:
        return f"is no country; did you mean {found.told()}?"
    return "is no country; write its name, or its code of ISO 3166-1, such as CO"


def _languages(alliance: Alliance) -> tuple[str, ...]:
    """The languages that an alliance uses: its own, those of its regions, and those of names."""
    return tuple(dict.fromkeys((alliance.settings.language, *_other_languages(alliance))))


def _other_languages(alliance: Alliance) -> Iterator[str]:
    for region in alliance.regions.values():
        record = alliance.entry(region).record
        if isinstance(record, Region):
            yield from record.languages
    for brief in alliance.everything():
        yield from brief.names
