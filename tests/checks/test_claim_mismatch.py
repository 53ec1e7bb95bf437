import pytest
from small_alliance import FILES, OSLO, findings, hints

OSLO_PATH = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
PIONEERS = "data/programmes/pioneers.yaml"
GSCA = "gsca.yaml"
LAST = "sources: [paper]\n"

MORE: dict[str, str | bytes | None] = {
    "data/cities/bergen.yaml": (
        "name: Bergen\ncountry: 'NO'\nregions: {north: observer}\n"
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
            "a source counts 26 members as of 2022-01; 2 are listed here as of 2024-06-01"
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


AS_IT_WAS: dict[str, str | bytes | None] = {
    "data/cities/oslo.yaml": "name: Oslo\ncountry: 'NO'\nregions: {north: }\nsources: [paper]\n",
    **{
        f"data/cities/{name}.yaml": (
            f"name: {name.title()}\ncountry: SE\nregions:\n  north: {{{place}}}\nsources: [paper]\n"
        )
        for name, place in {
            "lund": "joined: 2021",
            "visby": "joined: 2022-06-10",
            "gavle": "joined: 2023",
            "umea": "joined: 2021, left: 2023-05",
            "boden": "joined: 2021, left: 2022-03, standing: left",
            "malmo": "role: observer, joined: 2021",
        }.items()
    },
}
"""Oslo and Lund are members of the north, then Visby and Gavle; Umea and Boden have left."""


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("value: 4", []),  # as many as there are today
        ("value: 5", [" 5 members; 4 are"]),  # no date says when
        ("value: 4, as_of: 2022-07", []),
        ("value: 3, as_of: 2022-05", []),  # Oslo, Lund, Umea
        ("value: 3, as_of: 2022-06", []),  # and Visby, perhaps
        ("value: 5, as_of: 2022-06", [" 5 members as of 2022-06; 4 are"]),
        ("value: 2, as_of: 2022-06", [" 2 members as of 2022-06; 4 are"]),
        ("value: 4, as_of: 2022-02", []),  # Boden too
        ("value: 2, as_of: 2022-04", [" 2 members as of 2022-04; 4 are"]),
        ("value: 3, as_of: 2023", []),  # Gavle perhaps not yet, Umea perhaps no more
        ("value: 5, as_of: 2023", []),
        ("value: 6, as_of: 2023", [" 6 members as of 2023; 4 are"]),
        ("value: '>3', as_of: 2022-05", []),  # there are more today
        ("value: '>4', as_of: 2022-05", [" >4 members as of 2022-05; 4 are"]),
        ("value: '<4', as_of: 2022-05", []),
        ("value: '<3', as_of: 2022-05", [" <3 members as of 2022-05; 4 are"]),
    ],
)
@pytest.mark.parametrize("path", [NORTH, GSCA])
def test_dates_that_explain_the_difference_silence_it(
    path: str, claim: str, said: list[str]
) -> None:
    claimed = f"{FILES[path]}claims:\n  - {{count: members, {claim}}}\n"
    found = findings({**AS_IT_WAS, path: claimed})
    assert [each.partition("a source counts")[2].partition(" listed")[0] for each in found] == said


@pytest.mark.parametrize(
    ("claim", "hint"),
    [
        ("value: 26", "list what is missing, or say in a `note` why the numbers differ"),
        ("value: 1", "say in a `note` why the numbers differ"),
        (
            "value: 1, as_of: 2022-01",
            (
                "give the date on which each that came after 2022-01 `joined`, "
                "or say in a `note` why the numbers differ"
            ),
        ),
    ],
)
def test_the_cure_goes_by_whether_more_or_fewer_are_listed(claim: str, hint: str) -> None:
    claimed = f"{FILES[NORTH]}claims:\n  - {{count: members, {claim}}}\n"
    assert hints({**MORE, NORTH: claimed}) == [f"{NORTH}:8:29 claim-mismatch => {hint}"]


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
            f"a source counts {listed + 1} {count.strip(chr(39))}; "
            f"{listed} are listed here as of 2024-06-01"
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
        (
            "gsca.yaml:3:30 claim-mismatch: "
            f"a source counts 9 partners; {listed} {are} listed here as of 2024-06-01"
        )
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
        f"a source counts {shown} cities; 5 are listed here as of 2024-06-01"
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


COUNTS = {
    "members": NORTH,
    "founders": NORTH,
    "'cohort:first'": NORTH,
    "cities": NORTH,
    "countries": PIONEERS,
    "partners": GSCA,
}
"""What can be counted, and a record that claims it here."""


