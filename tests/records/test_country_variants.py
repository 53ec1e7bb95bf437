"""What else countries are called: the table, and the script that makes it."""

import json
from pathlib import Path

import pytest
from scripts import country_variants as script
from scripts.country_variants import table, variants

from gsca_cli.records.cldr import LANGUAGES
from gsca_cli.records.countries import COUNTRY_CODES
from gsca_cli.records.country_variants import TABLE, country_variants

NAMES = {
    "territories": {
        "HK": "Hong Kong SAR China",
        "HK-alt-short": "Hong Kong",
        "GB-alt-short": "UK",
        "UN-alt-short": "United Nations",
    },
    "subdivisions": {"gbeng": "England", "usca": "California"},
}
WANTED = {"GB": ["England"], "HK": ["Hong Kong"]}


def test_the_table_is_as_the_script_writes_it() -> None:
    assert TABLE.read_text("utf-8") == table(country_variants())


def test_every_code_is_that_of_a_country_and_every_name_is_no_code() -> None:
    assert country_variants().keys() <= COUNTRY_CODES
    for names in country_variants().values():
        assert names
        assert not COUNTRY_CODES & set(names)


def test_short_names_variants_and_countries_within_are_taken() -> None:
    assert variants([NAMES, NAMES]) == WANTED


def test_the_script_reads_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in LANGUAGES:
        folder = tmp_path / language
        folder.mkdir()
        for file, key in (("territories", "territories"), ("localeDisplayNames", "subdivisions")):
            names = {"localeDisplayNames": {key: NAMES[key]}}
            text = json.dumps({"main": {language: names}})
            (folder / f"{file}.json").write_text(text, encoding="utf-8")
    out = tmp_path / "table.json"
    monkeypatch.setattr(script, "TABLE", out)
    script.main([str(tmp_path)])
    assert json.loads(out.read_text("utf-8")) == WANTED
