import pytest

from gsca_cli.snapshots.charset import readable, whole

LATIN = b"R\xe9sum\xe9"
TEXTS = {
    "UTF-8": ("Résumé".encode(), "utf-8", "Résumé"),
    "declared": (LATIN, "ISO-8859-1", "Résumé"),
    "declared otherwise": ("加賀".encode("euc-jp"), "EUC-JP", "加賀"),
    "not declared": (LATIN, "utf-8", "R\ufffdsum\ufffd"),
    "declared wrongly": ("加賀".encode(), "ASCII", "加賀"),
    "of no such encoding": (LATIN, "x-nobody", "R\ufffdsum\ufffd"),
    "of an encoding of bytes": (b"41", "hex", "41"),
    "of an encoding of domains": (b"a-b", "punycode", "a-b"),
    "of no name": (LATIN, "a\0\udce9", "R\ufffdsum\ufffd"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_is_read_in_the_encoding_that_it_names(case: str) -> None:
    text, charset, found = TEXTS[case]
    assert readable(text, charset) == found


@pytest.mark.parametrize("text", ["", "Résumé 加賀", "a\x1bb"])
def test_a_whole_text_stays_as_it_is(text: str) -> None:
    assert whole(text) == text


def test_a_byte_that_is_no_letter_is_told_so() -> None:
    assert whole(LATIN.decode("utf-8", "surrogateescape")) == "R\ufffdsum\ufffd"
