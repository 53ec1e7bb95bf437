import pytest
from editions import NORTH, between
from editions import OSLO as OSLO_FILE
from editions import city as city_of
from small_alliance import OSLO, TODAY, alliance_of

from gsca_cli.analysis.edition import Edition, Wish
from gsca_cli.analysis.matrix import (
    LegendLine,
    PolicyMatrix,
    StepsMatrix,
    in_use,
    policy_matrix,
    steps_matrix,
)
from gsca_cli.analysis.newness import Newness
from gsca_cli.analysis.rows import sorted_places
from gsca_cli.records.when import When

Changes = dict[str, str | bytes | None]


def city(name: str, place: str = "", more: str = "") -> str:
    """A city with a place in the north."""
    return f"name: {name}\ncountry: 'NO'\nregions: {{north: {place}}}\nsources: [paper]\n{more}"


def edition_of(changes: Changes, since: str = "", sort: str = "name") -> Edition:
    moment = When.parse(since) if since else None
    return Edition(alliance_of(changes), Wish("en", TODAY, moment, sort))


def policies_of(changes: Changes, since: str = "", sort: str = "name") -> PolicyMatrix:
    edition = edition_of(changes, since, sort)
    return policy_matrix(edition, edition.alliance.regions["north"])


def steps_of(changes: Changes, since: str = "", sort: str = "name") -> StepsMatrix:
    edition = edition_of(changes, since, sort)
    matrix = steps_matrix(edition, edition.alliance.regions["north"])
    assert matrix
    return matrix


def crosses(matrix: PolicyMatrix) -> dict[str, str]:
    """The rows of a matrix: a cross for what is selected, then the total."""
    return {
        row.city.id: "".join("x" if cell.selected else "." for cell in row.cells) + f" {row.total}"
        for row in matrix.rows
    }


COUNTED: Changes = {
    "data/cities/bergen.yaml": city(
        "Bergen", more="policies: {open-data: , dig-once: completed}\n"
    ),
    "data/cities/none.yaml": city("None"),
    "data/cities/watcher.yaml": city("Watcher", "observer", "policies: {open-data: unknown}\n"),
    "data/cities/gone.yaml": city("Gone", more="policies: {dig-once: {until: 2023}}\n"),
    "data/cities/doer.yaml": city("Doer", more="policies: {dig-once: {chosen: unknown}}\n"),
    "data/cities/rome.yaml": "name: Rome\ncountry: IT\npolicies: {open-data: }\nsources: [paper]\n",
    "data/policies/third.yaml": "name: Third\nsources: [paper]\n",
    "data/regions/north.yaml": (
        "name: North\ncolumns: [dig-once, third, {policy: open-data, added: 2022}]\n"
        "track: adoption\ncohorts: {first: {name: F}}\nsources: [paper]\n"
    ),
}


def test_every_city_and_every_column_is_counted_even_to_nothing() -> None:
    matrix = policies_of(COUNTED)
    assert [(column.id, column.name) for column in matrix.columns] == [
        ("dig-once", "Dig Once"),
        ("third", "Third"),
        ("open-data", "Open Data"),
    ]
    assert crosses(matrix) == {
        "bergen": "x.x 2",
        "doer": "... 0",
        "gone": "... 0",
        "none": "... 0",
        "oslo": "..x 1",
        "watcher": "..x 1",
    }
    assert matrix.totals == (1, 0, 3)
    assert matrix.total == 4


def test_what_is_withdrawn_or_only_practised_has_no_cross_and_is_not_called_new() -> None:
    matrix = policies_of(
        {
            "data/cities/oslo.yaml": city(
                "Oslo",
                more=(
                    "policies:\n  open-data: {since: 2024-01, until: 2024-03}\n"
                    "  dig-once: {since: 2024-01, chosen: unknown}\n"
                    "inferred: {policies.open-data: a, policies.dig-once: b}\n"
                ),
            )
        },
        since="2023",
    )
    assert [(cell.selected, cell.newness, cell.marks) for cell in matrix.rows[0].cells] == [
        (False, Newness.WITHDRAWN, ("a",)),
        (False, Newness.NOT, ()),
    ]


