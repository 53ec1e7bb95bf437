import pytest

from gsca_cli.records.links import (
    ONE_ADDRESS,
    SUCH_AS,
    is_certain_link,
    link_fits,
    link_meant,
    without_odd_end,
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/a?b#c", "https://example.org/a?b#c"),
        ("Example.ORG", "https://Example.ORG"),
        ("http:/example.org", "http://example.org"),
        ("https//example.org/x", "https://example.org/x"),
        ("HTTPS://example.org", "https://example.org"),
        ("htpts://example.org", "https://example.org"),
        ("htp://example.org/x", "http://example.org/x"),
        ("example", ""),
        ("ftp://example.org", ""),
        ("javascript:alert(1)", ""),
        ("see example.org", ""),
        ("", ""),
    ],
)
def test_a_web_address_gets_its_beginning(text: str, meant: str) -> None:
    assert link_meant(text) == meant


PLAIN = "https://example.org/a"


@pytest.mark.parametrize(
    ("text", "meant", "certain"),
    [
        (f"<{PLAIN}>", PLAIN, True),
        (f"({PLAIN})", PLAIN, True),
        (f"({PLAIN}).", PLAIN, True),
        (f"({PLAIN}", PLAIN, True),
        (f"[{PLAIN}]", PLAIN, True),
        (f'"{PLAIN}"', PLAIN, True),
        (f"\u201c{PLAIN}\u201d,", PLAIN, True),
        (f"<{PLAIN}_(b)>", f"{PLAIN}_(b)", True),
        ("<www.example.org>", "https://www.example.org", True),
        ("www.example.org/a,", "https://www.example.org/a", True),
        ("https://example.org.", "https://example.org", True),
        (f"[]({PLAIN})", PLAIN, True),
        (f"[{PLAIN}]({PLAIN})", PLAIN, True),
        # The words would be lost.
        (f"[The plan]({PLAIN})", PLAIN, False),
        (f"![]({PLAIN}.)", PLAIN, False),
        (f"see {PLAIN}.", PLAIN, False),
        ("doi:10.1000/182", "https://doi.org/10.1000/182", False),
        ("10.1000/182", "https://doi.org/10.1000/182", False),
    ],
)
def test_what_is_around_a_link_is_no_part_of_it(text: str, meant: str, *, certain: bool) -> None:
    assert link_meant(text) == meant
    assert is_certain_link(text, meant) is certain


@pytest.mark.parametrize(
    "text",
    [f"{PLAIN} and {PLAIN}", f"{PLAIN}, {PLAIN}", f"{PLAIN} b.pdf", "https:// example.org", "<>"],
)
def test_of_several_links_or_of_one_with_spaces_nobody_knows_which_is_meant(text: str) -> None:
    assert link_meant(text) == ""


def test_what_a_link_looks_like_is_told() -> None:
    assert link_fits(f"{PLAIN} b.pdf") == ONE_ADDRESS
    assert link_fits("ftp://example.org") == SUCH_AS


@pytest.mark.parametrize("text", ["", ".", "((((", "))))", "<" * 5000, "\u201d" * 5000])
def test_signs_alone_are_no_link(text: str) -> None:
    assert link_meant(text) == ""
    assert len(without_odd_end(text)) <= len(text)
