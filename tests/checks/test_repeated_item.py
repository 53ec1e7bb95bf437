import pytest
from small_alliance import FILES, OSLO, findings, hints, related

PATH = "data/cities/oslo.yaml"


def test_a_source_that_is_cited_twice_is_reported_at_the_second() -> None:
    changed = {PATH: OSLO.replace("sources: [paper]", "sources: [paper, paper]")}
    assert findings(changed) == [f"{PATH}:10:18 repeated-item: `paper` stands twice in `sources`"]
    assert hints(changed) == [
        f"{PATH}:10:18 repeated-item => delete one of the two, or write what was meant"
    ]
    assert related(changed) == [[f"{PATH}:10:11 first given here"]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("aliases: [A, B, A]", ["11:17 repeated-item: `A` stands twice in `aliases`"]),
        (
            "aliases: [A, A, A]",
            [
                "11:14 repeated-item: `A` stands twice in `aliases`",
                "11:17 repeated-item: `A` stands twice in `aliases`",
            ],
        ),
        (
            "notes: [{text: x, date: 2020}, {date: 2020, text: x}]",
            ["11:32 repeated-item: an item stands twice in `notes`"],
        ),
        (
            "notes: [{text: x, sources: [paper, paper]}]",
            ["11:36 repeated-item: `paper` stands twice in `sources`"],
        ),
        ("aliases: [A, a, {name: A}]", []),
        ("notes: [{text: x, date: 2020}, {text: x, date: 2021}]", []),
        ("former_ids: [kristiania, kristiania]", ["11:26 duplicate-id: "]),
    ],
)
def test_every_list_is_looked_at(line: str, found: list[str]) -> None:
    reported = findings({PATH: f"{OSLO}{line}\n"})
    assert len(reported) == len(found)
    for real, expected in zip(reported, found, strict=True):
        assert real.startswith(f"{PATH}:{expected}")


def test_what_is_reported_as_an_id_is_not_reported_again() -> None:
    region, track = "data/regions/north.yaml", "data/tracks/adoption.yaml"
    columns = FILES[region].replace("[open-data, dig-once]", "[open-data, open-data]")
    steps = FILES[track].replace("{id: plan, name: Plan}", "{id: letter, name: Letter}")
    for path, text in ((region, columns), (track, steps)):
        assert "repeated-item" not in str(findings({path: text}))
