"""A list or a map that is written as the cure says is read."""

import pytest
from small_alliance import FILES, OSLO, findings, hints

CITY = "data/cities/oslo.yaml"
POLICY = "data/policies/open-data.yaml"
NORTH = "data/regions/north.yaml"
PAPER = "sources: [paper]\n"
OPEN_DATA = "policies:\n  open-data:\n"
STEPS = OSLO[OSLO.index("steps:") : OSLO.index("sources:")]
LONG = "The council met, " * 8


def told(path: str, old: str, new: str) -> str:
    """The cure once a part of a file is another, what the field means left out."""
    text = FILES[path]
    assert text.count(old) == 1
    (hint,) = hints({path: text.replace(old, new)})
    return hint.partition(" => ")[2].rpartition(" (`")[0]


@pytest.mark.parametrize(
    ("path", "given", "cure"),
    [
        (
            CITY,
            "notes: The mayor said yes, then he left",
            "notes: ['The mayor said yes, then he left']",
        ),
        (CITY, 'notes: "Agreed: yes"', "notes: ['Agreed: yes']"),
        (CITY, "notes: It's [done]", "notes: ['It''s [done]']"),
        (CITY, "notes: Done", "notes: [Done]"),
        (CITY, "former_ids: christiania, kristiania", "former_ids: [christiania, kristiania]"),
        (POLICY, "releases: 2020-11", "releases: [{date: 2020-11}]"),
        (POLICY, "releases: 2020", "releases: [{date: 2020}]"),
        (POLICY, "releases: 1.0", "releases: [{version: 1.0}]"),
        (POLICY, "releases: Draft, no date", "releases: [{version: 'Draft, no date'}]"),
        (POLICY, "related: dig-once and open-data", "related: [dig-once, open-data]"),
        (NORTH, "meetings: 2022-05", "meetings: [{date: 2022-05}]"),
        (NORTH, "languages: en, pt-BR", "languages: [en, pt-BR]"),
    ],
)
def test_a_list_is_read_once_it_is_written_like_that(path: str, given: str, cure: str) -> None:
    assert told(path, PAPER, f"{PAPER}{given}\n") == f"write `{cure}`"
    assert findings({path: f"{FILES[path]}{cure}\n"}) == []


@pytest.mark.parametrize(
    ("given", "cure"),
    [
        (
            "aliases: Kristiania, Tigerstaden",
            (
                "write `aliases: [Kristiania, Tigerstaden]`; or, if it is one, "
                "`aliases: ['Kristiania, Tigerstaden']`"
            ),
        ),
        (
            f"notes: {LONG.strip(', ')}",
            "write `notes:` alone, and the text below it, indented, behind `- `",
        ),
        (
            f"aliases: {LONG.strip(', ')}",
            "write each of them below `aliases:`, indented, behind `- `",
        ),
    ],
)
def test_what_one_line_does_not_tell_is_said_in_words(given: str, cure: str) -> None:
    assert told(CITY, PAPER, f"{PAPER}{given}\n") == cure


@pytest.mark.parametrize(
    ("old", "given", "entries"),
    [
        (OPEN_DATA, "policies: open-data, dig-once", ["open-data:", "dig-once:"]),
        (OPEN_DATA, "policies: [open-data, dig-once]", ["open-data:", "dig-once:"]),
        (OPEN_DATA, "policies: open-data and dig-once", ["open-data:", "dig-once:"]),
        (OPEN_DATA, "policies:\n  open-data\n  dig-once", ["open-data:", "dig-once:"]),
        (OPEN_DATA, "policies:\n  open-data\n\n  # new\n", ["open-data:"]),
        (OPEN_DATA, "policies: open-data completed", ["open-data: completed"]),
        (STEPS, "steps: [letter completed]", ["letter: completed"]),
        (
            STEPS,
            "steps:\n  letter completed\n  plan in-progress, 2024",
            ["letter: completed", "plan: {status: in-progress, since: 2024}"],
        ),
        (STEPS, "steps: letter 2022", ["letter: {since: 2022}"]),
    ],
)
def test_a_map_is_read_once_it_is_written_like_that(
    old: str, given: str, entries: list[str]
) -> None:
    as_in = " and ".join(f"`  {each}`" for each in entries)
    name = given.partition(":")[0]
    assert told(CITY, old, f"{given}\n") == (
        f"write `{name}:` alone, and each below it, indented, as in {as_in}"
    )
    below = "".join(f"  {each}\n" for each in entries)
    assert findings({CITY: OSLO.replace(old, f"{name}:\n{below}")}) == []


@pytest.mark.parametrize(
    ("path", "given", "cure"),
    [
        (CITY, "inferred: Some of it", "and below it, indented, lines of `route: ...`"),
        (CITY, "programmes: The Pioneers", "and below it, indented, lines of `id: ...`"),
        (
            POLICY,
            "benchmarks: training",
            "and each below it, indented, as in `  training: {text: ...}`",
        ),
    ],
)
def test_entries_of_a_map_are_not_left_empty(path: str, given: str, cure: str) -> None:
    name = given.partition(":")[0]
    assert told(path, PAPER, f"{PAPER}{given}\n") == f"write `{name}:` alone, {cure}"


def test_a_second_id_may_be_a_status_that_only_this_alliance_has() -> None:
    assert told(CITY, OPEN_DATA, "policies: open-data dig-once\n") == (
        "write `policies:` alone, and each below it, indented, as in `  open-data:` and "
        "`  dig-once:`; or, if `dig-once` is a status, `  open-data: dig-once`"
    )


def test_the_fields_that_a_source_supports_are_a_list_behind_its_id() -> None:
    (hint,) = hints({CITY: OSLO.replace("[paper]", "[paper: country]")})
    assert hint.startswith(f"{CITY}:10:18 invalid-value => write `paper: [country]` (`supports`:")
    assert findings({CITY: OSLO.replace("[paper]", "[paper: [country]]")}) == []
