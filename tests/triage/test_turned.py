import pytest
from triage.sample_findings import B, finding

from gsca_cli.findings import Allowed, Finding
from gsca_cli.triage.fingerprints import fingerprints
from gsca_cli.triage.turned import Found, turned

ALLOWED = "# gsca: allow some-code because it is so"
PLAN = finding(line=4, excerpt="  plan: completed")
BEHIND = finding(line=4, excerpt=f"  plan: completed  {ALLOWED}")
ABOVE = finding(line=5, excerpt="  plan: completed")
OTHER = finding(B)

TURNS = {
    "nothing": (Found([PLAN]), Found([ABOVE]), [], [], [], []),
    "one that comes": (Found(), Found([PLAN]), [PLAN], [], [], []),
    "one that goes": (Found([PLAN]), Found(), [], [PLAN], [], []),
    "one that is allowed behind it": (
        Found([PLAN, OTHER]),
        Found([OTHER], [Allowed(BEHIND, "it is so")]),
        *([], [], [Allowed(BEHIND, "it is so")], []),
    ),
    "one that is allowed above it": (
        Found([PLAN]),
        Found([], [Allowed(ABOVE, "it is so")]),
        *([], [], [Allowed(ABOVE, "it is so")], []),
    ),
    "one that comes with its comment": (
        Found(),
        Found([], [Allowed(BEHIND, "it is so")]),
        *([], [], [Allowed(BEHIND, "it is so")], []),
    ),
    "one that is allowed no more": (
        Found([], [Allowed(BEHIND, "it is so")]),
        Found([PLAN]),
        *([], [], [], [Allowed(PLAN, "it is so")]),
    ),
    "one that goes with its comment": (Found([], [Allowed(BEHIND, "x")]), Found(), [], [], [], []),
    "one that stays allowed": (
        Found([], [Allowed(BEHIND, "x")]),
        Found([], [Allowed(ABOVE, "y")]),
        *([], [], [], []),
    ),
    "one of two that are alike": (
        Found([PLAN, finding(line=9, excerpt="  plan: completed")]),
        Found([PLAN], [Allowed(finding(line=9, excerpt="  plan: completed"), "x")]),
        *([], [], [Allowed(finding(line=9, excerpt="  plan: completed"), "x")], []),
    ),
}


@pytest.mark.parametrize(
    ("before", "now", "came", "went", "allowed", "disallowed"), TURNS.values(), ids=TURNS
)
def test_a_finding_that_is_allowed_is_not_cured(  # noqa: PLR0913, PLR0917 (one for each list)
    before: Found,
    now: Found,
    came: list[Finding],
    went: list[Finding],
    allowed: list[Allowed],
    disallowed: list[Allowed],
) -> None:
    assert turned(before, now) == (came, went, allowed, disallowed)


def test_nothing_is_cured_in_a_file_that_cannot_be_read() -> None:
    broken = finding(code="yaml-syntax", excerpt="oops: [")
    before = Found([PLAN, OTHER], [], {B})
    assert turned(before, Found([broken], [], {PLAN.location.path})) == (
        *([broken], [OTHER]),
        *([], []),
    )


def test_lines_that_are_read_alike_have_one_finding() -> None:
    other = PLAN._replace(excerpt=PLAN.excerpt.replace("plan", "draft"))
    apart = Found([PLAN]), Found([other])
    assert turned(*apart) == ([other], [PLAN], [], [])
    assert turned(*apart, lambda line: line.replace("draft", "plan")) == ([], [], [], [])


def test_a_finding_on_a_comment_is_known_by_the_comment() -> None:
    notices = [finding(excerpt=f"{ALLOWED}{end}", code="unused-allowance") for end in ("", " too")]
    assert len(set(fingerprints(notices))) == len(notices)
    (plain, commented) = fingerprints([PLAN])[0], fingerprints([BEHIND])[0]
    assert plain == commented
