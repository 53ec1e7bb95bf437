"""An assignment on the text of a record: the text afterwards."""

import pytest

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.assignment import assignments
from gsca_cli.editing.wishes import Customs, wished
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind
from gsca_cli.records.shape import shape_of

CUSTOMS = Customs("en", {"step": ["letter", "plan", "audit"]})


def after(text: str, *words: str, kind: Kind = Kind.CITY) -> str:
    document = parse("data/cities/oslo.yaml", text.encode())
    assert isinstance(document, Document)
    for each in assignments(words):
        document = wished(shape_of(kind), document, each, CUSTOMS)
    return document.text


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("name: Oslo\n", ["name=Bergen"], "name: Bergen\n"),
        ("name: Oslo\n", ["name.nb=Óslo"], "name:\n  en: Oslo\n  nb: Óslo\n"),
        ("name: {en: Oslo}\n", ["name=Bergen"], "name: {en: Bergen}\n"),
        ("name: Oslo\n", ["country=NO"], 'name: Oslo\ncountry: "NO"\n'),
        ("name: Oslo\n", ["population=700000"], "name: Oslo\npopulation: 700000\n"),
        ("population: 5\n", ["population.as_of=2020"], "population: {value: 5, as_of: 2020}\n"),
        ("population: {value: 5}\n", ["population=7"], "population: {value: 7}\n"),
        (
            "name: Oslo\n",
            ["location.lat=59.9", "location.lon=10.70"],
            "name: Oslo\nlocation: {lat: 59.9, lon: 10.70}\n",
        ),
        (
            "steps:\n  plan: completed\n",
            ["steps.letter=unknown"],
            "steps:\n  letter: unknown\n  plan: completed\n",
        ),
        (
            "steps:\n  plan: completed\n",
            ["steps.plan.since=2022-05"],
            "steps:\n  plan: {status: completed, since: 2022-05}\n",
        ),
        ("steps:\n  plan:\n", ["steps.plan.since=2022"], "steps:\n  plan: {since: 2022}\n"),
        ("name: Oslo\n", ["steps.plan=completed"], "name: Oslo\nsteps:\n  plan: completed\n"),
        (
            "name: Oslo\n",
            ["steps.plan.status=completed"],
            "name: Oslo\nsteps:\n  plan: completed\n",
        ),
        (
            "name: Oslo\n",
            ["steps.plan.since=2022-05"],
            "name: Oslo\nsteps:\n  plan: {since: 2022-05}\n",
        ),
        ("policies:\n  a:\n", ["policies.a=completed"], "policies:\n  a: completed\n"),
        ("policies:\n  a:\n", ["policies+=b,a,c"], "policies:\n  a:\n  b:\n  c:\n"),
        ("name: Oslo\n", ["policies+=b"], "name: Oslo\npolicies:\n  b:\n"),
        ("policies:\n  a:\n  b:\n", ["policies-=a"], "policies:\n  b:\n"),
        (
            "regions: {north: }\n",
            ["regions.north.joined=2021"],
            "regions: {north: {joined: 2021}}\n",
        ),
        (
            "regions:\n  north: member\n",
            ["regions.north.joined=2021"],
            "regions:\n  north: {role: member, joined: 2021}\n",
        ),
        ("sources: [a]\n", ["sources+=b,a"], "sources: [a, b]\n"),
        ("sources:\n  - a\n", ["sources+={b: [name]}"], "sources:\n  - a\n  - b: [name]\n"),
        ("sources:\n  - a\n  - b: [name]\n", ["sources-=b"], "sources:\n  - a\n"),
        ("name: Oslo\n", ["sources=a, b"], "name: Oslo\nsources:\n  - a\n  - b\n"),
        (
            "name: Oslo\n",
            ["aliases+=Kristiania, now Oslo"],
            "name: Oslo\naliases:\n  - Kristiania, now Oslo\n",
        ),
        (
            "name: Oslo\n",
            ["notes+={date: 2022, text: So.}"],
            "name: Oslo\nnotes:\n  - date: 2022\n    text: So.\n",
        ),
        (
            "inferred:\n  name: so\n",
            ["inferred.steps.plan.since=the paper says so"],
            "inferred:\n  name: so\n  steps.plan.since: the paper says so\n",
        ),
        ("name: Oslo\ninferred:\n  a.b: x\n", ["inferred.a.b="], "name: Oslo\n"),
        (
            "steps:\n  plan: {status: completed, since: 2022}\n",
            ["steps.plan.since="],
            "steps:\n  plan: completed\n",
        ),
        (
            "steps:\n  plan:  # c\n    status: completed\n    # why\n    since: 2022\n",
            ["steps.plan.since="],
            "steps:\n  plan: completed  # c\n",
        ),
        (
            "steps:\n  plan:\n    # how\n    status: completed\n    since: 2022\n",
            ["steps.plan.since="],
            "steps:\n  plan:\n    # how\n    status: completed\n",
        ),
        ("policies:\n  a: {status: completed}\n", ["policies.a.status="], "policies:\n  a:\n"),
        ("name: Oslo\npolicies:\n  a:\n", ["policies.a="], "name: Oslo\n"),
        ("name: Oslo\nlocation: {lat: 1, lon: 2}\n", ["location="], "name: Oslo\n"),
        ("name: Oslo\n", ["location="], "name: Oslo\n"),
        ("name: Oslo\n", ["steps={plan: completed}"], "name: Oslo\nsteps:\n  plan: completed\n"),
    ],
)
def test_an_assignment_changes_what_it_names(text: str, words: list[str], expected: str) -> None:
    assert after(text, *words) == expected


