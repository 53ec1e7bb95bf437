import pytest
from analysis.changes.told import comparison, told
from small_alliance import FILES

OSLO = "data/cities/oslo.yaml"
NORTH = "data/regions/north.yaml"
PLAIN = "name: Oslo\ncountry: 'NO'\nsources: [paper]\n"

CITY = {
    "a step that advances": (
        "steps: {plan: {status: in-progress, since: 2022-05}}",
        "steps: {plan: {status: completed, since: 2022-06, evidence: ['https://example.org/a']}}",
        ["Plan, in progress -> completed (2022-06, evidence attached)"],
    ),
    "a step that moves back": (
        "steps: {plan: completed}",
        "steps: {plan: {status: to-be-developed, since: 2022-06}}",
        ["Plan, completed -> to be developed (2022-06) (!) moved back"],
    ),
    "a step that nobody dates": (
        "steps: {plan: {status: in-progress, since: 2022-05}}",
        "steps: {plan: {status: completed, since: 2022-05}}",
        ["Plan, in progress -> completed (!) no new date or source"],
    ),
    "a step with a source": (
        "",
        "steps: {plan: {status: completed, sources: [paper]}}",
        ["Plan, unknown -> completed (source added: paper)"],
    ),
    "a step by a date that is not exact": (
        "",
        "steps: {plan: {status: completed, since: ../2022-06, note: At last}}",
        ["Plan, unknown -> completed (by 2022-06)"],
    ),
    "a step that is known no longer": (
        "steps: {plan: {status: completed, evidence: ['https://example.org/a']}}",
        "",
        [
            (
                "Plan, completed -> unknown (evidence removed: https://example.org/a)"
                " (!) no longer known, evidence removed"
            )
        ],
    ),
    "a step that says no status": (
        "steps: {plan: {due: 2023}}",
        "",
        ["Plan is no longer on record"],
    ),
    "a step that is dated": (
        "steps: {plan: {status: completed, since: 2022-05}}",
        "steps: {plan: {status: completed, since: 2022-06, due: 2023}}",
        ["Plan: since: 2022-05 -> 2022-06; due added: 2023"],
    ),
    "evidence that goes": (
        "steps: {plan: {status: completed, evidence: ['https://example.org/a']}}",
        "steps: {plan: completed}",
        ["Plan: evidence removed: https://example.org/a (!) evidence removed"],
    ),
    "evidence in place of another": (
        "steps: {plan: {status: completed, evidence: ['https://a.example', 'https://b.example']}}",
        "steps: {plan: {status: completed, evidence: ['https://b.example', 'https://c.example']}}",
        ["Plan: evidence: https://a.example -> https://c.example (!) evidence replaced"],
    ),
    "sources of a step in place of others": (
        "steps: {plan: {status: in-progress, sources: [paper, atlas]}}",
        "steps: {plan: {status: completed, sources: [letter]}}",
        [
            (
                "Plan, in progress -> completed (source: paper and atlas -> letter)"
                " (!) source replaced"
            ),
        ],
    ),
    "a source of a step that goes, and evidence that comes": (
        "steps: {plan: {status: completed, sources: [paper]}}",
        "steps: {plan: {status: completed, evidence: ['https://a.example']}}",
        ["Plan: evidence attached; source removed: paper (!) source removed"],
    ),
    "a source of a selection that goes": (
        "policies: {open-data: {sources: [paper]}}",
        "policies: {open-data: }",
        ["Open Data: source removed: paper (!) source removed"],
    ),
    "a source of a membership that goes": (
        "regions: {north: {joined: 2021, sources: [paper]}}",
        "regions: {north: {joined: 2021}}",
        ["North: sources removed: paper (!) source removed"],
    ),
    "a source of a value that is another one": (
        "population: {value: 5, sources: [paper]}",
        "population: {value: 5, sources: [atlas: [value]]}",
        [
            (
                "population: sources added: source atlas, supports value; sources removed: paper"
                " (!) source replaced"
            )
        ],
    ),
    "a step for a policy": (
        "policies: {open-data: {steps: {plan: in-progress}}}",
        "policies: {open-data: {steps: {plan: {status: completed, since: 2023}}}}",
        ["Plan for Open Data, in progress -> completed (2023)"],
    ),
    "a selection": (
        "",
        "policies: {open-data: , dig-once: {status: in-progress, since: 2022-06}}",
        ["selected Open Data", "selected Dig Once, in progress (2022-06)"],
    ),
    "a selection with a step": (
        "",
        "policies: {open-data: {since: 2021, steps: {plan: {status: completed, since: 2023}}}}",
        ["selected Open Data (2021)", "Plan for Open Data, unknown -> completed (2023)"],
    ),
    "a selection that advances": (
        "policies: {open-data: in-progress}",
        "policies: {open-data: {status: completed, since: 2023}}",
        ["Open Data, in progress -> completed (2023)"],
    ),
    "a selection that is withdrawn, and stands again": (
        "policies: {open-data: {until: 2022}, dig-once: }",
        "policies: {open-data: , dig-once: {until: 2023}}",
        ["selected Open Data (!) no new date or source", "withdrew Dig Once (2023)"],
    ),
    "a selection that goes": (
        "policies: {open-data: }",
        "",
        ["Open Data is no longer on record (!) no date of withdrawal"],
    ),
    "a selection that was withdrawn before it goes": (
        "policies: {open-data: {until: 2023}}",
        "",
        ["Open Data is no longer on record"],
    ),
    "a selection with a status": (
        "",
        "policies: {open-data: completed, dig-once: {status: completed, since: 2022}}",
        [
            "selected Open Data, completed (!) no new date or source",
            "selected Dig Once, completed (2022)",
        ],
    ),
    "a policy that is practised": (
        "",
        "policies: {open-data: {chosen: unknown}}",
        ["practises Open Data, but is not known to have chosen it"],
    ),
    "a policy that was practised and is chosen": (
        "policies: {open-data: {chosen: unknown, status: completed}}",
        "policies: {open-data: {status: completed}}",
        ["selected Open Data, completed"],
    ),
    "a membership": (
        "",
        "regions: {north: {role: observer, joined: 2022}}",
        ["joined North as observer (2022)"],
    ),
    "a membership that ends": (
        "regions: {north: {joined: 2021}}",
        "regions: {north: {joined: 2021, left: 2023}}",
        ["left North (2023)"],
    ),
    "a membership that goes": (
        "regions: {north: }",
        "",
        ["no longer listed in North (!) no date of leaving"],
    ),
    "a role": (
        "regions: {north: {role: member}}",
        "regions: {north: {role: observer, standing: paused}}",
        ["North, member -> observer (standing added: paused)"],
    ),
    "a role that is not the usual one": (
        "regions: {north: }",
        "regions: {north: observer}",
        ["North, member -> observer"],
    ),
    "a membership that goes after it ended": (
        "regions: {north: {left: 2022}}",
        "",
        ["no longer listed in North"],
    ),
    "a role that is written before and now": (
        "regions: {north: {role: observer}}",
        "regions: {north: {role: member}}",
        ["North, observer -> member"],
    ),
    "a programme": (
        "",
        "programmes: {pioneers: {joined: 2020}}",
        ["joined Pioneers (2020)"],
    ),
    "a programme that goes": ("programmes: {pioneers: }", "", ["no longer listed in Pioneers"]),
    "fields": (
        "population: {value: 5}\nnotes: [{date: 2022, text: One}]\naliases: [Christiania]",
        "population: {value: 6}\nnotes: [{date: 2022, text: Two}, Three]\nsubdivision: NO-03",
        [
            "notes: 2022.text: One -> Two; added Three",
            "subdivision: added NO-03",
            "population: value: 5 -> 6",
            "aliases: removed Christiania",
        ],
    ),
}


