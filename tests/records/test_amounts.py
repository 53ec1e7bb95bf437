import pytest

from gsca_cli.records.amounts import amount_meant, count_within, degrees_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("about 5000", "5000"),
        ("~5000", "5000"),
        ("> 5,000", "5000"),
        ("5000+", "5000"),
        ("more than 5'000'000", "5000000"),
        ("700.000", "700000"),
        ("3.5 million", "3500000"),
        ("3,5 Mio", "3500000"),
        ("1.2M", "1200000"),
        ("12k", "12000"),
        ("3 million", "3000000"),
        ("15%", ""),
        ("5.5", ""),
        ("1.23456789 million", ""),
        ("5 people", ""),
        ("5 or 6", ""),
        ("many", ""),
        ("", ""),
    ],
)
def test_a_number_of_people_is_found_in_words(text: str, meant: str) -> None:
    assert count_within(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("17", "17"),
        ("17,5", "17.5"),
        ("15%", "15"),
        ("15 percent", "15"),
        ("15 por ciento", "15"),
        ("< 25", "<25"),
        ("less than 25 %", "<25"),
        ("more than 80", ">80"),
        ("about 33", "~33"),
        ("ca. 33%", "~33"),
        ("\u2248 33", "~33"),
        # At least is not more than.
        ("5+", ""),
        ("at least 5", ""),
        ("half", ""),
        ("5 of 9", ""),
        ("", ""),
    ],
)
def test_a_quantity_has_a_sign_for_its_words(text: str, meant: str) -> None:
    assert amount_meant(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("59.9N", "59.9"),
        ("59.9\u00b0 N", "59.9"),
        ("10.7 W", "-10.7"),
        ("33,45 S", "-33.45"),
        ("74\u00b0 O", "-74"),
        ("-10.7", "-10.7"),
        ("59\u00b054'", "59.9"),
        ("59\u00b0 54\u2032 45\u2033 N", "59.9125"),
        ("4\u00b035'53\"S", "-4.5981"),
        ("north", ""),
        ("59 degrees", ""),
        ("", ""),
    ],
)
def test_a_coordinate_is_a_number_of_degrees(text: str, meant: str) -> None:
    assert degrees_meant(text) == meant
