"""The code of a country that somebody types by its name, in any language the alliance uses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.nearest import folded, nearest
from gsca_cli.editing.assignment import Assignment, Sign
from gsca_cli.errors import UsageError
from gsca_cli.findings import shown
from gsca_cli.kinds import Kind
from gsca_cli.records.cldr import country_names
from gsca_cli.records.countries import COUNTRY_CODES, check_country
from gsca_cli.records.meant import UnfitError
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
    if text.upper() in COUNTRY_CODES:
        return text.upper()
    names = country_names(_languages(alliance))
    codes = names.get(text) or {
        code for name in names if folded(name) == folded(text) for code in names[name]
    }
    if len(codes) == 1:
        return next(iter(codes))
    if codes:
        why = f"is the name of several countries: write one of {', '.join(sorted(codes))}"
    else:
        near = _code_meant(text) or nearest(text, names)
        why = f"is no country; {f'did you mean {shown(near)}?' if near else _HOW}"
    message = f"{asked.route}: {shown(text)} {why}"
    raise UsageError(message)


_HOW = "write its name, or its code of ISO 3166-1, such as CO"


def _code_meant(text: str) -> str:
    """The code for one that is often mistaken for it: `UK` is GB."""
    try:
        return check_country(text)
    except UnfitError as error:
        return error.meant


def _languages(alliance: Alliance) -> Sequence[str]:
    """The languages that an alliance uses: its own, those of its regions, and those of names."""
    return list(dict.fromkeys((alliance.settings.language, *_other_languages(alliance))))


def _other_languages(alliance: Alliance) -> Iterator[str]:
    for region in alliance.regions.values():
        record = alliance.entry(region).record
        if isinstance(record, Region):
            yield from record.languages
    for brief in alliance.everything():
        yield from brief.names
