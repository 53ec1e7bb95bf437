"""Whole reports on what moved from one snapshot to another, of an alliance in another field."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from small_alliance import TODAY

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.analysis.city import city_report
from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.overview import overview
from gsca_cli.analysis.policy import policy_report
from gsca_cli.analysis.region import region_report
from gsca_cli.analysis.track import track_report
from gsca_cli.checking import check
from gsca_cli.render.as_csv import policies_csv, steps_csv
from gsca_cli.render.as_document import render_markdown
from gsca_cli.render.as_json import render_json
from gsca_cli.render.as_terminal import render_document
from gsca_cli.render.built_in import built_in_templates
from gsca_cli.snapshots.snapshot import InMemory

Golden = Callable[[str, str], None]

HEALTH = Path(__file__).resolve().parent / "alliances" / "health"
NOW = {
    path.relative_to(HEALTH).as_posix(): path.read_text(encoding="utf-8")
    for path in HEALTH.rglob("*.y*ml")
}
LABEL = "1a2b3c4 of 2023-12-01"

VILLA = "data/cities/co/villa-nandu.yaml"
BRIGIDO = "data/cities/br/sao-brigido.yaml"
OCASO = "data/cities/ar/ocaso.yaml"
QUIMERA = "data/cities/pe/puerto-quimera.yaml"
NASIM = "data/cities/ma/nasim.yaml"
CAMINO = "data/tracks/camino.yaml"
SUR = "data/regions/sur.yaml"
LAGUNA = "name: Laguna\ncountry: AR\nregions: {sur: }\nsources: [acta-2023]\n"

EDITS = [
    # What has advanced, moved back, is no longer known, and is known at last.
    (VILLA, "status: logrado\n    since: 2024-02-10", "status: en-marcha\n    since: 2022-03"),
    (VILLA, "plan: {status: logrado, since: 2024-02}", "plan: por-empezar"),
    (VILLA, "status: en-marcha\n    since: 2023", "status: logrado\n    since: 2022"),
    (VILLA, "equipo: logrado", "equipo: en-marcha"),
    (OCASO, "carta: {status: en-marcha, since: 2024-04-02", "carta: {status: logrado"),
    (OCASO, "  balance:\n", "  balance: por-empezar\n"),
    (BRIGIDO, "balance: {status: por-empezar", "balance: {status: sin-datos"),
    # What was selected and withdrawn.
    (BRIGIDO, "    until: 2023-12\n", ""),
    (
        OCASO,
        "  registro-vacunas:\n    since: ../2024-03\n    steps:\n      equipo: por-empezar\n",
        "",
    ),
    (QUIMERA, "  aire-limpio: {", "  datos-hospital:\n  aire-limpio: {"),
    # What was in the table.
    (SUR, "  - {policy: registro-vacunas, added: 2024-02}\n", ""),
    (SUR, "  secretaria: {status: en-marcha", "  secretaria: {status: por-empezar"),
    (QUIMERA, "    left: 2023-09\n    standing: retirada\n", ""),
]


def then() -> Mapping[str, str]:
    """The files as they were."""
    files = dict(NOW)
    for path, now, before in EDITS:
        assert files[path].count(now) == 1, (path, now)
        files[path] = files[path].replace(now, before)
    del files[NASIM]
    return {**files, "data/cities/ar/laguna.yaml": LAGUNA}


def alliance_of(files: Mapping[str, str]) -> Alliance:
    """The alliance that some files hold."""
    return check(InMemory({path: text.encode() for path, text in files.items()}), TODAY).alliance


@pytest.fixture(scope="module")
def sides() -> tuple[Alliance, Alliance]:
    return alliance_of(then()), alliance_of(NOW)


Sides = tuple[Alliance, Alliance]


def edition_of(sides: Sides, language: str = "es") -> Edition:
    wish = Wish(language, TODAY, before=sides[0], since_label=LABEL)
    return Edition(sides[1], wish)


def region_of(sides: Sides, language: str = "es") -> Any:
    edition = edition_of(sides, language)
    return region_report(edition, edition.alliance.regions["sur"])


@pytest.mark.parametrize("language", ["es", "pt"])
def test_a_region_as_markdown(sides: Sides, language: str, golden: Golden) -> None:
    text = render_markdown("region", region_of(sides, language), {})
    golden(f"moved-region-sur-{language}.md", text)


def test_a_region_in_a_terminal_of_80_columns(sides: Sides, golden: Golden) -> None:
    text = render_document(render_markdown("region", region_of(sides), {}), 80, colour=False)
    golden("moved-region-sur.txt", text)


def test_a_region_as_json(sides: Sides, golden: Golden) -> None:
    golden("moved-region-sur.json", render_json("region", region_of(sides)))


def test_the_tables_of_a_region_as_csv(sides: Sides, golden: Golden) -> None:
    report = region_of(sides)
    golden("moved-sur-policies.csv", policies_csv(report.policies))
    golden("moved-sur-steps.csv", steps_csv(report.steps))


def test_a_city_a_policy_a_track_and_the_alliance(sides: Sides, golden: Golden) -> None:
    reports: dict[str, Callable[[Edition, Alliance], Any]] = {
        "city": lambda edition, now: city_report(edition, now.cities["villa-nandu"]),
        "policy": lambda edition, now: policy_report(edition, now.policies["aire-limpio"]),
        "track": lambda edition, now: track_report(edition, now.tracks["cuaderno"]),
        "alliance": lambda edition, _: overview(edition),
    }
    for name, report in reports.items():
        edition = edition_of(sides, "en")
        golden(f"moved-{name}.md", render_markdown(name, report(edition, edition.alliance), {}))


def test_between_two_snapshots_that_say_the_same_nothing_moved(sides: Sides) -> None:
    same = sides[1], sides[1]
    text = render_markdown("region", region_of(same), {})
    assert f"Nothing is known to have moved since {LABEL}." in text
    assert f"· no selection is known to be new since {LABEL}\n" in text
    assert f"· no step is known to have moved since {LABEL}\n" in text
    assert not [word for word in ("New!", "Advanced!", "Moved back", " Withdrawn") if word in text]


def test_what_withdrew_is_not_counted(sides: Sides) -> None:
    matrix = region_of(sides).policies
    cells = [cell for row in matrix.rows for cell in row.cells]
    assert {cell.selected for cell in cells if cell.newness == "withdrawn"} == {False}
    assert matrix.total == sum(cell.selected for cell in cells) == 7


def test_a_template_of_a_repository_sees_what_is_new(sides: Sides) -> None:
    own = """\
{% import "parts.md.j2" as parts %}
{% for row in policies.rows %}
{% for cell in row.cells if cell.newness %}
- {{ row.city.id }}{{ parts.new(cell) }}
{% endfor %}
{% endfor %}
{% for line in moved.lines if line.id == "ocaso" and line.within == "" %}
- {{ line.sentence }}
{% endfor %}
"""
    text = render_markdown("region", region_of(sides), {"region.md.j2": own})
    assert text.splitlines() == [
        "- ocaso New!",
        "- puerto-quimera Withdrawn",
        "- sao-brigido Withdrawn",
        "- villa-nandu Advanced!",
        "- villa-nandu Moved back",
        "- selected Registro de vacunas (by 2024-03)",
        "- Carta del alcalde, logrado -> en marcha (2024-04-02)",
        "- Plan, logrado -> sin datos, as follows from its selections",
        r"- Balance \| cierre, por empezar -> sin datos",
    ]


def test_parts_that_a_repository_brought_before_there_were_other_marks_still_do(
    sides: Sides,
) -> None:
    parts = built_in_templates()["parts.md.j2"]
    start, end = parts.index("{% macro new(it) %}"), parts.index("{% macro legend(")
    former = '{% macro new(it) %}{% if it.newness == "new" %} Fresh!{% endif %}{% endmacro %}\n'
    own = {"parts.md.j2": f"{parts[:start]}{former}{parts[end:]}"}
    text = render_markdown("region", region_of(sides), own)
    assert "| X Fresh! |" in text
    assert "## What moved since" in text


def test_what_a_record_says_is_no_markdown_in_a_sentence() -> None:
    odd = "<b>*Plan*</b> | [here](https://example.org)"
    track = NOW[CAMINO].replace("es: Plan,", f"es: '{odd}',")
    edition = edition_of((alliance_of(then()), alliance_of({**NOW, CAMINO: track})))
    text = render_markdown("region", region_report(edition, edition.alliance.regions["sur"]), {})
    told = text[text.index("## What moved") : text.index("## Members")]
    assert r"\<b>\*Plan\*\</b> \| \[here\](https\://example.org), por empezar" in told
