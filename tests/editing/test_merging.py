from collections.abc import Mapping

import pytest
from editing.merged import PATH, clean, conflict, merged

Case = tuple[str, str, str, str]

# The version before, ours, theirs, and what they become.
CLEAN: Mapping[str, Case] = {
    "different fields on lines side by side": (
        "name: Cali\ncountry: CO\n",
        "name: Cali\ncountry: PE\n",
        "name: Lima\ncountry: CO\n",
        "name: Lima\ncountry: PE\n",
    ),
    "two new fields at the same place": (
        "name: Cali\nsources: [x1]\n",
        "name: Cali\nsubdivision: CO-VAC\nsources: [x1]\n",
        "name: Cali\npopulation: 2000000\nsources: [x1]\n",
        "name: Cali\nsubdivision: CO-VAC\npopulation: 2000000\nsources: [x1]\n",
    ),
    "two fields of a map on one line": (
        "steps:\n  plan: {status: unknown, since: 2021}\n",
        "steps:\n  plan: {status: completed, since: 2021}\n",
        "steps:\n  plan: {status: unknown, since: 2022}\n",
        "steps:\n  plan: {status: completed, since: 2022}\n",
    ),
    "a status, and what makes a map of it": (
        "steps:\n  plan: unknown\n  letter: unknown\n",
        "steps:\n  plan: completed\n  letter: unknown\n",
        "steps:\n  plan: {status: unknown, since: 2022}\n  letter: unknown\n",
        "steps:\n  plan: {status: completed, since: 2022}\n  letter: unknown\n",
    ),
    "a map, and the status that it comes to": (
        "steps:\n  plan: {status: unknown, since: 2022}\n",
        "steps:\n  plan: unknown\n",
        "steps:\n  plan: {status: completed, since: 2022}\n",
        "steps:\n  plan: completed\n",
    ),
    "a selection of which nothing was known, and two things known of it": (
        "policies:\n  open-data:\n",
        "policies:\n  open-data: in-progress\n",
        "policies:\n  open-data: {as_of: 2023}\n",
        "policies:\n  open-data: {status: in-progress, as_of: 2023}\n",
    ),
    "the same selection made on both sides, and more known on one": (
        "name: Cali\n",
        "name: Cali\npolicies:\n  open-data:\n",
        "name: Cali\npolicies:\n  open-data: {status: in-progress}\n",
        "name: Cali\npolicies:\n  open-data: {status: in-progress}\n",
    ),
    "a source each": (
        "sources: [x1]\n",
        "sources: [x1, x2]\n",
        "sources: [x1, x3]\n",
        "sources: [x1, x2, x3]\n",
    ),
    "the same source on both sides, and one more": (
        "sources: [x1]\n",
        "sources: [x1, x2]\n",
        "sources: [x1, x3, x2]\n",
        "sources: [x1, x3, x2]\n",
    ),
    "a source less, and one more": (
        "sources:\n  - x1\n  - x2\n",
        "sources:\n  - x2\n",
        "sources:\n  - x1\n  - x2\n  - x3\n",
        "sources:\n  - x2\n  - x3\n",
    ),
    "what one source supports, by both sides": (
        "sources: [x1, {x2: [name]}]\n",
        "sources: [x1, {x2: [name, country]}]\n",
        "sources: [x1, {x2: [name, location]}]\n",
        "sources: [x1, {x2: [name, country, location]}]\n",
    ),
    "one source in two forms": (
        "name: Cali\nsources: [x1]\n",
        "name: Cali\nsources: [x1, {x2: [name]}]\n",
        "name: Cali\nsources: [x1, {source: x2, supports: [country]}]\n",
        "name: Cali\nsources: [x1, {x2: [name, country]}]\n",
    ),
    "a note each": (
        "notes:\n  - {date: 2022, text: One}\n",
        "notes:\n  - {date: 2022, text: One}\n  - {date: 2023, text: Two}\n",
        "notes:\n  - {date: 2022, text: One}\n  - {date: 2024, text: Three}\n",
        (
            "notes:\n"
            "  - {date: 2022, text: One}\n"
            "  - {date: 2023, text: Two}\n"
            "  - {date: 2024, text: Three}\n"
        ),
    ),
    "a note changed, and one more": (
        "notes:\n  - {date: 2022, text: One}\n",
        "notes:\n  - {date: 2022, text: Won}\n",
        "notes:\n  - {date: 2022, text: One}\n  - {date: 2024, text: Three}\n",
        "notes:\n  - {date: 2022, text: Won}\n  - {date: 2024, text: Three}\n",
    ),
    "an alias each, one in its long form": (
        "aliases: [Santiago]\n",
        "aliases: [Santiago, Santiago de Cali]\n",
        "aliases: [{name: Santiago, note: Old}]\n",
        "aliases: [{name: Santiago, note: Old}, Santiago de Cali]\n",
    ),
    "the same note twice": (
        "name: Cali\nnotes: [{text: One}]\nsources: [x1]\n",
        "name: Cali\nnotes: [{text: One}, {text: Two}]\nsources: [x1]\n",
        "name: Cali\nnotes: [{text: One}, {text: Two}, {text: Three}]\nsources: [x2]\n",
        "name: Cali\nnotes: [{text: One}, {text: Two}, {text: Three}]\nsources: [x2]\n",
    ),
    "a field taken away, and one beside it changed": (
        "name: Cali\ncountry: CO\npopulation: 1\n",
        "name: Cali\npopulation: 1\n",
        "name: Cali\ncountry: CO\npopulation: 2\n",
        "name: Cali\npopulation: 2\n",
    ),
    "the same field taken away on both sides": (
        "name: Cali\ncountry: CO\npopulation: 1\n",
        "name: Cali\npopulation: 1\n",
        "name: Lima\npopulation: 1\n",
        "name: Lima\npopulation: 1\n",
    ),
    "a new file on both sides": (
        "",
        "name: Cali\ncountry: CO\n",
        "name: Cali\npopulation: 1\n",
        "name: Cali\ncountry: CO\npopulation: 1\n",
    ),
    "comments of both sides on the values that each changed": (
        "name: Cali\ncountry: CO\n",
        "name: Lima  # as the mayor says\ncountry: CO\n",
        "name: Cali\n# by the code\ncountry: PE\n",
        "name: Lima  # as the mayor says\n# by the code\ncountry: PE\n",
    ),
    "a comment in line with others": (
        "name: Cali     # the name\ncountry: CO    # the code\npopulation: 1  # people\n",
        "name: Lima     # the name\ncountry: CO    # the code\npopulation: 1  # people\n",
        "name: Cali     # the name\ncountry: PE    # the code\npopulation: 1  # people\n",
        "name: Lima     # the name\ncountry: PE    # the code\npopulation: 1  # people\n",
    ),
    "quotes of both kinds": (
        "name: 'Cali'\ncountry: \"CO\"\n",
        "name: 'Lima'\ncountry: \"CO\"\n",
        "name: 'Cali'\ncountry: \"PE\"\n",
        "name: 'Lima'\ncountry: \"PE\"\n",
    ),
    "lines that end with CRLF": (
        "name: Cali\r\ncountry: CO\r\n",
        "name: Lima\r\ncountry: CO\r\n",
        "name: Cali\r\ncountry: PE\r\n",
        "name: Lima\r\ncountry: PE\r\n",
    ),
    "a byte order mark": (
        "\ufeffname: Cali\ncountry: CO\n",
        "\ufeffname: Lima\ncountry: CO\n",
        "\ufeffname: Cali\ncountry: PE\n",
        "\ufeffname: Lima\ncountry: PE\n",
    ),
    "a byte order mark that one side took away": (
        "\ufeffname: Cali\ncountry: CO\n",
        "\ufeffname: Cali\ncountry: PE\n",
        "name: Lima\ncountry: CO\n",
        "name: Lima\ncountry: PE\n",
    ),
    "no break at the end": (
        "name: Cali\ncountry: CO",
        "name: Lima\ncountry: CO",
        "name: Cali\ncountry: PE",
        "name: Lima\ncountry: PE",
    ),
    "the same key added at two places": (
        "name: Cali\ncountry: CO\nsources: [x1]\nnotes: []\nsubdivision: CO-1\naliases: []\n",
        (
            "name: Cali\npopulation: 1\ncountry: CO\nsources: [x1]\nnotes: []\nsubdivision: CO-1\n"
            "aliases: []\n"
        ),
        (
            "name: Cali\ncountry: CO\nsources: [x1]\nnotes: []\nsubdivision: CO-1\naliases: []\n"
            "population: 1\n"
        ),
        (
            "name: Cali\ncountry: CO\nsources: [x1]\nnotes: []\nsubdivision: CO-1\naliases: []\n"
            "population: 1\n"
        ),
    ),
}


