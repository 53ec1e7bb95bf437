import pytest
from small_alliance import FILES, OSLO, checked, findings

OSLO_PATH = "data/cities/oslo.yaml"
OPEN_DATA = "data/policies/open-data.yaml"
UCLG = "data/partners/uclg.yaml"
NORTH = "data/regions/north.yaml"
ADOPTION = "data/tracks/adoption.yaml"
PAPER = "data/sources/paper.yaml"
LAST = "sources: [paper]\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        (OSLO_PATH, "north:", "nroth:", "4:3 region `nroth`; did you mean `north`?"),
        (OSLO_PATH, "open-data:", "open-dta:", "6:3 policy `open-dta`; did you mean `open-data`?"),
        (OSLO_PATH, "  plan:", "  plna:", "9:3 step `plna`; did you mean `plan`?"),
        (OSLO_PATH, "in-progress", "zzz", "9:18 status `zzz`"),
        (OSLO_PATH, "role: member", "role: membr", "4:17 role `membr`; did you mean `member`?"),
        (
            OSLO_PATH,
            "cohort: first",
            "cohort: frist",
            "4:33 cohort of north `frist`; did you mean `first`?",
        ),
        (
            OSLO_PATH,
            "joined: 2021",
            "standing: pausd",
            "4:50 standing `pausd`; did you mean `paused`?",
        ),
        (
            OSLO_PATH,
            LAST,
            "programmes: {pioneer: }\nsources: [paper]\n",
            "10:14 programme `pioneer`; did you mean `pioneers`?",
        ),
        (
            OSLO_PATH,
            LAST,
            "programmes: {pioneers: {policy: opendata}}\nsources: [paper]\n",
            "10:33 policy `opendata`; did you mean `open-data`?",
        ),
        (
            OSLO_PATH,
            "  open-data:\n",
            "  open-data: {steps: {lettr: completed}}\n",
            "6:23 step `lettr`; did you mean `letter`?",
        ),
        (OSLO_PATH, "[paper]", "[paper, papr]", "10:18 source `papr`; did you mean `paper`?"),
        (
            OSLO_PATH,
            "joined: 2021",
            "sources: [papr]",
            "4:50 source `papr`; did you mean `paper`?",
        ),
        (
            OSLO_PATH,
            "since: 2022-05",
            "sources: [{source: papr}]",
            "9:50 source `papr`; did you mean `paper`?",
        ),
        (
            OSLO_PATH,
            LAST,
            "sources:\n  - papr: [name]\n",
            "11:5 source `papr`; did you mean `paper`?",
        ),
        (OPEN_DATA, "privacy", "privcy", "2:12 principle `privcy`; did you mean `privacy`?"),
        (
            OPEN_DATA,
            LAST,
            "related: [dig-once, dig-twice]\nsources: [paper]\n",
            "3:21 policy `dig-twice`; did you mean `dig-once`?",
        ),
        (
            OPEN_DATA,
            LAST,
            (
                "benchmarks:\n  a:\n    text: A\n    figures:\n"
                "      - {wording: W, sources: [papr]}\nsources: [paper]\n"
            ),
            "7:32 source `papr`; did you mean `paper`?",
        ),
        (UCLG, "in: [paper]", "in: [paper, papr]", "2:20 source `papr`; did you mean `paper`?"),
        (NORTH, "dig-once]", "dig-onc]", "2:22 policy `dig-onc`; did you mean `dig-once`?"),
        (
            NORTH,
            "dig-once]",
            "{policy: dig-onc}]",
            "2:31 policy `dig-onc`; did you mean `dig-once`?",
        ),
        (NORTH, "track: adoption", "track: adopt", "3:8 track `adopt`; did you mean `adoption`?"),
        (NORTH, LAST, "steps: {letter: }\nsources: [paper]\n", "6:9 step `letter`"),
        (ADOPTION, LAST, "statuses: [completed, don]\nsources: [paper]\n", "6:23 status `don`"),
        (ADOPTION, "id: plan,", "id: plan, phase: one,", "5:23 phase `one`"),
    ],
)
def test_an_id_that_leads_nowhere_is_reported_where_it_stands(
    path: str, old: str, new: str, found: str
) -> None:
    assert old in FILES[path]
    place, what = found.split(" ", maxsplit=1)
    assert findings({path: FILES[path].replace(old, new)}) == [
        f"{path}:{place} unknown-reference: no {what}"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("letter: completed", "letter: zzz", "8:11"),
        ("  open-data:", "  open-data: zzz", "6:14"),
        ("{role: member, cohort: first, joined: 2021}", "zzz", "4:10"),
    ],
)
def test_a_bare_value_that_leads_nowhere_is_reported_at_the_value(
    old: str, new: str, place: str
) -> None:
    (found,) = findings({OSLO_PATH: OSLO.replace(old, new)})
    assert found.startswith(f"{OSLO_PATH}:{place} unknown-reference: no ")