@pytest.mark.parametrize("columns", ["", "columns: []\n", "columns:\n"])
def test_a_region_without_columns_has_a_matrix_of_totals_only(columns: str) -> None:
    matrix = policies_of(
        {"data/regions/north.yaml": f"name: N\n{columns}cohorts: {{first: {{name: F}}}}\n"}
    )
    assert (matrix.columns, matrix.totals, matrix.total) == ((), (), 0)
    assert crosses(matrix) == {"oslo": " 0"}


def test_a_region_without_cities_has_totals_of_zero() -> None:
    matrix = policies_of({"data/cities/oslo.yaml": None})
    assert (matrix.rows, matrix.totals, matrix.total) == ((), (0, 0), 0)
    assert [line.cells for line in steps_of({"data/cities/oslo.yaml": None}).legend] == [0] * 4


def test_a_column_that_does_not_exist_is_shown_by_its_id() -> None:
    text = "name: N\ncolumns: [nonsense]\nsources: [paper]\n"
    matrix = policies_of({"data/regions/north.yaml": text})
    assert [(column.id, column.name) for column in matrix.columns] == [("nonsense", "nonsense")]
    assert matrix.totals == (0,)


def test_a_selection_is_counted_once() -> None:
    text = "name: N\ncolumns: [open-data, open-data]\nsources: [paper]\n"
    assert policies_of({"data/regions/north.yaml": text}).total == 1


def test_a_selection_is_new_by_its_own_date() -> None:
    cells = {
        since: policies_of(
            {
                "data/cities/oslo.yaml": city(
                    "Oslo",
                    more="policies: {open-data: {since: 2022-05}, dig-once: {as_of: 2024-05}}\n"
                    "inferred: {policies.open-data.since: a guess}\n",
                )
            },
            since,
        )
        .rows[0]
        .cells
        for since in ("2022-05", "2022-05-15", "2022-06", "")
    }
    assert {since: (each[0].newness, each[0].marks) for since, each in cells.items()} == {
        "2022-05": (Newness.NEW, ("a",)),
        "2022-05-15": (Newness.PERHAPS, ("a",)),
        "2022-06": (Newness.NOT, ()),
        "": (Newness.NOT, ()),
    }
    assert {each[1].newness for each in cells.values()} == {Newness.NOT}


TAGS: list[tuple[str, tuple[str, ...], str, bool]] = [
    ("", (), "", True),
    ("member", (), "", True),
    ("{role: member, standing: active}", (), "", True),
    ("observer", ("observer",), "", False),
    ("{standing: reactivation}", ("reactivation",), "", True),
    ("{standing: left}", ("left",), "", False),
    ("{standing: left, left: 2023}", ("left",), "", False),
    ("{left: 2023-05}", (), "2023-05", False),
    ("{role: observer, standing: paused, left: ../2023}", ("observer", "paused"), "../2023", False),
]


@pytest.mark.parametrize(("place", "tags", "left", "counts"), TAGS)
def test_a_row_says_what_is_unusual_about_a_member(
    place: str, tags: tuple[str, ...], left: str, *, counts: bool
) -> None:
    changes: Changes = {"data/cities/oslo.yaml": city("Oslo", place)}
    member = policies_of(changes).rows[0].city
    assert (member.tags, member.left, member.counts) == (tags, left, counts)
    assert steps_of(changes).rows[0].city == member


def test_roles_of_the_alliance_are_tags_in_the_language_of_the_report() -> None:
    settings = (
        "name: T\nlanguage: es\nroles: [{id: guest, name: {es: Invitada}}, "
        "{id: host, name: {es: Anfitriona}}]\n"
    )
    matrix = policies_of({"gsca.yaml": settings, "data/cities/oslo.yaml": city("Oslo", "host")})
    assert matrix.rows[0].city.tags == ("Anfitriona",)


def test_the_marks_of_a_row_are_those_of_the_city_and_its_place() -> None:
    more = (
        "inferred: {regions.north.role: one, regions.north.joined: two, steps.plan: three}\n"
        "variants: [{at: name, value: Christiania}]\n"
    )
    matrix = policies_of({"data/cities/oslo.yaml": city("Oslo", "observer", more)})
    assert matrix.rows[0].city.marks == ("a", "b")


def test_where_dates_tell_what_is_new_selections_without_one_are_counted() -> None:
    changes: Changes = {
        "data/cities/a.yaml": city("A", more="policies: {open-data: , dig-once: {since: 2021}}\n"),
        "data/cities/b.yaml": city("B", more="policies: {open-data: , other: }\n"),
        "data/cities/oslo.yaml": None,
    }
    assert policies_of(changes, since="2022").undated == 2
    assert policies_of(changes).undated == 0


