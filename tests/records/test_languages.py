import re

import pytest
from babel import Locale

from gsca_cli.records.languages import LANGUAGE_CODES, LANGUAGE_TAG


def test_the_codes_are_those_that_cldr_has_a_name_for() -> None:
    assert {code for code in Locale("en").languages if len(str(code)) == 2} == LANGUAGE_CODES


def test_every_code_is_a_tag() -> None:
    assert all(re.search(LANGUAGE_TAG, code) for code in LANGUAGE_CODES)


@pytest.mark.parametrize("tag", ["und", "ain", "pt-BR", "zh-Hant-TW", "es-419"])
def test_parts_may_follow_and_three_letters_are_not_looked_up(tag: str) -> None:
    assert re.search(LANGUAGE_TAG, tag)


@pytest.mark.parametrize("tag", ["jp", "cn", "dk", "sp", "gr", "JA", "j", "ja_JP", "jp-JP", ""])
def test_a_country_or_a_form_of_another_kind_is_none(tag: str) -> None:
    assert not re.search(LANGUAGE_TAG, tag)
