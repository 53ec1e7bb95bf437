import pytest
from small_alliance import FILES, OSLO, findings, hints, related

ADOPTION = "data/tracks/adoption.yaml"


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("data/cities/oslo.yml", "data/cities/oslo.yaml"),
        ("data/cities/o/oslo.yaml", "data/cities/oslo.yaml"),
        ("data/cities/zz/deep/oslo.yaml", "data/cities/oslo.yaml"),
    ],
)
def test_two_cities_of_one_id_are_reported_at_the_second_by_path(path: str, first: str) -> None:
    here, there = sorted([path, first])
    assert related({path: OSLO})[0] == [f"{here}:1:1 first given here"]
    assert findings({path: OSLO}) == [
        f"{there}:1:1 duplicate-id: the id `oslo` is taken: another city has it"
    ]


def test_a_third_city_of_one_id_is_held_against_the_first_too() -> None:
    assert findings({"data/cities/oslo.yml": OSLO, "data/cities/zz/oslo.yaml": OSLO}) == [
        f"data/cities/{name}:1:1 duplicate-id: the id `oslo` is taken: another city has it"
        for name in ("oslo.yml", "zz/oslo.yaml")
    ]


def test_a_file_that_cannot_be_read_takes_an_id_too() -> None:
    assert findings({"data/cities/oslo.yml": f"{OSLO}shade: red\n"}) == [
        ("data/cities/oslo.yml:1:1 duplicate-id: the id `oslo` is taken: another city has it"),
        "data/cities/oslo.yml:11:1 unknown-field: `shade` is not a field of a city",
    ]


def test_records_of_two_kinds_may_share_an_id() -> None:
    oslo = "name: Oslo\nsources: [paper]\n"
    assert findings({"data/policies/oslo.yaml": oslo, "data/partners/oslo.yaml": oslo}) == []


def test_a_step_on_two_tracks_is_reported_at_the_second() -> None:
    other = "name: Other\nwalked_by: region\nsteps:\n  - {id: plan, name: P}\nsources: [paper]\n"
    assert related({"data/tracks/other.yaml": other}) == [[f"{ADOPTION}:5:10 first given here"]]
    assert findings({"data/tracks/other.yaml": other}) == [
        ("data/tracks/other.yaml:4:10 duplicate-id: the id `plan` is taken: another step has it")
    ]


def test_a_step_that_stands_twice_on_one_track_is_reported() -> None:
    twice = FILES[ADOPTION].replace("sources:", "  - {id: plan, name: Again}\nsources:")
    assert findings({ADOPTION: twice}) == [
        ("data/tracks/adoption.yaml:6:10 duplicate-id: the id `plan` is taken: another step has it")
    ]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("statuses", ", symbol: {0}, class: unknown"),
        ("roles", ""),
        ("standings", ""),
    ],
)
def test_a_word_that_stands_twice_in_gsca_yaml_is_reported_at_the_second(
    name: str, more: str
) -> None:
    line = f"  - {{{{id: {{0}}, name: {{0}}{more}}}}}\n"
    words = "".join(map(line.format, ("unknown", "left", "unknown")))
    empty = OSLO.split("regions:", maxsplit=1)[0] + "sources: [paper]\n"
    changed = {
        "gsca.yaml": f"name: Test Alliance\n{name}:\n{words}",
        "data/cities/oslo.yaml": empty,
    }
    assert findings(changed) == [
        f"gsca.yaml:5:10 duplicate-id: the id `unknown` is taken: another {name} entry has it"
    ]
    assert related(changed) == [["gsca.yaml:3:10 first given here"]]


def test_a_role_and_a_standing_may_share_an_id() -> None:
    words = "roles:\n  - {id: member, name: M}\nstandings:\n  - {id: member, name: M}\n"
    assert findings({"gsca.yaml": f"name: Test Alliance\n{words}"}) == []


@pytest.mark.parametrize(
    ("former", "other"), [("oslo", "oslo.yaml"), ("christiania", "bergen.yaml")]
)
def test_a_former_id_leads_to_one_record(former: str, other: str) -> None:
    changed = {
        "data/cities/bergen.yaml": f"{OSLO}former_ids: [christiania]\n".replace("Oslo", "Bergen"),
        "data/cities/voss.yaml": f"{OSLO}former_ids: [{former}]\n".replace("Oslo", "Voss"),
    }
    assert findings(changed) == [
        f"data/cities/voss.yaml:11:14 duplicate-id: the former id `{former}` is taken"
    ]
    assert related(changed) == [[f"data/cities/{other}:1:1 it leads to this record"]]


@pytest.mark.parametrize(
    ("former", "where"),
    [("plan", "5:5"), ("note", "4:5"), ("last", "6:5")],
)
def test_a_former_id_of_a_word_leads_to_one_word(former: str, where: str) -> None:
    steps = (
        "steps:\n"
        "  - {id: letter, name: Letter, former_ids: [note]}\n"
        "  - {id: plan, name: Plan}\n"
        f"  - {{id: last, name: L, former_ids: [{former}]}}\n"
    )
    head, _, tail = FILES[ADOPTION].partition("steps:\n")
    changed = {ADOPTION: head + steps + tail[tail.index("sources") :]}
    assert findings(changed) == [f"{ADOPTION}:6:38 duplicate-id: the former id `{former}` is taken"]
    assert related(changed) == [[f"{ADOPTION}:{where} it leads here"]]


def test_a_column_is_listed_once() -> None:
    twice = FILES["data/regions/north.yaml"].replace("dig-once]", "open-data]")
    assert findings({"data/regions/north.yaml": twice}) == [
        (
            "data/regions/north.yaml:2:22 duplicate-id: the id `open-data` is taken: "
            "another column has it"
        )
    ]


def test_a_phase_that_stands_twice_is_reported_at_the_second() -> None:
    phases = "phases: [{id: start, name: S}, {id: end, name: E}, {id: start, name: Again}]\n"
    changed = {ADOPTION: FILES[ADOPTION] + phases}
    assert findings(changed) == [
        f"{ADOPTION}:7:57 duplicate-id: the id `start` is taken: another phase has it"
    ]
    assert related(changed) == [[f"{ADOPTION}:7:15 first given here"]]


@pytest.mark.parametrize(
    ("path", "text", "cure"),
    [
        (
            "data/cities/oslo.yml",
            OSLO,
            "rename one of them, or delete it if both are about the same thing",
        ),
        (
            "data/cities/voss.yaml",
            OSLO.replace("Oslo", "Voss") + "former_ids: [oslo]\n",
            "delete it here, or there",
        ),
        (
            ADOPTION,
            FILES[ADOPTION] + "phases: [{id: a, name: A}, {id: a, name: B}]\n",
            "give one of the two another id",
        ),
    ],
)
def test_the_cure_is_another_id_or_none(path: str, text: str, cure: str) -> None:
    assert [each.partition(" => ")[2] for each in hints({path: text})] == [cure]
