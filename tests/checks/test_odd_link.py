import pytest
from checks.notes import only
from small_alliance import OSLO, checked, findings

from gsca_cli.checks.odd_link import suspects
from gsca_cli.findings import PutValue

PAPER = "data/sources/paper.yaml"


def found_in(link: str) -> list[str]:
    """What is found in the link of a source: `line:column-end message => hint`."""
    return [
        f"{each.location.line}:{each.location.column}-{each.location.end_column} "
        f"{each.message} => {each.hint}"
        for each in checked({PAPER: f"title: A paper\nlink: {link}\n"}).findings
        if each.code == "odd-link"
    ]


def is_mended(link: str) -> bool:
    found = checked({PAPER: f"title: A paper\nlink: {link}\n"}).findings
    return any(isinstance(each.mend, PutValue) for each in found)


@pytest.mark.parametrize(
    ("link", "bare", "odd"),
    [
        ("https://x.org/a.", "https://x.org/a", "."),
        ("https://x.org/a,", "https://x.org/a", ","),
        ("https://x.org/a;", "https://x.org/a", ";"),
        ("https://x.org/a!", "https://x.org/a", "!"),
        ("https://x.org/a\u2026", "https://x.org/a", "\u2026"),
        ("https://x.org/a)", "https://x.org/a", ")"),
        ("https://x.org/a).", "https://x.org/a", ")."),
        ("https://x.org/a_(b)).", "https://x.org/a_(b)", ")."),
        ("https://x.org/a>", "https://x.org/a", ">"),
        ("https://x.org/a\u201d", "https://x.org/a", "\u201d"),
        ("https://x.org,", "https://x.org", ","),
        ("http://x.org/?a=b,", "http://x.org/?a=b", ","),
    ],
)
def test_a_sign_at_the_end_is_told_at_its_place(link: str, bare: str, odd: str) -> None:
    start = len("link: ") + 1 + len(bare)
    said = f"the link ends with `{odd}`, which hardly belongs to it => write `{bare}`"
    assert found_in(link) == [f"2:{start}-{start + len(odd)} {said}"]
    assert found_in(f"'{link}'") == [f"2:{start + 1}-{start + 1 + len(odd)} {said}"]
    assert suspects(f"link: {link}  # so")


@pytest.mark.parametrize(
    "link",
    [
        "https://x.org/a",
        "https://x.org/",
        "https://x.org/a?",
        "https://x.org/a#b",
        "https://x.org/a_(b)",
        "https://x.org/a?b=c&d[]",
        "https://x.org/a-",
        "https://x.org/a'",
    ],
)
def test_a_link_that_may_end_so_is_left_alone(link: str) -> None:
    assert found_in(link) == []


@pytest.mark.parametrize("link", ["https://x.org/a", "https://x.org/", "https://x.org/?a=b#c"])
def test_most_lines_with_links_are_no_suspects(link: str) -> None:
    assert not suspects(f"link: {link}  # so")
    assert not suspects(f"  plan: {{status: completed, evidence: [{link}, '{link}', {link}]}}")


def test_every_link_of_a_record_is_looked_at() -> None:
    text = OSLO.replace("since: 2022-05", "evidence: [https://x.org/a, 'https://y.org/b,']")
    assert findings({"data/cities/oslo.yaml": text})[0].startswith(
        "data/cities/oslo.yaml:9:75 odd-link: the link ends with `,`"
    )


def test_the_links_within_a_text_are_part_of_a_sentence() -> None:
    found, in_note, _ = only("odd-link")
    assert in_note("see https://x.org/a.") == []
    assert found(OSLO) == []


@pytest.mark.parametrize(
    ("link", "certain"),
    [
        ("https://x.org/a,", True),
        ("https://x.org/a).", True),
        ("https://x.org/a/.", True),
        ("https://x.org/a.pdf.", True),
        ("https://x.org/a.", False),
        ("https://en.wikipedia.org/wiki/Washington,_D.C.", False),
        ("https://x.org/Yahoo!", False),
    ],
)
def test_it_is_mended_where_no_address_ends_so(link: str, *, certain: bool) -> None:
    assert is_mended(link) is certain