ROLES = "roles: [{id: member, name: member}, {id: observer, name: observer, counts: false}"
BY_ITSELF = {
    "a language that is as it would be by itself": ("", "language: en", []),
    "another language than by itself": ("", "language: es", ["language: en -> es"]),
    "another language": ("language: en", "language: es", ["language: en -> es"]),
    "a language that is left out again": ("language: es", "", ["language: es -> en"]),
    "one role more than there are by themselves": (
        "",
        f"{ROLES}, {{id: guest, name: guest}}]",
        ["roles: added id guest, name guest"],
    ),
    "what a role counts for": (
        f"{ROLES}, {{id: guest, name: guest}}]",
        f"{ROLES}, {{id: guest, name: guest, counts: false}}]",
        ["roles: guest.counts: yes -> no"],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), BY_ITSELF.values(), ids=BY_ITSELF)
def test_what_is_left_out_says_what_it_does_by_itself(
    before: str, after: str, expected: list[str]
) -> None:
    files = [{"gsca.yaml": f"name: Alliance\n{text}\n"} for text in (before, after)]
    assert told(files[0], files[1]) == [f"Alliance: {each}" for each in expected]


@pytest.mark.parametrize(("before", "after", "expected"), CITY.values(), ids=CITY)
def test_a_city_tells_what_changed(before: str, after: str, expected: list[str]) -> None:
    files = [{OSLO: f"{PLAIN}{text}\n"} for text in (before, after)]
    assert told(files[0], files[1]) == [f"Oslo: {each}" for each in expected]
    assert told(files[0], files[0]) == []