def symbols(matrix: StepsMatrix) -> dict[str, list[str]]:
    """The rows of a matrix of steps: a status each, with a dagger if it is derived."""
    return {
        row.city.id: [cell.status + "†" * cell.derived for cell in row.cells] for row in matrix.rows
    }


def test_a_step_is_given_or_derived_or_unknown() -> None:
    selections = (
        "policies:\n  open-data: {steps: {plan: completed}}\n  dig-once: {steps: {plan: %s}}\n"
    )
    changes: Changes = {
        "data/cities/a.yaml": city("A", more=selections % "completed"),
        "data/cities/b.yaml": city("B", more=selections % "to-be-developed"),
        "data/cities/c.yaml": city("C", more=selections % "unknown"),
        "data/cities/d.yaml": city("D", more=selections % "completed" + "steps: {plan: unknown}\n"),
        "data/cities/e.yaml": city(
            "E", more=selections % "completed" + "steps: {plan: in-progress, letter: completed}\n"
        ),
        "data/cities/f.yaml": city("F"),
        "data/cities/oslo.yaml": None,
    }
    matrix = steps_of(changes)
    assert symbols(matrix) == {
        "a": ["unknown", "completed†"],
        "b": ["unknown", "in-progress†"],
        "c": ["unknown", "unknown"],
        "d": ["unknown", "completed†"],
        "e": ["completed", "in-progress"],
        "f": ["unknown", "unknown"],
    }
    assert matrix.track.name == "Adoption"
    assert [column.name for column in matrix.columns] == ["Letter", "Plan"]
    assert matrix.legend == (
        LegendLine("completed", "●", "completed", 3, is_unknown=False),
        LegendLine("in-progress", "◐", "in progress", 2, is_unknown=False),
        LegendLine("to-be-developed", "○", "to be developed", 0, is_unknown=False),
        LegendLine("unknown", "?", "unknown", 7, is_unknown=True),
    )


def test_what_is_derived_from_something_new_is_perhaps_new() -> None:
    more = "policies: {open-data: {steps: {plan: {status: completed, since: 2023}}}}\n"
    changes: Changes = {"data/cities/oslo.yaml": city("Oslo", more=more)}
    assert [cell.newness for cell in steps_of(changes, "2022").rows[0].cells] == [
        Newness.NOT,
        Newness.PERHAPS,
    ]
    assert {cell.newness for cell in steps_of(changes, "2024").rows[0].cells} == {Newness.NOT}


def test_a_legend_holds_the_statuses_in_use_and_the_unknown_one() -> None:
    track = (
        "name: A\nwalked_by: city\nsteps: [{id: letter, name: L}, {id: plan, name: P}]\n"
        "statuses: [completed]\nsources: [paper]\n"
    )
    changes: Changes = {"data/tracks/adoption.yaml": track}
    changes["data/cities/oslo.yaml"] = city("Oslo", more="steps: {letter: completed}\n")
    assert [line.status for line in steps_of(changes).legend] == ["completed", "unknown"]
    changes["data/cities/oslo.yaml"] = city("Oslo", more="steps: {letter: to-be-developed}\n")
    assert [(line.status, line.cells) for line in steps_of(changes).legend] == [
        ("completed", 0),
        ("to-be-developed", 1),
        ("unknown", 1),
    ]


@pytest.mark.parametrize("track", ["", "track: nonsense\n", "track:\n"])
def test_a_region_without_a_track_has_no_steps(track: str) -> None:
    text = f"name: N\n{track}cohorts: {{first: {{name: F}}}}\nsources: [paper]\n"
    edition = edition_of({"data/regions/north.yaml": text})
    assert steps_matrix(edition, edition.alliance.regions["north"]) is None


