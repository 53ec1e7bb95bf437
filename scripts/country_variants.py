"""Write what else countries are called, beside the one name that CLDR gives first.

    npm pack cldr-localenames-full@47.0.0
    tar xf cldr-localenames-full-47.0.0.tgz
    PYTHONPATH=src python3 scripts/country_variants.py package/main

needs what gsca itself needs, and writes `src/gsca_cli/records/country_variants.json` anew. These
are the names that CLDR marks as short or as variants ("Hong Kong", "Czech Republic"), which babel
leaves out, and those of the countries within the United Kingdom, in the languages that gsca knows
countries by.
"""
# ruff: noqa: INP001 (a script is in no package)

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from gsca_cli.records.cldr import LANGUAGES
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.country_variants import TABLE

WITHIN: Final[Mapping[str, str]] = {"gbeng": "GB", "gbsct": "GB", "gbwls": "GB"}
"""Countries within a country, by their codes in CLDR."""
SHORTEST: Final = 3
"""A name of two letters looks like a code: the RU of Spanish is GB."""


def main(arguments: Sequence[str]) -> None:
    """Read the names, write the table."""
    folder = Path(arguments[0])
    names = variants([displayed(folder, language) for language in LANGUAGES])
    TABLE.write_text(table(names), encoding="utf-8", newline="\n")
    print(f"{sum(map(len, names.values()))} names of {len(names)} countries")  # noqa: T201 (a script)


def displayed(folder: Path, language: str) -> Mapping[str, Mapping[str, str]]:
    """The names of territories and of subdivisions in one language."""
    found: dict[str, Mapping[str, str]] = {}
    for file, key in (("territories", "territories"), ("localeDisplayNames", "subdivisions")):
        data: Any = json.loads((folder / language / f"{file}.json").read_text("utf-8"))
        found[key] = data["main"][language]["localeDisplayNames"].get(key, {})
    return found


def variants(languages: Sequence[Mapping[str, Mapping[str, str]]]) -> dict[str, list[str]]:
    """What else each country is called."""
    found: dict[str, set[str]] = {}
    for names in languages:
        for code, name in _variants(names):
            if len(name) >= SHORTEST or not name.isascii():
                found.setdefault(code, set()).add(name)
    return {code: sorted(found[code]) for code in sorted(found)}


def _variants(names: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for key, name in names["territories"].items():
        code, is_variant, _ = key.partition("-alt-")
        if is_variant and code in COUNTRY_CODES:
            yield code, name
    for key, name in names["subdivisions"].items():
        if key in WITHIN:
            yield WITHIN[key], name


def table(names: Mapping[str, Sequence[str]]) -> str:
    """The table as a file, a country on each line."""
    lines = [f'  "{code}": {json.dumps(names[code], ensure_ascii=False)}' for code in names]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
