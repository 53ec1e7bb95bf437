import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from render.gfm import rendered, tables

from gsca_cli.render.markdown import amount, at_latest, brackets, linked, markdown, when

ANY_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
NASTY = [
    "a | b",
    "`code`",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "two\nlines",
    "**bold** _it_ ~~gone~~",
    "[link](https://example.org)",
    "![image](x.png)",
    "&amp; &#35; &copy;",
    "back\\slash \\| pipe",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "===",
    "---",
    "|",
    "\\",
    "https://example.org www.example.org a@example.org",
    "$x$",
    "\u202eevil",
]


def seen(text: str) -> str:
    """What a reader must see: one line, with what is invisible named."""
    shown = " ".join(text.split())
    hidden = "\x00\u061c\u200e\u200f\ufeff\ufffe\uffff"
    return "".join(
        f"U+{ord(letter):04X}"
        if letter in hidden
        or "\x01" <= letter <= "\x1f"
        or "\x7f" <= letter <= "\x9f"
        or "\u2028" <= letter <= "\u202e"
        or "\u2066" <= letter <= "\u2069"
        else letter
        for letter in shown
    )


@given(ANY_TEXT)
@example("a|b\\|c")
def test_a_table_survives_any_name(name: str) -> None:
    text = f"| City | Total |\n| --- | --: |\n| {markdown(name)} | 1 |\n| x | 2 |\n"
    page = rendered(text)
    assert page.tables == [[["City", "Total"], [seen(name), "1"], ["x", "2"]]]
    assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_name_is_shown_as_it_is(name: str) -> None:
    text = f"| City |\n| --- |\n| {markdown(name)} |\n"
    page = rendered(text)
    assert page.tables == [[["City"], [seen(name)]]]
    assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td"}


@given(ANY_TEXT)
def test_a_list_item_survives_any_text(name: str) -> None:
    page = rendered(f"- {markdown(name)}\n- next\n")
    assert page.tags <= {"ul", "li"}


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_text_begins_no_heading_list_or_quotation(name: str) -> None:
    assert rendered(f"{markdown(name)}\n").tags == {"p"}


@pytest.mark.parametrize("name", ["Bogotá", "19.4285", "2022-06", "C4IR Japan", "加賀市", "(a) b!"])
def test_a_plain_name_stays_as_it_is(name: str) -> None:
    assert markdown(name) == name


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("https://example.org/a_b?x=1&copy=2", "[A](https://example.org/a_b?x=1&copy=2)"),
        ("https://example.org/a)b c", "[A](https://example.org/a%29b%20c)"),
        ("javascript:alert(1)", "A"),
        ("", "A"),
    ],
)
def test_only_web_addresses_become_links(address: str, text: str) -> None:
    assert linked("A", address) == text


def test_a_link_that_is_its_own_text_is_shown_once() -> None:
    assert linked("https://example.org/", "https://example.org/") == "<https://example.org/>"


def test_marks_stand_in_brackets() -> None:
    assert brackets([1, "a"]) == " [1] [a]"
    assert brackets([]) == ""
    assert tables(f"| A |\n| --- |\n| x{brackets([1, 'a'])} |\n") == [[["A"], ["x [1] [a]"]]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-06", "2022-06"),
        ("../2022-06", "by 2022-06"),
        ("2022/..", "from 2022"),
        ("2021-01/2021-03", "2021-01 to 2021-03"),
        ("Belfast / Béal Feirste", "Belfast / Béal Feirste"),
    ],
)
def test_dates_are_said_in_words(text: str, words: str) -> None:
    assert when(text) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-06", "2022-06"),
        ("../2022-06", "2022-06 or earlier"),
        ("2021/2022", "2021 to 2022"),
        ("2021/..", "from 2021"),
    ],
)
def test_a_date_that_ends_a_list_says_that_it_may_be_earlier(date: str, words: str) -> None:
    assert at_latest(date) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("17", "17"), ("<25", "fewer than 25"), ("> 80", "more than 80"), ("~33", "about 33")],
)
def test_a_number_that_is_not_exact_is_said_in_words(number: str, words: str) -> None:
    assert amount(number) == words
