"""The language that somebody asks for, and whether anything is told in it."""

import pytest
from gsca import Gsca

UNSPOKEN = "gsca: --lang xx: no record has a name in it; names are shown in en\n"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("xx", UNSPOKEN),
        ("xx-Latn", UNSPOKEN.replace("xx", "xx-Latn")),
        ("en", ""),
        ("es", ""),
        ("es-CO", ""),
    ],
)
@pytest.mark.parametrize("words", [["report", "latam"], ["list", "regions"], ["trend"]])
def test_one_that_no_record_speaks_is_told(
    shipped: Gsca, words: list[str], tag: str, told: str
) -> None:
    ran = shipped(*words, "--lang", tag)
    assert (ran.code, ran.err) == (0, told)