@pytest.mark.parametrize("case", CLEAN.values(), ids=CLEAN.keys())
def test_what_does_not_contradict_itself_is_merged(case: Case) -> None:
    base, ours, theirs, wanted = case
    assert clean(base, ours, theirs) == wanted


@pytest.mark.parametrize("case", CLEAN.values(), ids=CLEAN.keys())
def test_it_is_merged_from_either_side(case: Case) -> None:
    base, ours, theirs, _ = case
    clean(base, theirs, ours)


STEPS = "name: Cali\nsteps:\n  letter: completed\n  plan: {}\n  pause: unknown\nsources: [x1]\n"


def around(ours: str, theirs: str) -> str:
    """The steps with a conflict in one line."""
    marked = f"<<<<<<< ours\n  plan: {ours}\n=======\n  plan: {theirs}\n>>>>>>> theirs\n"
    return STEPS.replace("  plan: {}\n", marked)


def steps(plan: str, name: str = "Cali") -> str:
    return STEPS.replace("{}", plan).replace("Cali", name)


def test_one_value_set_differently_is_marked_and_told() -> None:
    text, words = conflict(steps("unknown"), steps("completed"), steps("in-progress"))
    assert text == around("completed", "in-progress")
    assert words == [
        (
            f"{PATH}:5: steps.plan is `completed` in ours and `in-progress` in theirs; "
            "keep one of the two"
        )
    ]


