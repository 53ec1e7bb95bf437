from typing import Any

import pytest
from small_alliance import FILES, OSLO, alliance_of

from gsca_cli.analysis.query import DEFAULT_COLUMNS, Filters, Listing, listing, matching
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind

CHANGES: dict[str, str | bytes | None] = {
    "data/regions/south.yaml": (
        "name: {en: South, es: Sur}\ncolumns: [{policy: open-data, added: 2022-03}]\n"
        "languages: [es, pt-BR]\nlaunched: ../2021\n"
        "meetings: [{date: 2022-01, title: {en: First, es: Primera}}]\nsources: [paper]\n"
    ),
    "data/cities/oslo.yaml": OSLO
    + "location: {lat: 59.9, lon: 10.75}\npopulation: {value: 709037, as_of: 2023}\n"
    "aliases: [Christiania, {name: Kristiania}]\nnotes: [{text: {en: Hi, es: Hola}}]\n",
    "data/cities/bergen.yaml": (
        "name: Bergen\ncountry: 'NO'\nregions: {north: observer, south: {cohort: x}}\n"
        "programmes: {pioneers: {joined: 2020}}\n"
        "policies: {open-data: completed, dig-once: {status: in-progress, since: 2022-05}}\n"
        "steps: {plan: completed}\nsources: [paper, {report: [name]}]\n"
    ),
    "data/cities/lima.yaml": (
        "name: {en: Lima, es: Ciudad de Lima}\ncountry: PE\nregions: {south: }\n"
        "policies:\n  open-data: {until: 2023}\n  dig-once: {chosen: unknown}\nsources: [paper]\n"
    ),
    "data/cities/rome.yaml": (
        "name: Rome\ncountry: IT\nprogrammes: {pioneers: }\n"
        "policies: {dig-once: {status: unknown, steps: {letter: completed}}}\n"
        "steps: {plan: unknown}\nsources: [paper]\n"
    ),
}
ALLIANCE = alliance_of(CHANGES)
CITIES = ["bergen", "lima", "oslo", "rome"]

CHOSEN: list[tuple[Filters, str]] = [
    (Filters(), "bergen lima oslo rome"),
    (Filters(regions=["north"]), "bergen oslo"),
    (Filters(regions=["south"]), "bergen lima"),
    (Filters(regions=["north", "south"]), "bergen"),
    (Filters(regions=["none"]), "rome"),
    (Filters(regions=["none", "north"]), ""),
    (Filters(regions=["none"], countries=["NO"]), ""),
    (Filters(countries=["NO"]), "bergen oslo"),
    (Filters(countries=["no"]), "bergen oslo"),
    (Filters(countries=["PE", "IT"]), "lima rome"),
    (Filters(programmes=["pioneers"]), "bergen rome"),
    (Filters(policies=["open-data"]), "bergen oslo"),
    (Filters(policies=["dig-once"]), "bergen rome"),
    (Filters(policies=["dig-once", "open-data"]), "bergen"),
    (Filters(selected=[("open-data", None)]), "bergen oslo"),
    (Filters(selected=[("open-data", "completed")]), "bergen"),
    (Filters(selected=[("open-data", "unknown")]), "oslo"),
    (Filters(selected=[("open-data", "in-progress")]), ""),
    (Filters(selected=[("dig-once", "in-progress")]), "bergen"),
    (Filters(steps=[("plan", None)]), "bergen oslo rome"),
    (Filters(steps=[("plan", "completed")]), "bergen"),
    (Filters(steps=[("plan", "in-progress")]), "oslo"),
    (Filters(steps=[("plan", "unknown")]), "rome"),
    (Filters(steps=[("letter", "completed")]), "oslo"),
    (Filters(steps=[("letter", "unknown")]), "bergen"),
    (Filters(steps=[("letter", "completed"), ("plan", "in-progress")]), "oslo"),
    (Filters(regions=["north"], countries=["NO"], policies=["dig-once"]), "bergen"),
    (Filters(regions=["north"], programmes=["pioneers"]), "bergen"),
    (Filters(countries=["IT"], steps=[("plan", "unknown")]), "rome"),
    (Filters(countries=["IT"], selected=[("open-data", None)]), ""),
    (
        Filters(
            regions=["north"],
            countries=["NO"],
            policies=["open-data"],
            programmes=["pioneers"],
            selected=[("dig-once", "in-progress")],
            steps=[("plan", "completed")],
        ),
        "bergen",
    ),
]


