import pytest
from small_alliance import OSLO, checked

from gsca_cli.findings import Finding, PutTogether

PATH = "data/cities/oslo.yaml"
PLAN = "plan: {status: in-progress, since: 2022-05, reviewed: {date: 2024-05, role: mayor}}"
COMMA = "the comma before this ends the text; {} is taken for a key"
COLON = "the colon behind this ends the text; {} is taken for a key"
BELONGS = "if it belongs to the text, put the whole in quotes"
IS_A_TEXT = "if it is a text, put the whole in quotes"


def found_in(text: str) -> list[Finding]:
    return [each for each in checked({PATH: text}).findings if each.severity == "error"]


def with_plan(inner: str) -> str:
    return OSLO.replace(PLAN, f"plan: {{{inner}}}")


def with_notes(notes: str) -> str:
    return f"{OSLO}notes:{notes}\n"


@pytest.mark.parametrize(
    ("text", "place", "key", "whole"),
    [
        (with_plan("note: Done, with help"), (9, 22), "with help", "Done, with help"),
        (with_plan("note: Done, with help: yes"), (9, 22), "with help", "Done, with help: yes"),
        (with_plan("note: Done, so"), (9, 22), "so", "Done, so"),
        (with_plan("note: a b, D.C., c: d, due: 2023"), (9, 21), "D.C.", "a b, D.C."),
        (with_plan("note: a, b c, d: e f, g h: i"), (9, 19), "b c", "a, b c"),
        (with_plan("note: It's so, yes"), (9, 25), "yes", "It''s so, yes"),
        (with_plan('note: they said, "yes"'), (9, 27), "yes", 'they said, "yes"'),
        (with_plan("note: 3, or so"), (9, 19), "or so", "3, or so"),
        (with_plan("note: {en: Done, so it is, es: Si}"), (9, 27), "so it is", "Done, so it is"),
        (with_plan("note: Done,\n    with help"), (10, 5), "with help", ""),
        (with_notes(" [{text: Done, with help}]"), (11, 22), "with help", "Done, with help"),
    ],
)
def test_a_text_that_a_comma_cuts_up_is_told_once_with_the_whole_text(
    text: str, place: tuple[int, int], key: str, whole: str
) -> None:
    found = [each for each in found_in(text) if "comma" in each.message]
    assert [(each.location.line, each.location.column) for each in found] == [place]
    assert found[0].code == "unknown-field"
    assert found[0].message == COMMA.format(f"`{key}`")
    assert found[0].hint == (f"{BELONGS}: `'{whole}'`" if whole else BELONGS)
    assert [each.message for each in found[0].related] == ["it begins here"]


@pytest.mark.parametrize(
    ("text", "place", "key", "whole"),
    [
        (with_notes("\n  - Done: with help"), (12, 5), "Done", "Done: with help"),
        (with_notes("\n  - We met: few came"), (12, 5), "We met", "We met: few came"),
        (with_notes("\n  - text:\n      In 3: so"), (13, 7), "In 3", "In 3: so"),
        (with_notes(" [In 3: so]"), (11, 9), "In 3", "In 3: so"),
        (f"{OSLO}aliases:\n  - Kristiania: then\n", (12, 5), "Kristiania", "Kristiania: then"),
    ],
)
def test_a_text_that_a_colon_cuts_up_is_told_once_with_the_whole_text(
    text: str, place: tuple[int, int], key: str, whole: str
) -> None:
    (found,) = found_in(text)
    assert (found.location.line, found.location.column) == place
    assert (found.message, found.hint) == (
        COLON.format(f"`{key}`"),
        f"{IS_A_TEXT}: `'{whole}'`",
    )