def mismatches(changes: dict[str, str], count: str, path: str = "") -> int:
    """How many claims are reported once something is changed, and a record makes a wrong claim."""
    path = path or COUNTS[count]
    claim = f"claims:\n  - {{count: {count}, value: 99}}\n"
    found = findings({**MORE, **changes, path: f"{changes.get(path, FILES[path])}{claim}"})
    return sum(" claim-mismatch: " in each for each in found)


LISTED = "listed_in: [paper]"
UNKNOWN: list[tuple[str, str, str, set[str]]] = [
    (OSLO_PATH, "", "", set()),
    (OSLO_PATH, "north:", "nroth:", {"members", "founders", "'cohort:first'", "cities"}),
    (OSLO_PATH, "role: member", "role: membr", {"members"}),
    (OSLO_PATH, "joined: 2021", "standing: activ", {"members"}),
    (OSLO_PATH, "cohort: first", "cohort: frist", {"founders", "'cohort:first'"}),
    (OSLO_PATH, LAST, f"programmes: {{pioneer: }}\n{LAST}", {"countries"}),
    (OSLO_PATH, LAST, "sources: [papr]\n", set()),
    (OSLO_PATH, "open-data:", "open-dta:", set()),
    ("data/partners/uclg.yaml", LISTED, "listed_in: [papr]", {"partners"}),
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(("path", "old", "new", "silent"), UNKNOWN)
def test_a_count_that_depends_on_what_is_unknown_is_not_judged(
    path: str, old: str, new: str, silent: set[str], count: str
) -> None:
    assert old in FILES[path]
    expected = 0 if count in silent else 1
    assert mismatches({path: FILES[path].replace(old, new, 1)}, count) == expected


LEFT_OUT: list[tuple[str, set[str]]] = [
    (OSLO_PATH, {*COUNTS} - {"partners"}),
    ("data/partners/uclg.yaml", {"partners"}),
    ("data/principles/privacy.yaml", set()),
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(("path", "silent"), LEFT_OUT)
def test_a_count_of_what_could_not_be_read_is_not_judged(
    path: str, silent: set[str], count: str
) -> None:
    expected = 0 if count in silent else 1
    assert mismatches({path: f"{FILES[path]}shade: red\n"}, count) == expected


@pytest.mark.parametrize(("count", "expected"), [("members", 0), ("cities", 1), ("partners", 1)])
def test_the_alliance_does_not_count_members_while_a_region_cannot_be_read(
    count: str, expected: int
) -> None:
    south = {"data/regions/south.yaml": "shade: red\n"}
    assert mismatches({**south}, count, GSCA) == expected


@pytest.mark.parametrize(("count", "expected"), [("members", 0), ("founders", 1)])
def test_members_are_not_counted_while_it_is_unknown_which_roles_count(
    count: str, expected: int
) -> None:
    assert mismatches({GSCA: "shade: red\n"}, count) == expected


def test_the_alliance_counts_its_cities_whatever_they_refer_to() -> None:
    changes = {OSLO_PATH: OSLO.replace("north:", "nroth:")}
    assert mismatches({**changes}, "cities", GSCA) == 1


def test_partners_are_not_counted_by_a_source_that_does_not_exist() -> None:
    assert claims(GSCA, "count: partners, value: 9, sources: [papr]") == [
        "gsca.yaml:3:43 unknown-reference: no source `papr`"
    ]


def test_a_count_as_of_no_date_says_only_when_it_is_compared() -> None:
    assert claims(NORTH, "count: members, value: 1") == [
        (
            "data/regions/north.yaml:8:29 claim-mismatch: "
            "a source counts 1 members; 2 are listed here as of 2024-06-01"
        )
    ]


def test_each_claim_of_partners_counts_its_own() -> None:
    two = "count: partners, value: 3}\n  - {count: partners, value: 2, without: [university]"
    assert claims(GSCA, two) == []


def test_the_hint_says_what_to_do() -> None:
    north = f"{FILES[NORTH]}claims:\n  - {{count: members, value: 9}}\n"
    assert hints({NORTH: f"{north}  - {{count: partners, value: 1}}\n"}) == [
        (
            f"{NORTH}:8:29 claim-mismatch => "
            "list what is missing, or say in a `note` why the numbers differ"
        ),
        f"{NORTH}:9:30 claim-mismatch => put the claim on the record that it is about",
    ]
