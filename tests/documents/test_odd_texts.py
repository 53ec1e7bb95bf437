import pytest

from gsca_cli.documents.parse import attempt

GOES_ON = "this line is read as a part of the text above it"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("aliases:\n  - Oslo\n   - Christiania\n", (3, 4)),
        ("aliases:\n- Oslo\n  - Christiania\n  - Kristiania\n", (3, 3)),
        ("aliases:\r\n  - Oslo\r\n    - Christiania\r\n", (3, 5)),
        ("text: Oslo met\n  and said\n  - little\n", (3, 3)),
        ("notes:\n  - Oslo met\n    \u2022 Bergen met\n", (3, 5)),
        ("notes:\n  - Oslo met\n    * Bergen met\n", (3, 5)),
    ],
)
def test_an_item_that_is_indented_too_far_is_no_part_of_a_text(
    text: str, where: tuple[int, int]
) -> None:
    _, findings = attempt("data/cities/oslo.yaml", text.encode())
    (found,) = findings
    assert (found.message, found.location.line, found.location.column) == (GOES_ON, *where)
    assert [each.message for each in found.related] == ["the text begins here"]


@pytest.mark.parametrize(
    "text",
    [
        "text: Oslo met\n  and said -\n  little\n",
        "text: Oslo met\n  -and said little\n",
        "text: Oslo met\n  \u2013 and said little\n",
        "text: Oslo met\n  *and* said little\n",
        "text: >\n  Oslo met\n  - and said little\n",
        'text: "Oslo met\n  - and said little"\n',
        "aliases:\n  - Oslo\n  - Christiania\n",
    ],
)
def test_other_texts_may_run_on(text: str) -> None:
    document, findings = attempt("data/cities/oslo.yaml", text.encode())
    assert document
    assert findings == []
