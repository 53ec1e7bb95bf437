"""An alliance in another field, with other words and languages, needs no change under `src/`."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from gsca_cli.cli.app import main

Golden = Callable[[str, str], None]

TOP = Path(__file__).resolve().parents[1]
HEALTH = Path(__file__).resolve().parent / "alliances" / "health"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command that runs well prints on the health alliance."""
    code = main([*words, "--root", str(HEALTH), "--today", "2024-06-01"])
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    return printed.out


@pytest.fixture(autouse=True)
def terminal_of_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_its_records_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "validate", "--strict").endswith("No findings.\n")


REPORTS: Mapping[str, tuple[str, ...]] = {
    # The two regions: what is new, another language, and both at once.
    "health-region-sur.md": ("sur",),
    "health-region-sur-since.md": ("sur", "--since", "2024-02", "--sort", "progress"),
    "health-region-sur.txt": ("sur", "--since", "2024-02", "--format", "text"),
    "health-region-costa-pt.md": ("costa", "--lang", "pt", "--since", "2024"),
    "health-region-costa.json": ("costa", "--lang", "en", "--since", "2024", "--format", "json"),
    # Both tables of both regions, as they go into a spreadsheet.
    "health-sur-policies.csv": ("sur", "--format", "csv", "--table", "policies"),
    "health-sur-steps.csv": ("sur", "--format", "csv", "--table", "steps"),
    "health-costa-policies.csv": ("costa", "--format", "csv", "--table", "policies"),
    "health-costa-steps.csv": ("costa", "--format", "csv", "--table", "steps"),
    # A city in both regions, one with everything about a state, one that walks no track, and one
    # whose language is written from the right.
    "health-city-sao-brigido.md": ("sao-brigido", "--lang", "pt", "--since", "2024-02"),
    "health-city-villa-nandu.md": ("villa-nandu", "--lang", "en", "--since", "2024-02"),
    "health-city-ocaso.md": ("ocaso", "--lang", "en", "--since", "2024-04"),
    "health-city-vila-nevoa.md": ("vila-nevoa",),
    "health-city-nasim.md": ("nasim", "--lang", "ar"),
    # A policy with figures that disagree, one unreleased, one of which little is known, and one
    # that was only ever withdrawn.
    "health-policy-aire-limpio.md": ("policy/aire-limpio", "--lang", "en"),
    "health-policy-datos-hospital.md": ("datos-hospital",),
    "health-policy-agua-escolar.md": ("agua-escolar", "--lang", "pt"),
    "health-policy-silencio-nocturno.md": ("silencio-nocturno", "--lang", "en"),
    # The track of the regions, with and without a moment, and the tracks of their cities.
    "health-track-cuaderno.md": ("cuaderno", "--since", "2024-01"),
    "health-track-senda.md": ("senda", "--lang", "en"),
    "health-track-camino.md": ("camino",),
    "health-alliance.md": (),
    "health-alliance-pt.md": ("--lang", "pt"),
    # What moved by the recorded dates: a list alone, where no table has a mark.
    "health-policy-aire-limpio-since.md": ("policy/aire-limpio", "--since", "2024-02"),
    "health-alliance-since.md": ("--lang", "pt", "--since", "2024"),
    "health-sur-policies-since.csv": (
        *("sur", "--format", "csv", "--table", "policies", "--since", "2023-06-15"),
    ),
    "health-sur-steps-since.csv": (
        *("sur", "--format", "csv", "--table", "steps", "--since", "2024-02"),
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_report(name: str, golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    golden(name, run(capsys, "report", *REPORTS[name]))


LISTS: Mapping[str, tuple[str, ...]] = {
    "health-list-cities.txt": ("cities",),
    "health-list-cities-of-both-regions.txt": ("cities", "--region", "sur", "--region", "costa"),
    "health-list-cities-by-country.txt": ("cities", "--country", "jp", "--country", "MA"),
    "health-list-cities-by-selection.txt": (
        *("cities", "--policy", "registro-vacunas", "--lang", "pt"),
        *("--columns", "id,name,aliases,policies,former_ids"),
    ),
    "health-list-cities-by-state.csv": (
        *("cities", "--selected", "aire-limpio=logrado", "--format", "csv"),
        *("--columns", "id,name,aliases,location,population,path"),
    ),
    "health-list-cities-by-derived-step.json": (
        *("cities", "--step", "carta=logrado", "--format", "json"),
        *("--columns", "id,name,regions.sur.cohort,regions.sur.joined"),
    ),
    "health-list-cities-by-programme.txt": (
        *("cities", "--programme", "aire-limpio", "--region", "costa", "--lang", "ja"),
    ),
    "health-list-nobody.txt": ("cities", "--step", "extension=por-empezar"),
    "health-list-policies.txt": ("policies", "--lang", "en"),
    "health-list-regions.txt": ("regions", "--lang", "pt"),
    "health-list-tracks.txt": ("tracks",),
    "health-list-sources.txt": ("sources", "--lang", "en"),
}


@pytest.mark.parametrize("name", LISTS)
def test_list(name: str, golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    golden(name, run(capsys, "list", *LISTS[name]))


SHOWN: Mapping[str, tuple[str, ...]] = {
    "health-show-nasim.txt": ("nasim",),
    "health-show-villa-nandu.txt": ("city/villa-nandu",),
    "health-show-ocaso.csv": ("ocaso", "--format", "csv"),
    "health-show-navagram.json": ("navagram", "--format", "json"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_show(name: str, golden: Golden, capsys: pytest.CaptureFixture[str]) -> None:
    golden(name, run(capsys, "show", *SHOWN[name]))


def test_an_id_of_two_records_asks_which_one_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["show", "aire-limpio", "--root", str(HEALTH), "--today", "2024-06-01"])
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err == (
        "gsca: `aire-limpio` is the id of 2 records: "
        "write `policy/aire-limpio` or `programme/aire-limpio`\n"
    )


@pytest.mark.parametrize(("former", "now"), [("hoshimi-cho", "hoshimi"), ("litoral", "costa")])
def test_a_former_id_leads_to_the_record(
    former: str, now: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", former, "--root", str(HEALTH), "--today", "2024-06-01"]) == 0
    printed = capsys.readouterr()
    assert printed.err == f"gsca: `{former}` is called `{now}` now\n"
    assert printed.out == run(capsys, "report", now)


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("report", "vila-nevoa", "--format", "csv"), 2, "writes the tables of a region"),
        (("list", "cities", "--step", "carta=completed"), 2, "no status `completed`"),
        (("list", "cities", "--region", "latam"), 2, "no region `latam`"),
    ],
)
def test_the_words_of_the_first_alliance_mean_nothing_here(
    words: tuple[str, ...], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--root", str(HEALTH), "--today", "2024-06-01"]) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err


# --- No record of the shipped data is named in the code -------------------------------------------


def shipped_ids() -> set[str]:
    """The ids of all records under `data/`, and of the steps of its tracks."""
    paths = [path for path in (TOP / "data").rglob("*") if path.suffix in {".yaml", ".yml"}]
    assert len(paths) > 100
    steps = {
        step["id"]
        for path in paths
        if path.parent.name == "tracks"
        for step in yaml.safe_load(path.read_text(encoding="utf-8"))["steps"]
    }
    return steps | {path.stem for path in paths}


def named_in(text: str, ids: set[str]) -> set[str]:
    """The words of a text that are ids."""
    return set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text.lower())) & ids


def test_no_record_of_the_shipped_data_is_named_in_the_code() -> None:
    """Not in a string, a comment, an example or a template: the house serves any alliance."""
    ids = shipped_ids()
    files = [*(TOP / "src").rglob("*.py"), *(TOP / "templates").glob("*.j2")]
    assert len(files) > 90
    named = {path.name: named_in(path.read_text(encoding="utf-8"), ids) for path in files}
    assert {name: found for name, found in named.items() if found} == {}


def test_the_search_would_find_them() -> None:
    assert named_in("see `latam`, Open-Data and work plans", shipped_ids()) == {
        "latam",
        "open-data",
    }