def test_what_else_changed_is_merged_around_it() -> None:
    text, words = conflict(
        steps("{status: unknown, since: 2021}", "Lima"),
        steps("{status: completed, since: 2022}", "Lima"),
        steps("{status: in-progress, since: 2021}", "Cusco"),
    )
    marked = around("{status: completed, since: 2022}", "{status: in-progress, since: 2022}")
    assert text == marked.replace("Cali", "Cusco")
    assert words == [
        (
            f"{PATH}:5: steps.plan.status is `completed` in ours and `in-progress` in theirs; "
            "keep one of the two"
        )
    ]


def test_an_alliance_has_statuses_with_ids() -> None:
    text = "name: A\nstatuses:\n  - {{id: done, name: {}}}\n  - {{id: open, name: {}}}\n"
    merged_text = clean(
        text.format("Done", "Open"),
        text.format("Finished", "Open"),
        text.format("Done", "Not yet"),
        "gsca.yaml",
    )
    assert merged_text == text.format("Finished", "Not yet")


@pytest.mark.parametrize("path", ["cali.yaml", "data/cali.yaml", "other/cali.yaml", ""])
def test_a_file_that_is_no_record_has_no_short_forms(path: str) -> None:
    base, since = "steps:\n  plan: unknown\n", "steps:\n  plan: {status: unknown, since: 2022}\n"
    completed = base.replace("unknown", "completed")
    conflict(base, completed, since, path)
    clean(base, completed, since, f"a/b/data/cities/co/{path or 'x.yaml'}")


def test_only_so_many_conflicts_are_told() -> None:
    sides = ["".join(f"k{n}: {side}\n" for n in range(12)) for side in ("x", "o", "t")]
    text, words = conflict(*sides)
    assert text.count("\n") == 27
    assert words[9:] == [
        f"{PATH}:11: k9 is `o` in ours and `t` in theirs; keep one of the two",
        f"{PATH}: 2 more conflicts like these",
    ]


def test_comments_that_both_sides_changed_are_left_to_a_person() -> None:
    text, words = conflict("# one\na: 1\nb: 1\n", "# two\na: 2\nb: 1\n", "# three\na: 1\nb: 2\n")
    assert text == "<<<<<<< ours\n# two\n=======\n# three\n>>>>>>> theirs\na: 2\nb: 2\n"
    assert words == [f"{PATH}:1: both sides changed the same comments; keep what holds"]