@pytest.mark.parametrize(
    "text",
    [
        with_plan("status: completed, done in May"),
        with_plan("since: 2022, in May"),
        with_plan("note: Done, sinse: 2022"),
        with_plan("note: Done, foo: bar"),
        with_plan("note: 'Done', with help"),
        with_plan("note: Done, since 2022"),
        with_notes("\n  - Text: so"),
        with_notes("\n  - {text: so, Done: yes}"),
        with_notes("\n  - text:\n      English: so"),
    ],
)
def test_another_key_is_explained_as_it_is(text: str) -> None:
    assert found_in(text)
    assert not any(" the text" in each.message for each in found_in(text))


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        (with_plan("note: Done, with help"), True),
        (with_plan("note: Done, with help: yes"), True),
        (with_plan("note: Done, with help: [yes]"), False),
        (with_notes("\n  - We met: few came"), True),
        (with_notes("\n  - Title: Of the plan"), False),
    ],
)
def test_the_mend_puts_the_whole_in_quotes_where_that_is_certain(
    text: str, *, is_certain: bool
) -> None:
    mends = [each.mend for each in found_in(text)]
    assert any(isinstance(each, PutTogether) for each in mends) is is_certain


@pytest.mark.parametrize(
    ("inner", "place", "message", "hint"),
    [
        ("since 2022", (9, 15), "a colon is missing behind `since`", "write `since: 2022`"),
        ("since:2022", (9, 15), "a space is missing behind this colon", "write `since: 2022`"),
        ('"since:2022"', (9, 16), "a space is missing behind this colon", "write `since: 2022`"),
    ],
)
def test_a_key_and_its_value_in_one_are_told_at_the_place_of_what_is_missing(
    inner: str, place: tuple[int, int], message: str, hint: str
) -> None:
    (found,) = found_in(with_plan(inner))
    assert (found.location.line, found.location.column) == place
    assert (found.code, found.message, found.hint) == ("unknown-field", message, hint)


@pytest.mark.parametrize("inner", ["sinse 2022", "since:2022: x"])
def test_other_keys_are_not_taken_apart(inner: str) -> None:
    (found,) = found_in(with_plan(inner))
    assert "is not a field" in found.message


@pytest.mark.parametrize(
    ("links", "place", "rest", "whole"),
    [
        ("https://x.org/a,b", (9, 37), "b", "https://x.org/a,b"),
        ("https://y.org, https://x.org/a,b?c=d", (9, 52), "b?c=d", "https://x.org/a,b?c=d"),
    ],
)
def test_a_link_that_a_comma_cuts_in_two_is_told(
    links: str, place: tuple[int, int], rest: str, whole: str
) -> None:
    (found,) = found_in(with_plan(f"evidence: [{links}]"))
    assert (found.location.line, found.location.column) == place
    assert found.code == "invalid-value"
    assert found.message == f"the comma before this ends the link; `{rest}` is an item of its own"
    assert found.hint == f"if it belongs to the link, put the whole in quotes: `'{whole}'`"


@pytest.mark.parametrize("links", ["https://x.org/a, b", "'https://x.org/a',b.org", "b,c"])
def test_an_item_that_is_no_link_is_explained_as_it_is(links: str) -> None:
    assert not any("comma" in each.message for each in found_in(with_plan(f"evidence: [{links}]")))


def test_a_value_in_braces_is_told_the_field_that_may_be_left_out() -> None:
    (found,) = found_in(with_plan("completed"))
    assert found.message == "`completed` is not a field of `steps.plan`"
    assert found.hint.startswith("write `status: completed`; its fields are status, since, ")


@pytest.mark.parametrize(
    ("note", "place", "key", "whole"),
    [
        ("? unclear", (12, 7), "unclear", "? unclear"),
        ("?  it's so, yes  # c", (12, 8), "it's so, yes", "?  it''s so, yes"),
    ],
)
def test_a_question_mark_before_a_text_is_told_with_the_whole_text(
    note: str, place: tuple[int, int], key: str, whole: str
) -> None:
    (found,) = found_in(with_notes(f"\n  - {note}"))
    assert (found.location.line, found.location.column) == place
    assert found.message == (
        f"the question mark before this is a sign of YAML; `{key}` is taken for a key"
    )
    assert found.hint == f"{IS_A_TEXT}: `'{whole}'`"
    assert isinstance(found.mend, PutTogether)


def test_a_field_with_a_question_mark_before_its_key_is_one() -> None:
    assert found_in(with_notes("\n  - ? text\n    : A note")) == []