def test_a_step_of_a_track_that_regions_walk_is_none_for_a_city() -> None:
    regional = FILES[ADOPTION].replace("walked_by: city", "walked_by: region")
    found = findings({ADOPTION: regional})
    assert found == [
        "data/cities/oslo.yaml:8:3 unknown-reference: no step `letter`",
        "data/cities/oslo.yaml:9:3 unknown-reference: no step `plan`",
        "data/regions/north.yaml:3:8 unknown-reference: no track that cities walk `adoption`",
    ]
    own = f"{FILES[NORTH]}steps: {{letter: completed}}\n"
    assert findings({ADOPTION: regional, NORTH: own}) == found


def test_a_cohort_must_be_one_of_that_region() -> None:
    south = FILES[NORTH].replace("  first:", "  early:")
    assert findings({"data/regions/south.yaml": south}) == []
    oslo = OSLO.replace("  north:", "  south:")
    assert findings({"data/regions/south.yaml": south, OSLO_PATH: oslo}) == [
        "data/cities/oslo.yaml:4:33 unknown-reference: no cohort of south `first`"
    ]


def test_a_cohort_of_a_region_that_is_unknown_is_not_reported_beside_it() -> None:
    oslo = OSLO.replace("  north:", "  zzz:")
    assert findings({OSLO_PATH: oslo}) == [
        "data/cities/oslo.yaml:4:3 unknown-reference: no region `zzz`"
    ]


def test_words_of_gsca_yaml_take_the_place_of_the_built_in_ones() -> None:
    gsca = (
        "name: Test Alliance\nstatuses:\n"
        "  - {id: completed, name: Sealed, symbol: x, class: done}\n"
        "  - {id: open, name: Open, symbol: o, class: unknown}\n"
    )
    assert findings({"gsca.yaml": gsca}) == [
        "data/cities/oslo.yaml:9:18 unknown-reference: no status `in-progress`"
    ]


def hints(path: str, old: str, new: str, more: dict[str, str] | None = None) -> list[str]:
    """The hints of what is found once a file is changed."""
    changes = {**(more or {}), path: FILES[path].replace(old, new)}
    return [finding.hint for finding in checked(changes).findings]


def test_a_former_id_leads_to_the_new_one() -> None:
    renamed = {OPEN_DATA: f"{FILES[OPEN_DATA]}former_ids: [free-data]\n"}
    assert hints(OSLO_PATH, "open-data:", "free-data:", renamed) == ["it is called `open-data` now"]


def test_a_former_id_of_another_kind_leads_nowhere() -> None:
    renamed = {NORTH: f"{FILES[NORTH]}former_ids: [free-data]\n"}
    assert hints(OSLO_PATH, "open-data:", "free-data:", renamed) == [
        "there are: dig-once, open-data"
    ]


def test_a_short_list_of_ids_is_shown_and_a_long_one_is_referred_to() -> None:
    policies = {f"data/policies/p{n}.yaml": "name: P\nsources: [paper]\n" for n in range(11)}
    assert hints(OSLO_PATH, "open-data:", "zzz:") == ["there are: dig-once, open-data"]
    assert hints(OSLO_PATH, "open-data:", "zzz:", policies) == ["`gsca list policies` shows all 13"]


def test_where_there_is_nothing_at_all_the_hint_says_so() -> None:
    assert hints(ADOPTION, "id: plan,", "id: plan, phase: one,") == ["there is no phase at all yet"]


def test_nobody_is_sent_to_list_what_gsca_does_not_list() -> None:
    steps = "".join(f"  - {{id: s{n}, name: S}}\n" for n in range(12))
    other = {"data/tracks/other.yaml": f"name: O\nwalked_by: city\nsteps:\n{steps}{LAST}"}
    (hint,) = hints(OSLO_PATH, "  plan:", "  zzz:", other)
    assert "gsca list step" not in hint


def test_each_id_is_listed_once() -> None:
    twice = {ADOPTION: FILES[ADOPTION].replace("id: plan", "id: letter")}
    assert "there are: letter" in hints(OSLO_PATH, "  plan:", "  zzz:", twice)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("gsca.yaml", "completed", "sealed"),
        ("gsca.yaml", "member", "guest"),
        (ADOPTION, "plan:", "charter:"),
        (NORTH, "cohort: first", "cohort: second"),
        (PAPER, "", ""),
        (OPEN_DATA, "", ""),
        ("data/principles/privacy.yaml", "", ""),
    ],
)
def test_a_file_that_cannot_be_read_makes_no_reference_unknown(
    path: str, old: str, new: str
) -> None:
    changes = {path: f"{FILES[path]}shade: red\n", OSLO_PATH: OSLO.replace(old, new)}
    (found,) = findings(changes)
    assert " unknown-field: `shade` is not a field of " in found


def test_a_file_that_is_no_yaml_still_counts_as_a_record() -> None:
    assert findings({PAPER: 'title: "A paper\n'}) == [
        "data/sources/paper.yaml:1:8 yaml-syntax: the quotes that open here are never closed"
    ]


def test_what_a_record_of_a_taken_id_refers_to_is_looked_at_too() -> None:
    double = OSLO.replace("open-data:", "zzz:")
    assert findings({"data/cities/oslo.yml": double}) == [
        (
            "data/cities/oslo.yml:1:1 duplicate-id: "
            "the id `oslo` is taken: data/cities/oslo.yaml is a city of this id too"
        ),
        "data/cities/oslo.yml:6:3 unknown-reference: no policy `zzz`",
    ]
