from analysis.life.written import (
    HERE,
    THERE,
    change,
    move,
    oslo,
    passages,
    place,
    step,
    subjects,
    versions,
)

from gsca_cli.analysis.life.lineage import successor
from gsca_cli.snapshots.history import Touch

BERGEN = "name: Bergen\ncountry: 'NO'\nregions: {north: }\naliases: [Rain]\nsources: [paper]\n"
LINK = "data/cities/oslo.yml.txt"


def test_a_record_is_followed_to_where_it_begins() -> None:
    steps = [step("2", change("a", "b")), step("other", change("a", "b", THERE))]
    steps += [step("1", change(None, "a"))]
    assert subjects(steps, "b") == ["2", "1"]


def test_a_content_that_a_merge_did_not_take_is_left_out() -> None:
    steps = [step("main", change("a", "b")), step("side", change("a", "c"))]
    steps += [step("1", change(None, "a"))]
    assert subjects(steps, "c") == ["side", "1"]


def test_a_merge_leads_to_all_that_it_brings_together() -> None:
    steps = [step("merge", change("b", "d", HERE, "c"))]
    steps += [step("main", change("a", "b")), step("side", change("a", "c"))]
    assert subjects(steps, "d") == ["merge", "main", "side"]
    merge, main, _ = passages(steps, "d")
    assert [each.content for each in merge.before] == ["b", "c"]
    assert [each.content for each in main.before] == ["a"]
    assert (merge.merge, main.merge) == (True, False)


def test_a_record_that_was_gone_is_followed_to_its_first_life() -> None:
    steps = [step("4", change("c", None)), step("3", change(None, "c"))]
    steps += [step("2", change("a", None)), step("1", change(None, "a"))]
    assert subjects(steps, None) == ["4", "3", "2", "1"]


def test_a_rename_that_git_sees_is_followed() -> None:
    text = oslo()
    steps = [step("2", move(THERE, HERE, text, text)), step("1", change(None, text, THERE))]
    found = passages(steps, text)
    assert [each.commit.subject for each in found] == ["2", "1"]
    assert ([each.place.id for each in found[0].before], found[0].place.id) == (["bergen"], "oslo")


def test_a_rename_that_only_the_record_knows_is_followed() -> None:
    text = oslo(more="former_ids: [bergen]\n")
    together = [step("2", change(None, text), change(BERGEN, None, THERE))]
    apart = [step("3", change(None, text)), step("2", change(BERGEN, None, THERE))]
    first = step("1", change(None, BERGEN, THERE))
    assert subjects([*together, first], text) == ["2", "1"]
    assert [each.after for each in passages([*together, first], text)] == [text, BERGEN]
    assert subjects([*apart, first], text) == ["3", "2", "1"]


def test_the_record_knows_better_than_git_which_one_it_was() -> None:
    text, other = oslo(more="former_ids: [bergen]\n"), oslo()
    wrong = "data/cities/troms.yaml"
    steps = [step("2", move(wrong, HERE, other, text), change(BERGEN, None, THERE))]
    steps += [
        step("bergen", change(None, BERGEN, THERE)),
        step("troms", change(None, other, wrong)),
    ]
    assert subjects(steps, text) == ["2", "bergen"]


def test_two_records_that_say_little_alike_are_two_even_if_git_sees_a_rename() -> None:
    text = oslo()
    steps = [step("2", move(THERE, HERE, BERGEN, text)), step("1", change(None, BERGEN, THERE))]
    assert subjects(steps, text) == ["2"]
    gone = passages(steps, None, THERE)
    assert [(each.commit.subject, each.after) for each in gone] == [("2", None), ("1", BERGEN)]


def test_a_record_of_another_name_is_another_one_even_where_not_all_can_be_read() -> None:
    text, first = oslo(), step("1", change(None, oslo(), THERE))
    unfit = "population: many\n"
    cases = {text: ["2", "1"], f"{text}{unfit}": ["2", "1"]}
    cases |= {each.replace("Oslo", "Rome"): ["2"] for each in cases}
    for after, expected in cases.items():
        assert subjects([step("2", move(THERE, HERE, text, after)), first], after) == expected