SORTED: Changes = {
    "data/cities/a.yaml": city("Örebro", more="policies: {open-data: , dig-once: }\n"),
    "data/cities/b.yaml": city("oslo", more="steps: {letter: completed, plan: to-be-developed}\n"),
    "data/cities/c.yaml": city("Alta", more="steps: {letter: completed, plan: in-progress}\n"),
    "data/cities/d.yaml": city("Zagreb", more="policies: {open-data: }\n"),
    "data/cities/e.yaml": city("Bergen", more="steps: {plan: in-progress}\npolicies: {x: , y: }\n"),
    "data/cities/oslo.yaml": None,
}


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("name", ["Alta", "Bergen", "Örebro", "oslo", "Zagreb"]),
        ("selections", ["Örebro", "Zagreb", "Alta", "Bergen", "oslo"]),
        ("progress", ["Alta", "oslo", "Bergen", "Örebro", "Zagreb"]),
    ],
)
def test_rows_are_sorted_as_asked_ties_by_name(sort: str, names: list[str]) -> None:
    edition = edition_of(SORTED, sort=sort)
    places = sorted_places(edition, edition.alliance.regions["north"])
    assert [edition.text(each.names) for each, _ in places] == names
    assert [row.city.name for row in policies_of(SORTED, sort=sort).rows] == names
    assert [row.city.name for row in steps_of(SORTED, sort=sort).rows] == names


def test_a_city_of_another_region_is_no_row() -> None:
    changes: Changes = {
        "data/cities/rome.yaml": OSLO.replace("north:", "south:"),
        "data/regions/south.yaml": "name: S\nsources: [paper]\n",
    }
    assert list(crosses(policies_of(changes))) == ["oslo"]


def test_cells_rows_and_columns_are_marked_between_two_snapshots() -> None:
    then: Changes = {
        OSLO_FILE: city_of(
            "policies: {open-data: completed, dig-once: }\nsteps: {letter: completed}\n"
        ),
        NORTH: "name: North\ncolumns: [open-data, dig-once]\ntrack: adoption\n",
    }
    now: Changes = {
        OSLO_FILE: city_of(
            "policies: {open-data: in-progress}\nsteps: {plan: completed}\n"
            "inferred: {policies.open-data.status: a guess}\n"
        ),
        "data/cities/bergen.yaml": city("Bergen", more="policies: {third: }\n"),
        NORTH: "name: North\ncolumns: [open-data, dig-once, third]\ntrack: adoption\n",
    }
    edition = between(then, now)
    region = edition.alliance.regions["north"]
    policies, steps = policy_matrix(edition, region), steps_matrix(edition, region)
    assert [(row.city.name, row.city.newness) for row in policies.rows] == [
        ("Bergen", "new"),
        ("Oslo", ""),
    ]
    assert [column.newness for column in policies.columns] == ["", "", "new"]
    assert [[cell.newness for cell in row.cells] for row in policies.rows] == [
        ["", "", "new"],
        ["back", "withdrawn", ""],
    ]
    assert policies.rows[1].cells[0].marks == ("a",)
    assert policies.totals == (1, 0, 1)
    assert policies.news == ("new", "back", "withdrawn")
    assert steps
    assert [[cell.newness for cell in row.cells] for row in steps.rows] == [
        ["", ""],
        ["unknown", "new"],
    ]
    assert steps.news == ("new", "unknown")


def test_only_what_is_surely_new_marks_the_name_of_a_row_or_a_column() -> None:
    found = in_use([Newness.BACK, Newness.NOT], [Newness.PERHAPS, Newness.WITHDRAWN, Newness.NOT])
    assert found == (Newness.BACK,)
    assert in_use([], [Newness.NEW]) == (Newness.NEW,)


def test_where_dates_tell_what_moved_states_without_one_are_counted() -> None:
    oslo = "steps: {letter: completed, plan: {status: in-progress, since: 2021}}\n"
    derived = "policies: {open-data: {steps: {plan: completed}}}\nsteps: {letter: unknown}\n"
    changes: Changes = {
        OSLO_FILE: city_of(oslo),
        "data/cities/rome.yaml": city_of(derived, "Rome"),
    }
    assert steps_of(changes).undated == 0
    assert steps_of(changes, since="2024").undated == 2


def test_a_step_that_the_track_had_not_is_a_new_column() -> None:
    track = "name: A\nwalked_by: city\nsteps: [{id: plan, name: P}]\nsources: [paper]\n"
    edition = between({"data/tracks/adoption.yaml": track}, {})
    matrix = steps_matrix(edition, edition.alliance.regions["north"])
    assert matrix
    assert [(each.id, each.newness) for each in matrix.columns] == [
        ("letter", Newness.NEW),
        ("plan", Newness.NOT),
    ]
    assert matrix.news == (Newness.NEW,)
