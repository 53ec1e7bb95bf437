from gsca_cli.findings import Finding, Location, Severity
from gsca_cli.render.in_one_text import in_one_text

FINDING = Finding("late", Severity.ERROR, Location("x"), "it is\nlate", "wait\x1b")


def test_a_text_says_what_is_wrong_and_the_cure() -> None:
    assert in_one_text(FINDING) == "it is\\u000alate. Cure: wait\\u001b"


def test_without_a_cure_it_says_what_is_wrong() -> None:
    assert in_one_text(FINDING._replace(hint="")) == "it is\\u000alate"