@pytest.mark.parametrize(("filters", "ids"), CHOSEN)
def test_a_city_must_fulfil_every_filter(filters: Filters, ids: str) -> None:
    assert [brief.id for brief in matching(ALLIANCE, Kind.CITY, filters)] == ids.split()


@pytest.mark.parametrize("kind", Kind)
def test_without_a_filter_all_records_of_a_kind_match_by_id(kind: Kind) -> None:
    found = matching(ALLIANCE, kind, Filters())
    assert [brief.id for brief in found] == sorted(ALLIANCE.of(kind))
    assert found


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CITY])
def test_filters_choose_cities_only(kind: Kind) -> None:
    with pytest.raises(UsageError, match=f"these filters choose cities, not {kind.plural}"):
        matching(ALLIANCE, kind, Filters(regions=["north"]))


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(regions=["nrth"]), "no region `nrth`; did you mean `north`?"),
        (Filters(countries=["SE"]), "no city in country `SE`; choose from IT, NO, PE"),
        (Filters(countries=["Sweden"]), "no city in country `Sweden`; choose from IT, NO, PE"),
        (Filters(countries=["Norwy"]), "no city in country `Norwy`; did you mean `NO` (Norway)?"),
        (
            Filters(countries=["UK"]),
            "no city in country `UK`, nor in `GB` (United Kingdom); choose from IT, NO, PE",
        ),
        (Filters(countries=["PE", "zz"]), "no city in country `zz`"),
        (Filters(policies=["opendata"]), "no policy `opendata`; did you mean `open-data`?"),
        (Filters(programmes=["x"]), "no programme `x`"),
        (Filters(selected=[("x", None)]), "no policy `x`"),
        (Filters(selected=[("open-data", "complete")]), "no status `complete`; did you mean"),
        (Filters(steps=[("pln", None)]), "no step `pln`; did you mean `plan`?"),
        (Filters(steps=[("plan", "done")]), "no status `done`"),
    ],
)
def test_a_filter_that_names_nothing_is_wrong_usage(filters: Filters, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        matching(ALLIANCE, Kind.CITY, filters)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(policies=["digging"]),
        Filters(selected=[("digging", None)]),
        Filters(regions=["nord"]),
        Filters(programmes=["first"]),
    ],
)
def test_an_id_that_a_record_once_had_still_finds_its_cities(filters: Filters) -> None:
    renamed = {
        "data/policies/dig-once.yaml": "name: Dig\nformer_ids: [digging]\nsources: [paper]\n",
        "data/regions/north.yaml": "name: North\nformer_ids: [nord]\nsources: [paper]\n",
        "data/programmes/pioneers.yaml": "name: P\nformer_ids: [first]\nsources: [paper]\n",
    }
    found = {
        brief.id for brief in matching(alliance_of({**CHANGES, **renamed}), Kind.CITY, filters)
    }
    assert found
    assert found < set(CITIES)


def test_an_id_that_a_word_once_had_still_finds_its_cities() -> None:
    track = "data/tracks/adoption.yaml"
    steps = FILES[track].replace("name: Letter", "name: Letter, former_ids: [note]")
    changed = {**CHANGES, track: steps}
    found = matching(alliance_of(changed), Kind.CITY, Filters(steps=[("note", None)]))
    assert found == matching(alliance_of(changed), Kind.CITY, Filters(steps=[("letter", None)]))


def test_steps_that_there_are_come_in_the_order_of_the_ladder() -> None:
    with pytest.raises(UsageError, match="no step `zzz`; choose from letter, plan"):
        matching(alliance_of(), Kind.CITY, Filters(steps=[("zzz", None)]))


def test_an_id_that_two_records_once_had_leads_to_neither() -> None:
    text = "name: X\nformer_ids: [digging]\nsources: [paper]\n"
    both = {f"data/policies/{key}.yaml": text for key in ("dig-once", "open-data")}
    with pytest.raises(UsageError, match="no policy `digging`"):
        matching(alliance_of({**CHANGES, **both}), Kind.CITY, Filters(policies=["digging"]))


