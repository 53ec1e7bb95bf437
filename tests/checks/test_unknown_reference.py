import pytest
from small_alliance import FILES, OSLO, checked, findings, hints, related

OSLO_PATH = "data/cities/oslo.yaml"
OPEN_DATA = "data/policies/open-data.yaml"
UCLG = "data/partners/uclg.yaml"
NORTH = "data/regions/north.yaml"
ADOPTION = "data/tracks/adoption.yaml"
PAPER = "data/sources/paper.yaml"
LAST = "sources: [paper]\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "found", "meant"),
    [
        (OSLO_PATH, "north:", "nroth:", "4:3 region `nroth`", "north"),
        (OSLO_PATH, "open-data:", "open-dta:", "6:3 policy `open-dta`", "open-data"),
        (OSLO_PATH, "  plan:", "  plna:", "9:3 step `plna`", "plan"),
        (OSLO_PATH, "in-progress", "zzz", "9:18 status `zzz`", ""),
        (OSLO_PATH, "in-progress", "'?'", "9:18 status `?`", "unknown"),
        (OSLO_PATH, "in-progress", "\u25cb", "9:18 status `\u25cb`", "to-be-developed"),
        (OSLO_PATH, "in-progress", "\u25cb?", "9:18 status `\u25cb?`", ""),
        (OSLO_PATH, "role: member", "role: membr", "4:17 role `membr`", "member"),
        (
            OSLO_PATH,
            "cohort: first",
            "cohort: frist",
            "4:33 cohort of north `frist`",
            "first",
        ),
        (
            OSLO_PATH,
            "joined: 2021",
            "standing: pausd",
            "4:50 standing `pausd`",
            "paused",
        ),
        (
            OSLO_PATH,
            LAST,
            "programmes: {pioneer: }\nsources: [paper]\n",
            "10:14 programme `pioneer`",
            "pioneers",
        ),
        (
            OSLO_PATH,
            LAST,
            "programmes: {pioneers: {policy: opendata}}\nsources: [paper]\n",
            "10:33 policy `opendata`",
            "open-data",
        ),
        (
            OSLO_PATH,
            "  open-data:\n",
            "  open-data: {steps: {lettr: completed}}\n",
            "6:23 step `lettr`",
            "letter",
        ),
        (OSLO_PATH, "[paper]", "[paper, papr]", "10:18 source `papr`", "paper"),
        (
            OSLO_PATH,
            "joined: 2021",
            "sources: [papr]",
            "4:50 source `papr`",
            "paper",
        ),
        (
            OSLO_PATH,
            "since: 2022-05",
            "sources: [{source: papr}]",
            "9:50 source `papr`",
            "paper",
        ),
        (
            OSLO_PATH,
            LAST,
            "sources:\n  - papr: [name]\n",
            "11:5 source `papr`",
            "paper",
        ),
        (OPEN_DATA, "privacy", "privcy", "2:12 principle `privcy`", "privacy"),
        (
            OPEN_DATA,
            LAST,
            "related: [dig-once, dig-twice]\nsources: [paper]\n",
            "3:21 policy `dig-twice`",
            "dig-once",
        ),
        (
            OPEN_DATA,
            LAST,
            (
                "benchmarks:\n  a:\n    text: A\n    figures:\n"
                "      - {wording: W, sources: [papr]}\nsources: [paper]\n"
            ),
            "7:32 source `papr`",
            "paper",
        ),
        (UCLG, "in: [paper]", "in: [paper, papr]", "2:20 source `papr`", "paper"),
        (NORTH, "dig-once]", "dig-onc]", "2:22 policy `dig-onc`", "dig-once"),
        (
            NORTH,
            "dig-once]",
            "{policy: dig-onc}]",
            "2:31 policy `dig-onc`",
            "dig-once",
        ),
        (NORTH, "track: adoption", "track: adopt", "3:8 track `adopt`", "adoption"),
        (NORTH, LAST, "steps: {letter: }\nsources: [paper]\n", "6:9 step `letter`", ""),
        (ADOPTION, LAST, "statuses: [completed, don]\nsources: [paper]\n", "6:23 status `don`", ""),
        (ADOPTION, "id: plan,", "id: plan, phase: one,", "5:23 phase `one`", ""),
    ],
)
def test_an_id_that_leads_nowhere_is_reported_where_it_stands(
    path: str, old: str, new: str, found: str, meant: str
) -> None:
    assert old in FILES[path]
    place, what = found.split(" ", maxsplit=1)
    changed = {path: FILES[path].replace(old, new)}
    assert findings(changed) == [f"{path}:{place} unknown-reference: no {what}"]
    (cure,) = hints(changed)
    assert cure.startswith(f"{path}:{place} unknown-reference => ")
    assert ("did you mean `" in cure) == bool(meant)
    assert not meant or f" => did you mean `{meant}`? there are: " in cure


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


