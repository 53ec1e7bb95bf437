"""A new record holds every field: what is given as a value, the others in comments."""

import re
from collections.abc import Mapping

import pytest
from small_alliance import checked, snapshot_of

from gsca_cli.alliance.entry import Entry
from gsca_cli.alliance.read import read_file
from gsca_cli.editing.new_place import new_place
from gsca_cli.editing.outline import modeline, outline
from gsca_cli.findings import Severity
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of

REQUIRED: Mapping[Kind, Mapping[str, object]] = {
    Kind.CITY: {
        "sources": ["paper"],
        "name": "Bergen",
        "country": "NO",
        "regions": {"north": None},
    },
    Kind.REGION: {"name": "South", "sources": ["paper"]},
    Kind.POLICY: {"name": "Bikes", "sources": ["paper"]},
    Kind.PRINCIPLE: {"name": "Equity", "sources": ["paper"]},
    Kind.TRACK: {
        "name": "Revision",
        "walked_by": "region",
        "steps": [{"id": "look", "name": "Look"}],
        "sources": ["paper"],
    },
    Kind.PROGRAMME: {"name": "Lab", "sources": ["paper"]},
    Kind.PARTNER: {"name": "An institute", "sources": ["paper"]},
    Kind.SOURCE: {"title": "A report"},
}

RIGHT: Mapping[str, str] = {
    "aliases": "[Another name]",
    "announced": "2020",
    "benchmarks": "{audits: {text: Audits}}",
    "cadence": "monthly",
    "claims": "[{count: cities, value: 2}]",
    "cohorts": "{first: {name: First}}",
    "columns": "[open-data]",
    "contents": "[Part one]",
    "date": "2022-06",
    "foundational": "true",
    "former_ids": "[old-name]",
    "inferred": "{'.': a reason}",
    "kind": "primary",
    "languages": "[nb]",
    "launched": "2021-01",
    "link": "https://example.org/x",
    "listed_in": "[paper]",
    "location": "{lat: 60.39, lon: 5.32}",
    "meetings": "[{date: 2022-01-25}]",
    "notes": "[A remark]",
    "phases": "[{id: first, name: First}]",
    "policies": "{open-data: }",
    "population": "290000",
    "principle": "privacy",
    "programmes": "{pioneers: }",
    "publisher": "A press",
    "read": "all of it",
    "related": "[dig-once]",
    "releases": "[{version: 1.10}]",
    "seat": "Bergen",
    "secretariat": "An office",
    "short_name": "equity",
    "sources": "[paper]",
    "started": "2021-10-25",
    "statuses": "[completed, unknown]",
    "steps": "{plan: unknown}",
    "subdivision": "NO-46",
    "summary": "What it is.",
    "supporters": "[A company]",
    "track": "adoption",
    "variants": "[{at: ., value: nothing}]",
}

PLAYBOOK = {
    "data/tracks/playbook.yaml": (
        "name: P\nwalked_by: region\nsteps: [{id: recruit, name: R}]\nsources: [paper]\n"
    )
}

KINDS = pytest.mark.parametrize("kind", REQUIRED)


def text_of(kind: Kind) -> str:
    return outline(kind, REQUIRED[kind], "en")


def read(kind: Kind, text: str) -> Entry:
    place = new_place(kind, "a-new-one")
    entry = read_file(snapshot_of({place.path: text}), place)
    assert isinstance(entry, Entry), entry
    return entry


def errors(kind: Kind, text: str) -> list[str]:
    found = checked({**PLAYBOOK, new_place(kind, "a-new-one").path: text}).findings
    return [f"{each.code}: {each.message}" for each in found if each.severity is Severity.ERROR]


def filled(kind: Kind, line: str) -> str:
    """A line that was a comment, with a right value in the place where one belongs."""
    name, _, rest = line[2:].partition(":")
    is_own = (kind, name) == (Kind.REGION, "steps")
    value = "{recruit: unknown}" if is_own else RIGHT[name]
    return f"{name}: {value}{rest[rest.index('  #') :]}"


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match(r"# [a-z_]+:", line)]


def test_there_is_a_case_for_every_kind() -> None:
    assert set(REQUIRED) == set(Kind) - {Kind.ALLIANCE}


@KINDS
def test_every_field_is_there_in_the_order_of_the_model(kind: Kind) -> None:
    text, names = text_of(kind), list(shape_of(kind).names())
    given = list(read(kind, text).document.data)
    explained = [line[2:].partition(":")[0] for line in comments(text)]
    assert given == [name for name in names if name in REQUIRED[kind]]
    assert explained == [name for name in names if name not in REQUIRED[kind]]


@KINDS
def test_what_is_made_is_right_at_once(kind: Kind) -> None:
    text = text_of(kind)
    found = checked({new_place(kind, "a-new-one").path: text}).findings
    # Nothing can cite a source that is not there yet.
    assert {each.code for each in found} <= {"uncited-source"}
    assert max(map(len, text.splitlines())) <= 100


@KINDS
def test_each_comment_becomes_its_field_once_it_is_filled_in(kind: Kind) -> None:
    text = text_of(kind)
    for line in comments(text):
        name = line[2:].partition(":")[0]
        whole = text.replace(line, filled(kind, line))
        entry = read(kind, whole)
        assert entry.document.locate((name,)).line == text.splitlines().index(line) + 1
        assert errors(kind, whole) == [], line


@KINDS
def test_all_comments_may_be_filled_in_together(kind: Kind) -> None:
    text = text_of(kind)
    for line in comments(text):
        text = text.replace(line, filled(kind, line))
    assert set(read(kind, text).document.data) == set(shape_of(kind).names())
    assert errors(kind, text) == []


@KINDS
def test_a_comment_that_is_not_filled_in_loses_nothing(kind: Kind) -> None:
    # Braces wait for numbers: the reader says which.
    text = re.sub(r"^# (?=[a-z_]+:(?! \{))", "", text_of(kind), flags=re.MULTILINE)
    assert set(read(kind, text).record.model_fields_set) >= set(REQUIRED[kind])


def test_a_country_is_named_behind_its_code_in_the_language_of_the_alliance() -> None:
    data = {"name": "Q", "country": "JP"}
    assert "\ncountry: JP  # Japan\n" in outline(Kind.CITY, data, "en")
    assert "\ncountry: JP  # Japón\n" in outline(Kind.CITY, data, "es")


def test_what_grows_stands_line_by_line() -> None:
    data = {
        "name": {"en": "Q", "ja": "キ"},
        "country": "NO",
        "location": {"lat": 1.5, "lon": 2.5},
        "regions": {"north": None},
        "aliases": ["R", "S"],
        "sources": ["paper"],
    }
    assert outline(Kind.CITY, data, "en").startswith(
        "name:\n  en: Q\n  ja: キ\n"
        'country: "NO"  # Norway\n'
        "location: {lat: 1.5, lon: 2.5}\n"
        "regions:\n  north:\n"
        "aliases:\n  - R\n  - S\n"
        "sources:\n  - paper\n"
        "\n# What else"
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("oslo", "# yaml-language-server: $schema=../../schemas/city.schema.json\n"),
        ("no/oslo", "# yaml-language-server: $schema=../../../schemas/city.schema.json\n"),
    ],
)
def test_the_first_line_names_the_schema_where_there_is_one(name: str, line: str) -> None:
    place = new_place(Kind.CITY, name)
    assert modeline(snapshot_of(), place) == ""
    assert modeline(snapshot_of({"schemas/source.schema.json": "{}"}), place) == ""
    assert modeline(snapshot_of({"schemas/city.schema.json": "{}"}), place) == line
