import pytest
from small_alliance import OSLO, checked

from gsca_cli.checks.glued_key import suspects

PATH = "data/cities/oslo.yaml"


def found_in(text: str) -> list[str]:
    return [
        f"{each.location}-{each.location.end_column} {each.message} => {each.hint}"
        for each in checked({PATH: text}).findings
        if each.code == "glued-key"
    ]


def told(place: str, meant: str) -> str:
    end = int(place.partition(":")[2]) + 1
    return f"{PATH}:{place}-{end} a space is missing behind this colon => write `{meant}`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{OSLO}notes:\n  - text:Done\n", [told("12:9", "text: Done")]),
        (f"{OSLO}notes:\n  - 'text:Done'\n  - text:So\n", [told("13:9", "text: So")]),
        (f"{OSLO}notes: [date:2022-05, so]\n", [told("11:13", "date: 2022-05")]),
        (f"{OSLO}aliases:\n  - name:Viken\n", [told("12:9", "name: Viken")]),
        (OSLO.replace("name: Oslo", "name:\n  en:Oslo"), [told("2:5", "en: Oslo")]),
        (
            OSLO.replace("name: Oslo", "name:\n  en:Oslo\n  pt-BR:Ozlo"),
            [told("2:5", "en: Oslo"), told("3:8", "pt-BR: Ozlo")],
        ),
        (f"{OSLO}notes:\n  - text:\n      en:Done\n", [told("13:9", "en: Done")]),
    ],
)
def test_a_key_that_is_glued_to_its_value_is_told_at_its_colon(
    text: str, expected: list[str]
) -> None:
    assert found_in(text) == expected
    assert any(map(suspects, text.splitlines()))


@pytest.mark.parametrize(
    "text",
    [
        OSLO,
        f"{OSLO}notes:\n  - see:there\n",
        f"{OSLO}notes:\n  - 'text:Done'\n",
        f"{OSLO}notes:\n  - |\n    text:Done\n    date:2022\n",
        f"{OSLO}notes:\n  - >-\n    text:Done\n",
        f'{OSLO}notes:\n  - "text:Done"\n',
        f"{OSLO}notes:\n  - 'text:Done\n    date:2022'\n",
        f'{OSLO}notes:\n  - "text:Done\n    date:2022"\n',
        f"{OSLO}notes:\n  - at 10:30\n",
        f"{OSLO}notes:\n  - text: date:2022\n",
        f"{OSLO}notes:\n  - https://example.org\n",
        OSLO.replace("name: Oslo", "name: re:Oslo"),
        OSLO.replace("name: Oslo", "name:\n  Oslo:fjord"),
    ],
)
def test_a_text_may_hold_a_colon(text: str) -> None:
    assert found_in(text) == []
