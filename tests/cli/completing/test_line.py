import pytest

from gsca_cli.cli.completing.line import split_line, typed
from gsca_cli.cli.completing.table import load_table


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("gsca", ["gsca"]),
        ("gsca ", ["gsca", ""]),
        ("gsca  set\toslo ", ["gsca", "set", "oslo", ""]),
        ("gsca set 'a b", ["gsca", "set", "a b"]),
        ('gsca set "a\'b" c', ["gsca", "set", "a'b", "c"]),
        (r"gsca set a\ b", ["gsca", "set", "a b"]),
        (r"gsca set 'a\b'", ["gsca", "set", r"a\b"]),
        ("gsca set a\\", ["gsca", "set", "a"]),
        ("gsca set steps.plan=", ["gsca", "set", "steps.plan="]),
    ],
)
def test_a_line_is_split_as_bash_splits_it(line: str, words: list[str]) -> None:
    assert split_line(line) == words


@pytest.mark.parametrize(
    ("words", "what", "head", "text"),
    [
        (["va"], "command", "", "va"),
        (["--v"], "option", "", "--v"),
        (["set", "os"], "ids", "", "os"),
        (["set", "oslo", "st"], "route", "", "st"),
        (["set", "oslo", "name=A", "st"], "route", "", "st"),
        (["set", "--region", "no"], "region", "", "no"),
        (["set", "--region=no"], "region", "--region=", "no"),
        (["set", "--region", "north", "st"], "route", "", "st"),
        (["set", "--region=north", "st"], "route", "", "st"),
        (["set", "--today", "2024", "os"], "ids", "", "os"),
        (["set", "--dry-run", "os"], "ids", "", "os"),
        (["set", "--dry"], "option", "", "--dry"),
        (["set", "--", "--dry"], "ids", "", "--dry"),
        (["set", "--today", "2"], "", "", "2"),
        (["show", "oslo", "bergen"], None, "", "bergen"),
        (["nothing", "like"], None, "", "like"),
        (["validate", "data", "gs"], ":files", "", "gs"),
        (["report", "-o", "fi"], ":files", "", "fi"),
    ],
)
def test_what_the_last_word_is_follows_from_those_before(
    words: list[str], what: str | None, head: str, text: str
) -> None:
    assert typed(load_table(), words)[:3] == (what, head, text)
