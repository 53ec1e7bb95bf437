import pytest

from gsca_cli.documents.merging.orders import interleaved, merged_order
from gsca_cli.documents.merging.versions import Versions


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ("", "", ""),
        ("abc", "abc", "abc"),
        ("abc", "axbc", "axbc"),
        ("abc", "xabc", "xabc"),
        ("abc", "abcx", "abcx"),
        ("aob", "atb", "aotb"),
        ("oa", "ta", "ota"),
        ("ao", "at", "aot"),
        ("abc", "cba", "abc"),
        ("abc", "cxba", "abcx"),
        ("o", "t", "ot"),
    ],
)
def test_what_only_they_have_stands_behind_what_it_follows_there(
    ours: str, theirs: str, wanted: str
) -> None:
    assert "".join(interleaved(list(ours), list(theirs))) == wanted


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "acb", "abc", "acb"),
        ("abc", "abc", "acb", "acb"),
        ("abc", "acb", "acb", "acb"),
        ("abc", "acb", "bac", None),
        ("abc", "aocb", "abtc", "aocbt"),
        ("abc", "abco", "catb", "coatb"),
        ("abc", "cb", "bac", "cba"),
        ("", "ab", "ba", "ab"),
    ],
)
def test_an_order_that_one_side_changed_is_taken(
    base: str, ours: str, theirs: str, wanted: str | None
) -> None:
    found = merged_order(Versions(list(base), list(ours), list(theirs)))
    assert found == (None if wanted is None else list(wanted))