def test_what_stands_at_a_key_comes_with_its_status() -> None:
    rows = listing(
        ALLIANCE, Kind.CITY, matching(ALLIANCE, Kind.CITY, Filters()), ["policies"], "en"
    )
    assert [row[0] for row in rows.rows][:2] == [
        ["open-data=completed", "dig-once=in-progress"],
        ["open-data", "dig-once"],
    ]


def table(kind: Kind, *columns: str, language: str = "en") -> Listing:
    return listing(ALLIANCE, kind, matching(ALLIANCE, kind, Filters()), columns, language)


def value(kind: Kind, key: str, column: str, language: str = "en") -> Any:
    """What one record has in one column."""
    return dict(table(kind, "id", column, language=language).rows)[key]


@pytest.mark.parametrize(
    ("kind", "key", "column", "expected"),
    [
        (Kind.CITY, "oslo", "id", "oslo"),
        (Kind.CITY, "oslo", "path", "data/cities/oslo.yaml"),
        (Kind.CITY, "oslo", "name", "Oslo"),
        (Kind.CITY, "oslo", "country", "NO"),
        (Kind.CITY, "oslo", "subdivision", None),
        (Kind.CITY, "oslo", "location", "59.9, 10.75"),
        (Kind.CITY, "oslo", "location.lat", 59.9),
        (Kind.CITY, "oslo", "population", "709037"),
        (Kind.CITY, "oslo", "population.value", 709037),
        (Kind.CITY, "oslo", "population.as_of", "2023"),
        (Kind.CITY, "lima", "population", None),
        (Kind.CITY, "lima", "population.value", None),
        (Kind.CITY, "oslo", "aliases", ["Christiania", "Kristiania"]),
        (Kind.CITY, "oslo", "notes", ["Hi"]),
        (Kind.CITY, "bergen", "regions", ["north", "south"]),
        (Kind.CITY, "bergen", "regions.north", "observer"),
        (Kind.CITY, "bergen", "regions.south.cohort", "x"),
        (Kind.CITY, "oslo", "regions.north.joined", "2021"),
        (Kind.CITY, "oslo", "regions.south.joined", None),
        (Kind.CITY, "bergen", "programmes.pioneers.joined", "2020"),
        (Kind.CITY, "bergen", "programmes.pioneers", "2020"),
        (Kind.CITY, "bergen", "policies", ["open-data=completed", "dig-once=in-progress"]),
        (Kind.CITY, "bergen", "policies.dig-once", "in-progress"),
        (Kind.CITY, "bergen", "policies.dig-once.since", "2022-05"),
        (Kind.CITY, "lima", "policies.dig-once.chosen", "unknown"),
        (Kind.CITY, "oslo", "policies.open-data", ""),
        (Kind.CITY, "oslo", "steps.plan.status", "in-progress"),
        (Kind.CITY, "rome", "policies.dig-once.steps.letter", "completed"),
        (Kind.CITY, "bergen", "sources", ["paper", "report"]),
        (Kind.CITY, "bergen", "selections", 2),
        (Kind.CITY, "lima", "selections", 0),
        (Kind.POLICY, "open-data", "selections", 2),
        (Kind.POLICY, "dig-once", "selections", 2),
        (Kind.POLICY, "open-data", "principle", "privacy"),
        (Kind.POLICY, "open-data", "foundational", None),
        (Kind.POLICY, "open-data", "releases", None),
        (Kind.REGION, "north", "members", 1),
        (Kind.REGION, "south", "members", 2),
        (Kind.REGION, "north", "cities", 2),
        (Kind.REGION, "south", "columns", ["open-data"]),
        (Kind.REGION, "south", "languages", ["es", "pt-BR"]),
        (Kind.REGION, "south", "launched", "../2021"),
        (Kind.REGION, "north", "cohorts", ["first"]),
        (Kind.REGION, "north", "cohorts.first.founding", True),
        (Kind.PROGRAMME, "pioneers", "cities", 2),
        (Kind.TRACK, "adoption", "steps", ["letter", "plan"]),
        (Kind.TRACK, "adoption", "walked_by", "city"),
        (Kind.PARTNER, "uclg", "listed_in", ["paper"]),
        (Kind.SOURCE, "paper", "title", "A paper"),
        (Kind.ALLIANCE, "gsca", "language", "en"),
        (
            Kind.ALLIANCE,
            "gsca",
            "statuses",
            ["completed", "in-progress", "to-be-developed", "unknown"],
        ),
    ],
)
def test_a_column_is_a_route_to_any_kind_of_value(
    kind: Kind, key: str, column: str, expected: object
) -> None:
    found = value(kind, key, column)
    assert found == expected
    assert isinstance(found, type(expected))