def cures(path: str, old: str, new: str, more: dict[str, str] | None = None) -> list[str]:
    """The hints of what is found once a file is changed."""
    changes = {**(more or {}), path: FILES[path].replace(old, new)}
    return [finding.hint for finding in checked(changes).findings]


def test_a_former_id_leads_to_the_new_one() -> None:
    renamed = {OPEN_DATA: f"{FILES[OPEN_DATA]}former_ids: [free-data]\n"}
    assert cures(OSLO_PATH, "open-data:", "free-data:", renamed) == ["it is called `open-data` now"]


def test_a_former_id_of_a_step_leads_to_the_new_one() -> None:
    track = "data/tracks/adoption.yaml"
    renamed = {track: FILES[track].replace("name: Plan", "name: Plan, former_ids: [draft]")}
    assert cures(OSLO_PATH, "plan:", "draft:", renamed) == ["it is called `plan` now"]


def test_a_former_id_of_another_kind_leads_nowhere() -> None:
    renamed = {NORTH: f"{FILES[NORTH]}former_ids: [open-dat]\n"}
    assert cures(OSLO_PATH, "open-data:", "open-dat:", renamed) == [
        "did you mean `open-data`? there are: dig-once, open-data"
    ]


def test_a_short_list_of_ids_is_shown_and_a_long_one_is_referred_to() -> None:
    policies = {f"data/policies/p{n}.yaml": "name: P\nsources: [paper]\n" for n in range(11)}
    ten = {path: text for path, text in policies.items() if not path.endswith("p10.yaml")}
    listed = "dig-once, open-data, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9"
    added = "; or add a file `data/policies/zzz.yaml` with `name: ...` and `sources: [...]`"
    many = "`data/policies/` holds all 13 (`gsca list policies`)"
    assert cures(OSLO_PATH, "open-data:", "zzz:") == [f"there are: dig-once, open-data{added}"]
    assert cures(OSLO_PATH, "open-data:", "zzz:", ten) == [f"there are: {listed}{added}"]
    assert cures(OSLO_PATH, "open-data:", "zzz:", policies) == [f"{many}{added}"]


def test_where_there_is_nothing_at_all_the_hint_says_so() -> None:
    assert cures(ADOPTION, "id: plan,", "id: plan, phase: one,") == ["there is no phase at all yet"]


@pytest.mark.parametrize(
    ("number", "listed"),
    [
        (10, "letter, plan, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9"),
        (11, "letter, plan, s0, s1, s10, s2, s3, s4, s5, s6, s7, s8 and 1 more"),
    ],
)
def test_nobody_is_sent_to_list_what_gsca_does_not_list(number: int, listed: str) -> None:
    steps = "".join(f"  - {{id: s{n}, name: S{n}}}\n" for n in range(number))
    other = {"data/tracks/other.yaml": f"name: O\nwalked_by: city\nsteps:\n{steps}{LAST}"}
    assert cures(OSLO_PATH, "  plan:", "  zzz:", other) == [f"there are: {listed}"]