def test_an_item_of_a_list_is_named_by_what_names_it() -> None:
    track = "steps:\n  - {id: letter, name: Letter}\n  - id: plan\n    name: Plan\n"
    text = after(track, "steps.plan.name.es=Plano", kind=Kind.TRACK)
    assert text.endswith("  - id: plan\n    name: {en: Plan, es: Plano}\n")
    region = "columns: [open-data, {policy: dig-once}]\n"
    text = after(region, "columns.open-data.added=2022", kind=Kind.REGION)
    assert text == "columns: [{policy: open-data, added: 2022}, {policy: dig-once}]\n"


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("location.lng=5", "`location` has no field `lng`; did you mean `lon`"),
        ("step.plan=x", "the record has no field `step`; did you mean `steps`"),
        ("zzz=x", "the record has no field `zzz`; its fields are name, country"),
        ("name.en.x=y", "`name.en` is one value: nothing stands below it"),
        ("country.code=NO", "`country` is one value"),
        ("steps=completed", "`steps` is a map: name an entry, as in `steps.ID=...`"),
        ("location=59", "`location` is a map: name a field, as in `location.lat=...`"),
        ("location.lat=59,9", "location.lat: `59,9` is not a number; did you mean `59.9`"),
        ("population=many", "population: `many` is not a whole number"),
        ("population=1.5", "population: `1.5` is not a whole number"),
        ("steps.plan.since=05/2022", "`05/2022` is not a date; .* did you mean `2022-05`"),
        (
            "steps.plan.reported_by=citty",
            "is not one of city, secretariat, publication; did you mean `city`",
        ),
        ("aliases.Kristiania.note=x", "`aliases` has no item `Kristiania`"),
        ("country+=NO", "`country` is no list: write `country=NO`"),
        ("name-=x", "`name` is no list"),
        ("sources-=papr", "`sources` has no item `papr`; did you mean `paper`"),
        ("sources={a: b", "cannot be read"),
        ("regions.north.role.x=y", "`regions.north.role` is one value"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_cure(word: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        after("name: Oslo\ncountry: SE\nsources: [paper]\n", word)


def test_true_and_false_are_no_texts() -> None:
    assert (
        after("name: X\n", "foundational=true", kind=Kind.POLICY) == "name: X\nfoundational: true\n"
    )
    with pytest.raises(UsageError, match="did you mean `true`"):
        after("name: X\n", "foundational=yes", kind=Kind.POLICY)
