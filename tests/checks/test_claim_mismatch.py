import pytest
from small_alliance import FILES, OSLO, findings

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
PIONEERS = "data/programmes/pioneers.yaml"
GSCA = "gsca.yaml"

MORE: dict[str, str | bytes | None] = {
    "data/cities/bergen.yaml": (
        "name: Bergen\ncountry: NO\nregions: {north: observer}\n"
        "programmes: {pioneers: }\nsources: [paper]\n"
    ),
    "data/cities/turku.yaml": (
        "name: Turku\ncountry: FI\nregions:\n  north: {cohort: first, left: 2023}\n"
        "programmes: {pioneers: }\nsources: [paper]\n"
    ),
    "data/cities/lund.yaml": (
        "name: Lund\ncountry: SE\nregions:\n  north: {cohort: first, standing: left}\n"
        "sources: [paper]\n"
    ),
    "data/cities/visby.yaml": (
        "name: Visby\ncountry: SE\nregions:\n  north: {standing: paused}\nsources: [paper]\n"
    ),
    "data/cities/rome.yaml": "name: Rome\ncountry: IT\nsources: [paper]\n",
    "data/sources/flyer.yaml": "title: A flyer\n",
    "data/partners/bank.yaml": (
        "name: Bank\nkind: host-nation\nlisted_in: [paper, flyer]\nsources: [paper]\n"
    ),
    "data/partners/lab.yaml": "name: Lab\nkind: university\nlisted_in: [flyer]\nsources: [paper]\n",
}
"""Oslo and Visby are members of the north; Bergen observes, Turku and Lund have left."""


def claims(path: str, claim: str) -> list[str]:
    """What is found once a record of the larger alliance makes a claim."""
    return findings({**MORE, path: f"{FILES[path]}claims:\n  - {{{claim}}}\n"})


def test_a_claim_that_differs_from_what_is_listed_is_reported_at_its_value() -> None:
    assert claims(NORTH, "count: members, value: 26, as_of: 2022-01") == [
        (
            "data/regions/north.yaml:8:29 claim-mismatch: "
            "a source counts 26 members as of 2022-01; 2 are listed here"
        )
    ]


def test_a_cohort_that_the_region_does_not_have_cannot_be_counted() -> None:
    assert claims(NORTH, "count: 'cohort:second', value: 12, note: Not published.") == [
        (
            "data/regions/north.yaml:8:37 claim-mismatch: "
            "`cohort:second` cannot be counted for a region"
        )
    ]


def test_a_note_explains_the_difference_and_silences_it() -> None:
    assert claims(NORTH, "count: members, value: 26, note: The list was not published.") == []


@pytest.mark.parametrize(
    ("path", "count", "listed"),
    [
        (NORTH, "members", 2),  # not Bergen, who observes, nor Turku and Lund, who left
        (NORTH, "founders", 3),  # whoever founded it did so for ever
        (NORTH, "'cohort:first'", 3),
        (NORTH, "cities", 5),
        (NORTH, "countries", 3),
        (PIONEERS, "cities", 2),
        (PIONEERS, "countries", 2),
        (GSCA, "members", 2),
        (GSCA, "cities", 6),
        (GSCA, "countries", 4),
        (GSCA, "partners", 3),
    ],
)
def test_each_count_counts_what_is_listed(path: str, count: str, listed: int) -> None:
    line = FILES[path].count("\n") + 2
    column = len(f"  - {{count: {count}, value: ") + 1
    assert claims(path, f"count: {count}, value: {listed}") == []
    assert claims(path, f"count: {count}, value: {listed + 1}") == [
        (
            f"{path}:{line}:{column} claim-mismatch: "
            f"a source counts {listed + 1} {count.strip(chr(39))}; {listed} are listed here"
        )
    ]


@pytest.mark.parametrize(
    ("more", "listed"),
    [
        ("", 3),
        (", sources: [paper]", 2),
        (", sources: [flyer]", 2),
        (", sources: [paper, flyer]", 3),
        (", sources: [paper], without: [host-nation]", 1),
        (", without: [host-nation]", 2),
        (", without: [host-nation, university]", 1),
    ],
)
def test_partners_are_those_that_the_sources_list_without_the_kinds_left_out(
    more: str, listed: int
) -> None:
    assert claims(GSCA, f"count: partners, value: {listed}{more}") == []
    are = "is" if listed == 1 else "are"
    assert claims(GSCA, f"count: partners, value: 9{more}") == [
        f"gsca.yaml:3:30 claim-mismatch: a source counts 9 partners; {listed} {are} listed here"
    ]


@pytest.mark.parametrize(
    ("value", "agrees"),
    [
        ("'>4'", True),
        ("'>5'", False),
        ("'<6'", True),
        ("'<5'", False),
        ("'~5'", True),
        ("'~5.5'", True),
        ("'~6'", False),
        ("5.0", True),
        ("4", False),
    ],
)
def test_more_than_less_than_and_about_are_taken_at_their_word(value: str, agrees: bool) -> None:  # noqa: FBT001
    found = claims(NORTH, f"count: cities, value: {value}")
    shown = value.strip("'")
    expected = (
        "data/regions/north.yaml:8:28 claim-mismatch: "
        f"a source counts {shown} cities; 5 are listed here"
    )
    assert found == ([] if agrees else [expected])


@pytest.mark.parametrize(
    ("path", "kind", "count"),
    [
        (NORTH, "region", "partners"),
        (PIONEERS, "programme", "members"),
        (PIONEERS, "programme", "founders"),
        (OSLO_PATH, "city", "members"),
        ("data/policies/open-data.yaml", "policy", "partners"),
        ("data/tracks/adoption.yaml", "track", "'cohort:first'"),
    ],
)
def test_what_a_record_cannot_count_is_reported(path: str, kind: str, count: str) -> None:
    line = FILES[path].count("\n") + 2
    column = len(f"  - {{count: {count}, value: ") + 1
    assert claims(path, f"count: {count}, value: 1, note: x") == [
        (
            f"{path}:{line}:{column} claim-mismatch: "
            f"`{count.strip(chr(39))}` cannot be counted for a {kind}"
        )
    ]


@pytest.mark.parametrize("path", ["data/policies/open-data.yaml", OSLO_PATH])
def test_cities_are_not_counted_where_nothing_says_which(path: str) -> None:
    found = claims(path, "count: cities, value: 6")
    assert "`cities` cannot be counted for a " in str(found)


def test_a_city_that_cannot_be_read_brings_no_second_finding() -> None:
    found = findings(
        {
            NORTH: f"{FILES[NORTH]}claims:\n  - {{count: members, value: 1}}\n",
            OSLO_PATH: f"{OSLO}colour: red\n",
        }
    )
    assert [each for each in found if "claim-mismatch" in each] == []
