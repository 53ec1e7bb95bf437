import pytest
from small_alliance import FILES, OSLO, findings, hints

from gsca_cli.checks.unknown_route import routes

CURE = "write the names and ids as they stand in the file, joined by dots"
OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
OPEN_DATA = "data/policies/open-data.yaml"
ADOPTION = "data/tracks/adoption.yaml"

ROUTES = [
    (OSLO_PATH, "."),
    (OSLO_PATH, "name"),
    (OSLO_PATH, "regions"),
    (OSLO_PATH, "regions.north.cohort"),
    (OSLO_PATH, "policies.open-data"),
    (OSLO_PATH, "steps.plan.since"),
    (OSLO_PATH, "sources.paper"),
    (NORTH, "columns.open-data"),
    (NORTH, "columns.dig-once.added"),
    (NORTH, "claims.members"),
    (NORTH, "claims.members.value"),
    (ADOPTION, "steps.letter.name"),
    (OPEN_DATA, "releases.v1.date"),
]
MORE = {
    OSLO_PATH: "",
    NORTH: "claims: [{count: members, value: 1}]\n",
    ADOPTION: "",
    OPEN_DATA: "releases: [{version: v1, date: 2020}]\n",
}


def with_more(path: str) -> str:
    text = FILES[path].replace(
        "[open-data, dig-once]", "[open-data, {policy: dig-once, added: 2022}]"
    )
    return text + MORE[path]


@pytest.mark.parametrize(("path", "route"), ROUTES)
def test_a_route_names_keys_and_list_items_by_what_they_are_called(path: str, route: str) -> None:
    text = with_more(path)
    assert findings({path: f"{text}inferred: {{{route}: a guess}}\n"}) == []
    assert findings({path: f"{text}variants: [{{at: {route}, value: x}}]\n"}) == []
    cited = text.replace("sources: [paper]", f"sources: [paper, {{paper: [{route}]}}]")
    assert findings({path: cited}) == []


def test_a_route_under_inferred_that_leads_nowhere_is_reported_at_its_key() -> None:
    oslo = f"{OSLO}inferred:\n  name: a guess\n  steps.pln.since: another\n"
    assert findings({OSLO_PATH: oslo}) == [
        (
            "data/cities/oslo.yaml:13:3 unknown-route: "
            "`steps.pln.since` is not a value of this record"
        )
    ]
    assert hints({OSLO_PATH: oslo}) == [
        f"data/cities/oslo.yaml:13:3 unknown-route => did you mean `steps.plan.since`? {CURE}"
    ]


def test_a_route_of_a_variant_that_leads_nowhere_is_reported_at_the_route() -> None:
    oslo = f"{OSLO}variants:\n  - value: 2020\n    at: steps.pla\n"
    assert findings({OSLO_PATH: oslo}) == [
        ("data/cities/oslo.yaml:13:9 unknown-route: `steps.pla` is not a value of this record")
    ]
    assert hints({OSLO_PATH: oslo}) == [
        f"data/cities/oslo.yaml:13:9 unknown-route => did you mean `steps.plan`? {CURE}"
    ]


def test_a_route_that_a_source_supports_is_reported_at_the_route() -> None:
    oslo = OSLO.replace("sources: [paper]", "sources: [{paper: [name, contry]}]")
    assert findings({OSLO_PATH: oslo}) == [
        ("data/cities/oslo.yaml:10:26 unknown-route: `contry` is not a value of this record")
    ]
    assert hints({OSLO_PATH: oslo}) == [
        f"data/cities/oslo.yaml:10:26 unknown-route => did you mean `country`? {CURE}"
    ]


def test_a_route_under_supports_is_reported_at_the_route_too() -> None:
    cited = "sources: [{source: paper, supports: [name, contry]}]"
    assert findings({OSLO_PATH: OSLO.replace("sources: [paper]", cited)}) == [
        ("data/cities/oslo.yaml:10:44 unknown-route: `contry` is not a value of this record")
    ]
    assert hints({OSLO_PATH: OSLO.replace("sources: [paper]", cited)}) == [
        f"data/cities/oslo.yaml:10:44 unknown-route => did you mean `country`? {CURE}"
    ]


@pytest.mark.parametrize(
    "route", ["steps.0", "regions.north.standing", "oslo", "name.en", "steps.", "''", "zzz"]
)
def test_an_index_an_absent_field_and_a_name_of_something_else_lead_nowhere(route: str) -> None:
    shown = route.strip("'")
    found = findings({OSLO_PATH: f"{OSLO}variants: [{{at: {route}, value: x}}]\n"})
    assert len(found) == 1
    if shown:
        assert f"unknown-route: `{shown}` is not a value of this record" in found[0]
    else:
        assert "invalid-value" in found[0]


def test_every_route_of_plain_data_is_known_once_by_each_name() -> None:
    data = {"a": [{"id": "x", "name": "y", "b": 1}, "z", 5], "c": {"d": None}}
    assert list(routes(data)) == [
        ".", "a",
        "a.x", "a.x.id", "a.x.name", "a.x.b",
        "a.y", "a.y.id", "a.y.name", "a.y.b",
        "a.z", "c", "c.d",
    ]  # fmt: skip


def test_a_version_that_yaml_takes_for_a_number_names_its_release() -> None:
    policy = f"{FILES[OPEN_DATA]}releases: [{{version: 1.10, date: 2020}}]\n"
    found = findings({OPEN_DATA: f"{policy}inferred: {{releases.1.10.date: a guess}}\n"})
    assert not [each for each in found if " unknown-route: " in each]


def test_a_remark_is_never_suggested_as_the_value_it_is_about() -> None:
    oslo = f"{OSLO}inferred: {{elevation.metres: a guess}}\n"
    assert findings({OSLO_PATH: oslo}) == [
        (
            "data/cities/oslo.yaml:11:12 unknown-route: "
            "`elevation.metres` is not a value of this record"
        )
    ]
    assert hints({OSLO_PATH: oslo}) == [f"{OSLO_PATH}:11:12 unknown-route => {CURE}"]


def test_a_citation_in_the_long_form_is_named_by_its_source() -> None:
    oslo = OSLO.replace("[paper]", "[{source: paper, supports: [name]}]")
    assert findings({OSLO_PATH: f"{oslo}inferred: {{sources.paper.supports: a guess}}\n"}) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (
            "  plan: {",
            "  plan: {sources: [{paper: [status, sinse]}], ",
            "9:37 unknown-route: `sinse` is not a value of this part",
        ),
        (
            "  plan: {",
            "  plan: {sources: [{source: paper, supports: [due]}], ",
            "9:47 unknown-route: `due` is not a value of this part",
        ),
        (
            "sources: [paper]",
            "notes: [{text: x, sources: [{paper: [text, date]}]}]\nsources: [paper]",
            "10:44 unknown-route: `date` is not a value of this part",
        ),
    ],
)
def test_a_source_of_a_part_supports_fields_of_that_part(old: str, new: str, place: str) -> None:
    changed = {"data/cities/oslo.yaml": OSLO.replace(old, new)}
    assert findings(changed) == [f"data/cities/oslo.yaml:{place}"]


def test_what_was_meant_is_looked_for_in_the_part_that_is_meant() -> None:
    oslo = OSLO.replace("  plan: {", "  plan: {sources: [{paper: [sinse]}], ")
    found = [
        each.partition(" => ")[2] for each in hints({OSLO_PATH: f"{oslo}inferred: {{sinse: x}}\n"})
    ]
    assert [each.startswith("did you mean `since`?") for each in found] == [True, False]