SAME = {
    "order of keys": "country: 'NO'\nsources: [paper]\nname: Oslo\nsteps: {letter: completed}\n",
    "comments and layout": (
        "# a city\nname: 'Oslo'\ncountry: \"NO\"\nsources:\n- paper\n\n"
        "steps:\n  letter: completed\n"
    ),
    "long forms": (
        "name: {und: Oslo}\ncountry: 'NO'\nsources: [{source: paper}]\n"
        "steps: {letter: {status: completed}}\naliases: []\n"
    ),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_what_says_the_same_is_no_change(text: str) -> None:
    before = f"{PLAIN}steps: {{letter: completed}}\n"
    assert told({OSLO: before}, {OSLO: text}) == []


def test_a_new_city_tells_what_it_does() -> None:
    text = (
        "name: Bodø\ncountry: 'NO'\nsources: [paper]\nregions: {north: {joined: 2022}}\n"
        "policies: {dig-once: }\nsteps: {plan: {status: completed, since: 2022-06}}\n"
    )
    assert told({}, {"data/cities/bodo.yaml": text}) == [
        "Bodø: new city",
        "Bodø: joined North (2022)",
        "Bodø: selected Dig Once",
        "Bodø: Plan, unknown -> completed (2022-06)",
    ]
    assert told({"data/cities/bodo.yaml": text}, {}) == [
        (
            "Bodø: deleted, and with it 1 selection (Dig Once), 1 completed step (Plan) and its"
            " place in North (!) no table counts it any more"
        )
    ]


GOES = {
    "nothing": ("steps: {plan: in-progress}", ""),
    "what it gave up before": (
        (
            "policies: {dig-once: {until: 2022}, open-data: {chosen: unknown}}\n"
            "regions: {north: {left: 2023}}"
        ),
        "",
    ),
    "what it did for a policy": (
        "policies: {dig-once: {steps: {plan: completed, letter: in-progress}}, open-data: }",
        ", and with it 2 selections (Dig Once and Open Data) and 1 completed step (Plan)",
    ),
    "more than a sentence holds": (
        "programmes: {pioneers: , a: , b: , c: , d: }",
        ", and with it its place in Pioneers, a, b and 2 more",
    ),
}


@pytest.mark.parametrize(("text", "lost"), GOES.values(), ids=GOES)
def test_a_deleted_city_tells_what_goes_with_it(text: str, lost: str) -> None:
    assert told({OSLO: f"{PLAIN}{text}\n"}, {OSLO: None}) == [
        f"Oslo: deleted{lost} (!) no table counts it any more"
    ]


def test_a_record_that_others_need_is_not_deleted_quietly() -> None:
    assert told({}, {"data/policies/dig-once.yaml": None}) == [
        "Dig Once: deleted, but still named by region/north (!) others still name it"
    ]


def test_a_record_is_known_again_under_another_id() -> None:
    moved = {OSLO: None, "data/cities/christiania.yaml": FILES[OSLO] + "former_ids: [oslo]\n"}
    assert told({}, moved) == ["Oslo: has the id christiania now, before: oslo"]


UNREAD = {
    "in another folder": ("data/cities/no/oslo.yaml", "nope: 1\n"),
    "in another folder, and broken": ("data/cities/no/oslo.yaml", "x: [\n"),
    "under another id": ("data/cities/christiania.yaml", "former_ids: [oslo]\nnope: 1\n"),
    "under another id, and broken": ("data/cities/christiania.yaml", "former_ids: [oslo]\nx: [\n"),
}


@pytest.mark.parametrize(("path", "more"), UNREAD.values(), ids=UNREAD)
def test_what_stands_elsewhere_and_cannot_be_read_is_neither_deleted_nor_new(
    path: str, more: str
) -> None:
    moved = {OSLO: None, path: FILES[OSLO] + more}
    for sides, unread in ((({}, moved), path), ((moved, {path: None}), path)):
        found = comparison(*sides)
        assert (found.groups, found.unread) == ((), (unread,))
    bodo = {path: None, OSLO: None, "data/cities/bodo.yaml": "name: Bodø\ncountry: [\n"}
    assert [record.name for record in comparison({}, bodo | {path: None}).records] == ["Oslo"]


def test_an_id_that_is_given_up_without_a_word_is_told() -> None:
    chr_ = FILES[OSLO].replace("Oslo", "Chr") + "aliases: [Oslo]\n"
    renamed = {OSLO: None, "data/cities/christiania.yaml": chr_}
    assert told({}, renamed) == [
        (
            "Chr: has the id christiania now, before: oslo; `former_ids` does not say so: links to"
            " oslo break; add `former_ids: [oslo]` (`gsca rename` does so by itself)"
            " (!) the id before is lost"
        ),
        "Chr: aliases: added Oslo",
        "Chr: name: Oslo -> Chr",
    ]
    once = "data/policies/dig-once.yaml"
    moved = {once: None, "data/policies/dig.yaml": FILES[once] + "notes: [x]\n"}
    assert told({}, moved) == [
        (
            "Dig Once: has the id dig now, before: dig-once; `former_ids` does not say so: links to"
            " dig-once break, and it is still named by region/north; add `former_ids: [dig-once]`"
            " (`gsca rename` does so by itself) (!) the id before is lost, others still name it"
        ),
        "Dig Once: notes: added x",
    ]


def test_a_source_under_another_id_is_the_same_source() -> None:
    text = f"{PLAIN}steps: {{plan: {{status: completed, sources: [paper]}}}}\n"
    renamed = {
        "data/sources/paper.yaml": None,
        "data/sources/white-paper.yaml": "title: A paper\nformer_ids: [paper]\n",
        OSLO: text.replace("[paper]", "[white-paper]"),
    }
    assert told({OSLO: text}, renamed) == [
        (
            "A paper: has the id white-paper now, before: paper, but still named by region/north, "
            "policy/dig-once, policy/open-data and 4 more (!) others still name it"
        ),
    ]


def test_columns_come_and_go() -> None:
    north = FILES[NORTH]
    assert told({}, {NORTH: north.replace("dig-once", "nothing")}) == [
        "North: tracks nothing",
        "North: no longer tracks Dig Once",
    ]
    assert told({}, {NORTH: north.replace("[open-data, dig-once]", "[dig-once]")}) == [
        "North: no longer tracks Open Data (!) cities have selected it",
    ]
    turned = north.replace("[open-data, dig-once]", "[dig-once, open-data]")
    assert told({}, {NORTH: turned}) == [
        "North: columns: open-data, dig-once -> dig-once, open-data"
    ]


def test_what_counts_and_what_is_found_is_looked_at_twice() -> None:
    statuses = (
        "name: Test Alliance\nstatuses:\n"
        "  - {id: unknown, name: Unknown, symbol: '?', class: unknown}\n"
        "  - {id: completed, name: Done, symbol: x, class: done}\n"
    )
    other = statuses.replace("class: done", "class: active")
    silent = "checks: {future-date: silent, tab: error}\n"
    assert told({"gsca.yaml": statuses}, {"gsca.yaml": other + silent}) == [
        "Test Alliance: statuses: completed.class: done -> active (!) tables count it otherwise",
        (
            "Test Alliance: checks: future-date added: silent; tab added: error"
            " (!) a check says nothing now"
        ),
    ]
    named = statuses.replace("name: Done", "name: Over")
    assert told({"gsca.yaml": statuses + silent}, {"gsca.yaml": named}) == [
        "Test Alliance: statuses: completed.name: Done -> Over",
        "Test Alliance: checks: future-date removed: silent; tab removed: error",
    ]


def test_the_cities_stand_by_their_regions_and_other_records_by_kind() -> None:
    two = "regions: {north: , south: }\n"
    before = {
        "data/cities/a.yaml": PLAIN.replace("Oslo", "A"),
        "data/cities/b.yaml": PLAIN.replace("Oslo", "B") + two,
    }
    after = {
        "data/cities/a.yaml": PLAIN.replace("Oslo", "A") + "policies: {dig-once: }\n",
        "data/cities/b.yaml": PLAIN.replace("Oslo", "B") + two + "policies: {dig-once: }\n",
        OSLO: FILES[OSLO] + "notes: [x]\n",
        NORTH: FILES[NORTH] + "notes: [x]\n",
        "gsca.yaml": "name: Other\n",
    }
    found = comparison(before, after).groups
    assert [(group.kind, group.regions) for group in found] == [
        ("city", ("North",)),
        ("city", ("North", "south")),
        ("city", ()),
        ("region", ()),
        ("alliance", ()),
    ]


def test_what_cannot_be_read_is_neither_new_nor_gone() -> None:
    found = comparison({}, {OSLO: "name: [\n"})
    assert (found.groups, found.unread) == ((), (OSLO,))
    found = comparison({OSLO: "name: [\n"}, {})
    assert (found.groups, found.unread) == ((), (OSLO,))
