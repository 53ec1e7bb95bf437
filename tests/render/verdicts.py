"""Verdicts to write in every format: one for the golden files, and as many as one likes."""

from typing import Final

from hypothesis import strategies as st

from gsca_cli.findings import Finding, Location, Related, Severity
from gsca_cli.kinds import Kind
from gsca_cli.triage.verdict import Verdict, counted

OSLO, BERGEN = "data/cities/oslo.yaml", "data/cities/bergen.yaml"

FINDINGS: Final = (
    Finding(
        "twice",
        Severity.ERROR,
        Location(BERGEN, 3, 1, 5),
        "`name` is given twice",
        "keep one of the two",
        (Related(Location(BERGEN, 1, 1, 5), "first given here"),),
        "name: Bergen",
    ),
    Finding(
        "late",
        Severity.WARNING,
        Location(OSLO, 12, 10, 17),
        "`2031-05` is later than today: 100 %, or | a <b>, @oslo",
        "write when it happened",
        excerpt="  since: 2031-05",
    ),
    Finding("late", Severity.NOTICE, Location(OSLO, 14), "a word", excerpt="x"),
    Finding(
        "absent", Severity.ERROR, Location("gsca.yaml"), "there is no file gsca.yaml", "make one"
    ),
)
VERDICT: Final = Verdict(
    FINDINGS,
    hidden=1,
    counts={Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTICE: 2},
    read={"cities": 2, "region": 1, "policies": 0, "left out": 1},
    files=(BERGEN, OSLO, "data/regions/north.yaml"),
    folder="alliances/é t",
)
"""Two errors, a warning and a notice; the alliance is a folder of its repository."""

HOSTILE: Final = (
    "]]>",
    "%0A::set-env name=A::b",
    "\n::error::x",
    "\r\n##[group]x",
    "::stop-commands::x",
    "a,line=9:::b",
    "%25%0D%3A",
    "[text](https://example.org)",
    "| `a` | <b> @oslo #1 :100:",
    "\x00\x1b[31m\x85\u2028\u202e\ufeff\ufffe",
    "\udcff\ud83d\ude00",
    "\"\\'&amp;</failure>",
    "{0} {{x}} ${y}",
    "加賀市 👍 e\u0301",
)
LETTERS = st.characters(exclude_categories=())
"""Any code point, halves of letters included."""
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(LETTERS, max_size=8), max_size=4).map("".join)
PATHS = TEXTS.map("data/{}".format)
CODES = st.sampled_from(["missing-source", "absent", "late"])


def _location(path: str, line: int, column: int, length: int) -> Location:
    return Location(path, line, column, column + length)


LOCATIONS = st.builds(_location, PATHS, st.integers(1, 99), st.integers(1, 40), st.integers(0, 9))
SOME_FINDINGS = st.lists(
    st.builds(
        Finding,
        CODES,
        st.sampled_from(Severity),
        LOCATIONS,
        TEXTS,
        TEXTS,
        st.lists(st.builds(Related, LOCATIONS, TEXTS), max_size=7).map(tuple),
        TEXTS,
        st.none(),
    ),
    max_size=4,
).map(lambda findings: sorted(findings, key=lambda each: each.rank))
READ = st.dictionaries(
    st.sampled_from(["left out", *(kind.plural for kind in Kind if kind is not Kind.ALLIANCE)]),
    st.integers(0, 9),
)
VERDICTS = st.builds(
    lambda findings, hidden, read, files, folder: Verdict(
        findings, hidden, counted(findings), read, files, folder
    ),
    SOME_FINDINGS,
    st.integers(0, 3),
    READ,
    st.lists(PATHS, max_size=3),
    st.sampled_from(["", "alliances/north"]) | TEXTS.map("x{}".format),
)