def test_each_id_is_listed_once() -> None:
    twice = {ADOPTION: FILES[ADOPTION].replace("id: plan", "id: letter")}
    assert "there are: letter" in cures(OSLO_PATH, "  plan:", "  zzz:", twice)


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
        ("data/cities/oslo.yml:1:1 duplicate-id: the id `oslo` is taken: another city has it"),
        "data/cities/oslo.yml:6:3 unknown-reference: no policy `zzz`",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        (OSLO_PATH, "open-data:", "north:", "6:3 `north` is a region, not a policy"),
        (OSLO_PATH, "north:", "open-data:", "4:3 `open-data` is a policy, not a region"),
        (OSLO_PATH, "  plan:", "  paper:", "9:3 `paper` is a source, not a step"),
        (
            OSLO_PATH,
            "cohort: first",
            "cohort: uclg",
            "4:33 `uclg` is a partner, not a cohort of north",
        ),
        (
            NORTH,
            "track: adoption",
            "track: oslo",
            "3:8 `oslo` is a city, not a track",
        ),
        (OSLO_PATH, "open-data:", "gsca:", "6:3 no policy `gsca`"),
        (OSLO_PATH, "open-data:", "adoption:", "6:3 `adoption` is a track, not a policy"),
    ],
)
def test_an_id_of_something_else_says_what_it_is(path: str, old: str, new: str, found: str) -> None:
    place, message = found.split(" ", maxsplit=1)
    assert findings({path: FILES[path].replace(old, new, 1)}) == [
        f"{path}:{place} unknown-reference: {message}"
    ]


def test_an_id_of_two_other_kinds_names_both() -> None:
    more = {
        "data/cities/quito.yaml": "name: Quito\ncountry: EC\nsources: [paper]\n",
        "data/partners/quito.yaml": "name: Quito\nsources: [paper]\n",
        OSLO_PATH: OSLO.replace("open-data:", "quito:"),
    }
    assert findings(more) == [
        f"{OSLO_PATH}:6:3 unknown-reference: `quito` is a city and a partner, not a policy"
    ]


def test_a_record_that_could_not_be_read_is_something_else_too() -> None:
    found = findings({UCLG: "shade: red\n", OSLO_PATH: OSLO.replace("open-data:", "uclg:")})
    assert found[0] == f"{OSLO_PATH}:6:3 unknown-reference: `uclg` is a partner, not a policy"


def city(name: str, policy: str) -> str:
    """A city that selected one policy."""
    return f"name: {name}\ncountry: 'NO'\npolicies: {{{policy}: }}\nsources: [paper]\n"


def cities(number: int) -> dict[str, str | bytes | None]:
    """Cities that all selected the same policy, which does not exist."""
    return {f"data/cities/c{n:02}.yaml": city(f"C{n}", "zzz") for n in range(number)}


def test_each_place_that_misses_the_same_thing_knows_of_the_others() -> None:
    several = {**cities(2), "data/cities/other.yaml": city("Other", "yyy")}
    programme = OSLO.replace(LAST, f"programmes: {{pioneers: {{policy: zzz}}}}\n{LAST}")
    assert related({**several, OSLO_PATH: programme}) == [
        [
            "data/cities/c01.yaml:3:12 also referred to here",
            "data/cities/oslo.yaml:10:33 also referred to here",
        ],
        [
            "data/cities/c00.yaml:3:12 also referred to here",
            "data/cities/oslo.yaml:10:33 also referred to here",
        ],
        [
            "data/cities/c00.yaml:3:12 also referred to here",
            "data/cities/c01.yaml:3:12 also referred to here",
        ],
        [],
    ]


@pytest.mark.parametrize(
    ("number", "shown", "in_all"), [(11, 10, ""), (12, 10, "; 12 places refer to it")]
)
def test_ten_other_places_are_shown_and_the_message_counts_them_all(
    number: int, shown: int, in_all: str
) -> None:
    changes = cities(number)
    assert [len(each) for each in related(changes)] == [shown] * number
    assert findings(changes)[-1] == (
        f"data/cities/c{number - 1}.yaml:3:12 unknown-reference: no policy `zzz`{in_all}"
    )