def test_an_id_that_was_given_to_another_record_since_leads_to_that_one_only() -> None:
    text, other = oslo(), BERGEN
    steps = [step("3", change(None, other)), step("2", move(HERE, THERE, text, text))]
    steps += [step("1", change(None, text))]
    assert [(each.commit.subject, each.became) for each in passages(steps, other)] == [
        ("3", ""),
        ("2", "bergen"),
    ]
    assert subjects(steps, text, THERE) == ["2", "1"]


def test_an_id_that_was_given_up_with_a_word_of_it_leads_no_further_either() -> None:
    text, renamed, new = oslo(), BERGEN + "former_ids: [oslo]\n", oslo("completed")
    gone = [step("1", change(text, None)), step("0", change(None, text))]
    steps = [step("4", change(None, new))]
    steps += [step("3", change(text, None), change(None, renamed, THERE))]
    steps += [step("2", change(None, text)), *gone]
    assert [(each.commit.subject, each.became) for each in passages(steps, new)] == [
        ("4", ""),
        ("3", "bergen"),
    ]
    assert subjects(steps, renamed, THERE) == ["3", "2", "1", "0"]


def test_a_record_that_takes_in_another_is_no_new_name_of_it() -> None:
    text, taken_in, new = oslo(), BERGEN + "former_ids: [oslo]\n", oslo("completed")
    steps = [step("3", change(None, new))]
    steps += [step("2", change(text, None), change(BERGEN, taken_in, THERE))]
    steps += [step("1", change(None, text), change(None, BERGEN, THERE))]
    assert [(each.commit.subject, each.became) for each in passages(steps, new)] == [
        ("3", ""),
        ("2", ""),
        ("1", ""),
    ]


def test_another_folder_is_no_other_record() -> None:
    text, inner = oslo(), "data/cities/no/oslo.yaml"
    seen = [step("2", move(HERE, inner, text, text))]
    unseen = [step("2", change(None, BERGEN, inner), change(text, None))]
    first = step("1", change(None, text))
    assert subjects([*seen, first], text, inner) == ["2", "1"]
    assert subjects([*unseen, first], BERGEN, inner) == ["2", "1"]


def test_what_cannot_be_read_moves_as_git_says() -> None:
    steps = [step("2", move(THERE, HERE, "[", "[")), step("1", change(None, "[", THERE))]
    assert subjects(steps, "[") == ["2", "1"]


def test_a_record_does_not_move_to_another_kind_nor_out_of_no_record() -> None:
    text = oslo()
    for was in ("data/regions/oslo.yaml", LINK):
        touch = move(was, HERE, text, text)
        assert successor(touch, versions()) is None
        assert subjects([step("2", touch), step("1", change(None, text, was))], text) == ["2"]
    assert successor(move(THERE, HERE, text, text), versions()) == place()


def test_a_merge_may_bring_together_two_names() -> None:
    text, edited, both = oslo(), oslo("completed"), oslo("completed", more="former_ids: [bergen]\n")
    renamed = oslo(more="former_ids: [bergen]\n")
    merge = Touch(HERE, THERE, edited, both, ((HERE, renamed),))
    steps = [step("merge", merge), step("main", change(text, edited, THERE))]
    steps += [step("side", move(THERE, HERE, text, renamed)), step("1", change(None, text, THERE))]
    assert subjects(steps, both) == ["merge", "main", "side", "1"]


def test_what_moved_is_not_gone_as_well() -> None:
    text = oslo(more="former_ids: [bergen]\n")
    steps = [step("4", change(None, text)), step("3", change(text, None))]
    steps += [step("2", change(BERGEN, None, THERE), change(None, text))]
    steps += [step("1", change(None, BERGEN, THERE))]
    assert subjects(steps, text) == ["4", "3", "2", "1"]