@pytest.mark.parametrize(
    ("kind", "key", "column", "language", "expected"),
    [
        (Kind.CITY, "lima", "name", "es", "Ciudad de Lima"),
        (Kind.CITY, "lima", "name", "es-PE", "Ciudad de Lima"),
        (Kind.CITY, "lima", "name", "ja", "Lima"),
        (Kind.CITY, "oslo", "name", "ja", "Oslo"),
        (Kind.CITY, "oslo", "notes", "es", ["Hola"]),
        (Kind.REGION, "south", "name", "es", "Sur"),
    ],
)
def test_texts_are_in_the_language_that_is_asked_for(
    kind: Kind, key: str, column: str, language: str, expected: object
) -> None:
    assert value(kind, key, column, language) == expected


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_columns_of_its_own(kind: Kind) -> None:
    found = table(kind)
    assert found.columns == DEFAULT_COLUMNS.get(kind, ("id", "name"))
    assert [row[0] for row in found.rows] == sorted(ALLIANCE.of(kind))
    assert all(len(row) == len(found.columns) for row in found.rows)


@pytest.mark.parametrize(
    ("kind", "column", "message"),
    [
        (Kind.CITY, "nme", "no column `nme`; did you mean `name`?"),
        (Kind.CITY, "", "no column ``"),
        (Kind.CITY, "title", "no column `title`"),
        (Kind.SOURCE, "country", "no column `country`"),
        (Kind.CITY, "model_fields", "no column `model_fields`"),
        (Kind.CITY, "__class__", "no column `__class__`"),
        (Kind.CITY, ".name", "no column ``"),
    ],
)
def test_a_column_that_no_record_of_the_kind_has_is_wrong_usage(
    kind: Kind, column: str, message: str
) -> None:
    with pytest.raises(UsageError) as raised:
        table(kind, "id", column)
    assert str(raised.value).startswith(message)


def test_a_list_of_nothing_still_has_its_columns() -> None:
    assert listing(ALLIANCE, Kind.CITY, [], ["name"], "en") == Listing(("name",), ())
    with pytest.raises(UsageError):
        listing(ALLIANCE, Kind.CITY, [], ["nme"], "en")


@pytest.mark.parametrize(
    ("path", "text", "kind", "column", "expected"),
    [
        (
            "data/policies/x.yaml",
            "name: X\nreleases: [{version: 1, date: 2021, sources: [paper]}]\nsources: [paper]\n",
            Kind.POLICY,
            "releases",
            "1",
        ),
        (
            "data/regions/x.yaml",
            "name: X\nmeetings: [{date: 2022-01, sources: [paper]}]\nsources: [paper]\n",
            Kind.REGION,
            "meetings",
            "2022-01",
        ),
        (
            "data/cities/x.yaml",
            OSLO.replace("role: member", "sources: [paper]"),
            Kind.CITY,
            "regions.north",
            "first",
        ),
    ],
)
def test_a_part_that_has_sources_fits_into_a_cell(
    path: str, text: str, kind: Kind, column: str, expected: str
) -> None:
    alliance = alliance_of({path: text})
    briefs = [alliance.of(kind)["x"]]
    ((found,),) = listing(alliance, kind, briefs, [column], "en").rows
    assert expected in str(found)


@pytest.mark.parametrize(
    "column", ["country.upper", "sources.count", "regions.north.model_fields_set", "aliases.index"]
)
def test_only_fields_are_shown(column: str) -> None:
    try:
        found = value(Kind.CITY, "oslo", column)
    except UsageError:
        return
    assert found is None


@pytest.mark.parametrize("kind", [Kind.REGION, Kind.SOURCE, Kind.TRACK, Kind.PARTNER])
def test_what_nobody_selects_has_no_number_of_selections(kind: Kind) -> None:
    try:
        rows = table(kind, "selections").rows
    except UsageError:
        return
    assert {found for (found,) in rows} == {None}


def test_a_region_may_be_called_none() -> None:
    changes = {**CHANGES, "data/regions/none.yaml": "name: None\nsources: [paper]\n"}
    assert matching(alliance_of(changes), Kind.CITY, Filters(regions=["none"])) == []