def test_a_cohort_that_two_regions_lack_is_missed_twice() -> None:
    south = {"data/regions/south.yaml": FILES[NORTH]}
    oslo = OSLO.replace(
        "  north: {role: member, cohort: first", "  south: {cohort: zzz}\n  north: {cohort: zzz"
    )
    assert related({**south, OSLO_PATH: oslo}) == [[], []]


def test_a_step_that_cities_and_regions_lack_is_missed_by_each_alone() -> None:
    changes = {
        NORTH: f"{FILES[NORTH]}steps: {{zzz: }}\n",
        OSLO_PATH: OSLO.replace("  plan:", "  zzz:"),
    }
    assert related(changes) == [[], []]


def test_a_phase_that_two_tracks_lack_is_missed_by_each_alone() -> None:
    phased = (
        "name: P\nwalked_by: region\nsteps: [{id: start, name: S, phase: zzz}]\nsources: [paper]\n"
    )
    other = phased.replace("start", "begin")
    changes = {"data/tracks/phased.yaml": phased, "data/tracks/other.yaml": other}
    assert related(changes) == [[], []]


def test_thousands_of_mistakes_are_all_reported() -> None:
    policies = "".join(f"  wrong-{n}:\n" for n in range(8_000))
    found = checked({OSLO_PATH: OSLO.replace("  open-data:\n", policies)}).findings
    assert len(found) == 8_000
    assert {each.code for each in found} == {"unknown-reference"}


def test_what_was_meant_depends_on_what_is_referred_to() -> None:
    oslo = OSLO.replace("  open-data:\n", "  lettr:\n").replace("  letter:", "  lettr:")
    found = [each.partition(" => ")[2] for each in hints({OSLO_PATH: oslo})]
    assert [each.startswith("did you mean `letter`?") for each in found] == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("  open-data:\n", "  open-data:2022:\n", "open-data: {since: 2022}"),
        ("  open-data:\n", "  open-data:completed:\n", "open-data: completed"),
        ("  letter: completed", "  letter 2022:", "letter: {since: 2022}"),
    ],
)
def test_a_key_that_is_glued_to_its_value_is_parted_by_the_cure(
    old: str, new: str, cure: str
) -> None:
    (hint,) = hints({OSLO_PATH: OSLO.replace(old, new)})
    assert hint.endswith(f" unknown-reference => write `{cure}`, with a colon and a space")
    assert findings({OSLO_PATH: OSLO.replace(old, f"  {cure}\n")}) == []


@pytest.mark.parametrize(
    ("sources", "cure"),
    [
        ("paper:name", "paper: [name]"),
        ("paper name", "paper: [name]"),
        ("'paper: name'", "paper: [name]"),
        ("'paper: name, country'", "paper: [name, country]"),
    ],
)
def test_a_source_is_parted_from_the_fields_that_it_supports(sources: str, cure: str) -> None:
    (hint,) = hints({OSLO_PATH: OSLO.replace("[paper]", f"[{sources}]")})
    assert hint.endswith(f" => write `{cure}`: the fields that it supports")
    assert findings({OSLO_PATH: OSLO.replace("[paper]", f"[{cure}]")}) == []


STATUSES = "there are: completed, in-progress, to-be-developed, unknown"


def test_several_ids_that_hold_the_word_are_suggested() -> None:
    more = {
        f"data/policies/{key}.yaml": "name: P\nsources: [paper]\n"
        for key in ("cyber-resilience", "resilience-strategy", "resilient-roads")
    }
    (cure,) = cures(OSLO_PATH, "open-data:", "resilience:", more)
    assert cure.startswith("did you mean `cyber-resilience` or `resilience-strategy`? there are: ")


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("cohort: first", "cohort: first one", "did you mean `first`? there are: first"),
        ("[paper]", "[paler:name]", "there are: paper; or add a file "),
        ("[paper]", "[paper:page 2 and 3]", "did you mean `paper`? there are: paper; or add "),
        ("letter: completed", "letter: completely 2022", STATUSES),
    ],
)
def test_what_is_no_key_is_not_parted(old: str, new: str, cure: str) -> None:
    (hint,) = hints({OSLO_PATH: OSLO.replace(old, new)})
    assert hint.partition(" => ")[2].startswith(cure)