def test_a_comment_on_what_they_took_away_is_not_lost() -> None:
    text, words = conflict("a: 1\nb: 1\nc: 1\n", "a: 1\nb: 1  # why\nc: 1\n", "a: 1\nc: 2\n")
    assert "b: 1  # why\n" in text
    assert words == [f"{PATH}:2: no merge of values would keep all comments; keep what holds"]


TOLD: Mapping[str, tuple[str, str, str, str]] = {
    "taken away by us": (
        "a: 1\nb: 2\n",
        "a: 1\n",
        "a: 1\nb: 3\n",
        "4: b is deleted in ours and changed in theirs; delete it, or keep it",
    ),
    "taken away by them": (
        "a: 1\nb: 2\n",
        "a: 1\nb: 3\n",
        "a: 1\n",
        "3: b is changed in ours and deleted in theirs; delete it, or keep it",
    ),
    "a number and nothing": (
        "a: 1\n",
        "a: 2\n",
        "a:\n",
        "2: a is `2` in ours and empty in theirs; keep one of the two",
    ),
    "a map and a list": (
        "a: 1\n",
        "a: {b: {c: 1.10}}\n",
        "a: [x, 2]\n",
        "2: a is `{b: {c: 1.10}}` in ours and `[x, 2]` in theirs; keep one of the two",
    ),
    "two new values": (
        "a: 1\n",
        "a: 1\nb: x\n",
        "a: 1\nb: z\n",
        "3: b is `x` in ours and `z` in theirs; keep one of the two",
    ),
    "a list in two new orders": (
        "a: [x, y1, z, w]\n",
        "a: [y1, x, z, w]\n",
        "a: [x, y1, w, z]\n",
        "2: a is changed in ours and in theirs, not alike; keep what holds",
    ),
    "texts that differ far from their beginning": (
        "a: x\n",
        f"a: {'word ' * 20}1\n",
        f"a: {'word ' * 20}2\n",
        "2: a is changed in ours and in theirs, not alike; keep what holds",
    ),
    "one note changed in two ways": (
        "notes: [One, Two]\n",
        "notes: [Won, Two]\n",
        "notes: [Once, Two]\n",
        "2: notes is changed in ours and in theirs, not alike; keep what holds",
    ),
    "an item without a name": (
        "a: [{b: 1}]\n",
        "a: [{b: 2}]\n",
        "a: [{b: 3}]\n",
        "2: a is changed in ours and in theirs, not alike; keep what holds",
    ),
    "an item with a name": (
        "a:\n  - {id: x, b: 1}\n  - {id: z, b: 1}\n",
        "a:\n  - {id: w, b: 0}\n  - {id: x, b: 1}\n  - {id: z, b: 2}\n",
        "a:\n  - {id: x, b: 1}\n  - {id: z, b: 3}\n",
        "5: a.z.b is `2` in ours and `3` in theirs; keep one of the two",
    ),
    "a text of several lines": (
        "a: |\n  one\n  two\n  three\n  five\n  six\n",
        "a: |\n  1\n  two\n  three\n  five\n  six\n",
        "a: |\n  one\n  two\n  three\n  five\n  6\n",
        (
            "1: a is `1 two three five six ` in ours and `one two three five 6 ` in theirs; "
            "keep one of the two"
        ),
    ),
}


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_a_conflict_is_told_in_words(case: tuple[str, str, str, str]) -> None:
    base, ours, theirs, told = case
    text, words = conflict(base, ours, theirs)
    assert words == [f"{PATH}:{told}"]
    assert text.count("<<<<<<< ours\n") == text.count(">>>>>>> theirs\n") > 0


def test_a_marker_is_as_long_as_git_wants_it() -> None:
    outcome = merged("a: 1\n", "a: 2\n", "a: 3\n", size=9)
    assert outcome.content == b"<<<<<<<<< ours\na: 2\n=========\na: 3\n>>>>>>>>> theirs\n"
    assert outcome.words == [f"{PATH}:2: a is `2` in ours and `3` in theirs; keep one of the two"]
