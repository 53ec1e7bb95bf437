import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsca_cli.records.meant import date_meant, flag_meant, number_meant
from gsca_cli.records.when import When


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2022-5", "2022-05"),
        ("2022-5-7", "2022-05-07"),
        ("2022/05", "2022-05"),
        ("2022.05.07", "2022-05-07"),
        ("2022 05", "2022-05"),
        (" 2022-5 ", "2022-05"),
        ("2022-05-07T10:00:00Z", "2022-05-07"),
        ("2022-05-07 10:00", "2022-05-07"),
        ("05/2022", "2022-05"),
        ("5.2022", "2022-05"),
        ("31.05.2022", "2022-05-31"),
        ("05/31/2022", "2022-05-31"),
        ("05.05.2022", "2022-05-05"),
        ("２０２２-05", "2022-05"),
        # Typographic dashes and quotes, as a word processor puts them.
        ("2022\u201305", "2022-05"),
        ("\u201c2022-05\u201d", "2022-05"),
        # Both ends of a span are kept.
        ("2021-04 to 2021-06", "2021-04/2021-06"),
        ("from 2021-4 to 2021-6", "2021-04/2021-06"),
        ("2022-05 - 2022-06", "2022-05/2022-06"),
        ("2022-05\u20132022-06", "2022-05/2022-06"),
        ("2021-04 / 2021-06", "2021-04/2021-06"),
        ("2022-2023", "2022/2023"),
        ("2021-06 to 2021-04", ""),
        ("2021-06 to 2021-13", ""),
        # A day, or April to June.
        ("2021-04/06", ""),
        ("2022-05-07 or so", ""),
        # It could be either of two days, or is none.
        ("03/04/2022", ""),
        ("13/2022", ""),
        ("2022-13", ""),
        ("2022-2-30", ""),
        ("32.13.2022", ""),
        ("0000-1", ""),
        ("May 2022", "2022-05"),
        ("15 March 2021", "2021-03-15"),
        ("March 15th, 2021", "2021-03-15"),
        ("1st of June 2021", "2021-06-01"),
        ("Sept. 2021", "2021-09"),
        ("marzo de 2021", "2021-03"),
        ("15 de mar\u00e7o de 2021", "2021-03-15"),
        ("Dez 2021", "2021-12"),
        ("2021\u5e743\u6708", "2021-03"),
        ("2021\u5e743\u670815\u65e5", "2021-03-15"),
        ("Q1 2021", "2021-01/2021-03"),
        ("2021-Q4", "2021-10/2021-12"),
        ("2021 T2", "2021-04/2021-06"),
        ("31 June 2021", ""),
        ("Q5 2021", ""),
        ("Q1", ""),
        ("Mar-21", ""),
        ("spring 2021", ""),
        ("before 2021", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_date_in_another_form_is_recognised_where_it_is_certain(text: str, meant: str) -> None:
    assert date_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("59,9", "59.9"),
        ("-74,08", "-74.08"),
        ("+4,6", "4.6"),
        ("59.9", "59.9"),
        ("-1", "-1"),
        ("５９.９", "59.9"),
        ("59.9 N", ""),
        ("1,2,3", ""),
        ("north", ""),
    ],
)
def test_a_decimal_comma_is_recognised(text: str, meant: str) -> None:
    assert number_meant(text, whole=False) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234 567", "1234567"),
        ("1\u202f234\u202f567", "1234567"),
        ("1'234'567", "1234567"),
        ("12,345", "12345"),
        ("345", "345"),
        ("-7", "-7"),
        ("1,234.567", ""),
        ("1,23", ""),
        ("1234,567", ""),
        ("1.5", ""),
        ("about 7", ""),
    ],
)
def test_the_thousands_of_a_whole_number_are_joined(text: str, meant: str) -> None:
    assert number_meant(text, whole=True) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((word, "true") for word in ("yes", "Y", "on", "TRUE", "1", " true ")),
        *((word, "false") for word in ("no", "N", "Off", "false", "0")),
        ("maybe", ""),
        ("", ""),
    ],
)
def test_yes_and_no_are_true_and_false(text: str, meant: str) -> None:
    assert flag_meant(text) == meant


@given(st.text(alphabet="0123456789-/. T:\u2013to", max_size=12))
def test_what_is_meant_is_a_date(text: str) -> None:
    meant = date_meant(text)
    assert not meant or str(When.parse(meant)) == meant
