import pytest
from checks.notes import LINE, only, with_note
from small_alliance import FILES, OSLO, checked

from gsca_cli.findings import Severity
from gsca_cli.records.role_words import ROLE_STEMS, ROLE_WORDS

found, in_note, cures = only("personal-contact")


def mail(place: str, short: str) -> str:
    return f"{place} personal-contact: an e-mail address: `{short}`"


def telephone(place: str, short: str) -> str:
    return f"{place} personal-contact: a telephone number: `{short}…`"


@pytest.mark.parametrize(
    ("text", "place", "short"),
    [
        ("jane.doe@example.org", "1-21", "j…@example.org"),
        ("Ask jane.doe@example.org now", "5-25", "j…@example.org"),
        ("'Ask jane@example.org.'", "6-22", "j…@example.org"),
        ("<jane@example.org>", "2-18", "j…@example.org"),
        ("'mailto:jane@example.org'", "9-25", "j…@example.org"),
        ("x # ask jane@example.org", "9-25", "j…@example.org"),
        ("j@a.no", "1-7", "j…@a.no"),
        ("jane_doe+news2022@sub.example.co.jp", "1-36", "j…@sub.example.co.jp"),
        ("JANE@EXAMPLE.ORG", "1-17", "J…@EXAMPLE.ORG"),
        ("42@example.org", "1-15", "4…@example.org"),
        ("josé@münchen.de", "1-16", "j…@münchen.de"),
        ("連絡先jane@example.orgまで", "4-20", "j…@example.org"),
        ("ｊａｎｅ＠example.org", "1-17", "j…@example.org"),
        ("https://example.org/?to=jane@example.org", "25-41", "j…@example.org"),
        ("a@b@example.org", "3-16", "b…@example.org"),
        ("pressman@example.org", "1-21", "p…@example.org"),
        ("info.jane@example@example.org", "11-30", "e…@example.org"),
    ],
)
def test_an_address_that_no_role_has_is_reported_shortened(
    text: str, place: str, short: str
) -> None:
    assert in_note(text) == [mail(place, short)]


def test_every_address_on_a_line_is_reported_and_none_is_repeated() -> None:
    text = "jane@example.org, info@example.org, john@example.org"
    assert in_note(text) == [mail("1-17", "j…@example.org"), mail("37-53", "j…@example.org")]
    (finding, _) = (
        each
        for each in checked({"data/cities/oslo.yaml": with_note(text)}).findings
        if each.code == "personal-contact"
    )
    assert finding.severity is Severity.ERROR
    assert "jane" not in finding.message + finding.hint


@pytest.mark.parametrize(
    "mailbox",
    [
        *("info", "contact", "contacto", "contato", "office", "press", "media", "secretariat"),
        *("secretaria", "support", "help", "admin", "hello", "team", "data", "opendata"),
        *("privacy", "dpo", "city", "cities", "alcaldia", "prefeitura", "jouhou", "webmaster"),
        *("mairie", "imprensa", "prensa", "comunicaciones", "communications", "innovation"),
        *("Info", "INFO", "info2022", "2info", "oslo.info", "oslo-info", "info_oslo", "info+x"),
        *("open.data", "smart-city", "municipio", "partnerships", "seguridad", "transparencia"),
    ],
)
def test_the_mailbox_of_a_role_is_fine(mailbox: str) -> None:
    assert in_note(f"{mailbox}@example.org") == []


@pytest.mark.parametrize(
    "mailbox",
    ["infos", "pressx", "xpress", "ola", "ville", "hall", "segura", "dev", "urban", "i.nfo"],
)
def test_a_mailbox_that_only_sounds_like_one_is_not(mailbox: str) -> None:
    assert len(in_note(f"{mailbox}@example.org")) == 1


def test_no_word_of_a_role_is_said_twice() -> None:
    assert all(word.isascii() and word.islower() and word.isalpha() for word in ROLE_WORDS)
    assert list(ROLE_STEMS) == sorted(ROLE_STEMS)
    assert not [word for word in ROLE_WORDS if word.startswith(ROLE_STEMS)]


@pytest.mark.parametrize(
    "text",
    [
        "jane@example",
        "jane@example.c",
        "jane at example.org",
        "'@example.org'",
        "'@jane.doe'",
        "https://example.org/@jane.doe/1234567890",
        "package@1.2.3",
        "12345678@N00",
        "jane@.org",
    ],
)
def test_what_is_no_address_is_fine(text: str) -> None:
    assert in_note(text) == []


@pytest.mark.parametrize(
    ("text", "place", "short"),
    [
        ("+57 601 381 3000", "1-17", "+57"),
        ("Call +57 601 381 3000 now", "6-22", "+57"),
        ("'+57-601-381-3000'", "2-18", "+57"),
        ("'(+57) 601.381.3000'", "3-20", "+57"),
        ("+57 (601) 381 3000", "1-19", "+57"),
        ("+12345678", "1-10", "+12"),
        ("+123456789012345", "1-17", "+12"),
        ("+ 57 6013813000", "1-16", "+ 5"),
        ("x # +57 601 381 3000", "5-21", "+57"),
        ("＋５７ ６０１ ３８１ ３０００", "1-17", "+57"),
        ("+57\u00a0601\u00a0381\u00a03000", "1-17", "+57"),
        ("+57\u2011601\u2013381\u22123000", "1-17", "+57"),
        ("+57 601 381 3000 2022-06-11", "1-17", "+57"),
        ("+57 601 381 3000 (2021-2022)", "1-17", "+57"),
        ("+1.5551234567.8", "1-16", "+1."),
        ("+120 500 001", "1-13", "+12"),
        ("+٥٧ ٦٠١ ٣٨١ ٣٠٠٠", "1-17", "+٥٧"),
    ],
)
def test_a_number_with_a_plus_is_reported(text: str, place: str, short: str) -> None:
    assert in_note(text) == [telephone(place, short)]


@pytest.mark.parametrize(
    "between",
    [
        *("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u30fc", "\uff0d"),
        *("\u00a0", "\u2000", "\u2007", "\u200a", "\u202f", "\u3000", "\uff0e", "\uff0f"),
    ],
)
def test_any_dash_and_any_space_may_part_its_digits(between: str) -> None:
    assert in_note(f"'+57{between}601{between}3813000'") == [telephone("2-17", "+57")]


@pytest.mark.parametrize(
    "word",
    [
        *("tel", "Tel", "TEL", "tel.", "Tel.:", "tél.", "tel:", "tel no.", "tel nr", "tel n°"),
        *("telephone", "Telephone number", "téléphone", "teléfono", "telefono", "telefone"),
        *("telefon", "phone", "phone no", "Phone number:", "mobile", "móvil", "movil", "celular"),
        *("cel.", "cell", "cellphone", "fone", "fax", "Fax:", "fax número", "whatsapp", "portable"),
        *(
            "電話",
            "お電話",
            "電話:",
            "電話：",
            "電話番号：",
            "携帯",
            "携帯番号",
            "ファックス",
            "ファクス",
        ),
    ],
)
def test_seven_digits_behind_a_word_for_a_telephone_are_reported(word: str) -> None:
    start = 2 if word.startswith("お") else 1
    end = len(word) + 10
    assert in_note(f"'{word} 555 0100'") == [telephone(f"{start + 1}-{end + 1}", "555")]
    assert in_note(f"'{word} 555 010'") == []


@pytest.mark.parametrize(
    ("text", "place", "short"),
    [
        ("tel 5550100", "1-12", "555"),
        ("tel (555) 0100", "1-15", "(55"),
        ("tel +57 601 381 3000", "1-21", "+57"),
        ("tel 03-1234-5678", "1-17", "03-"),
        ("tel ０３－１２３４－５６７８", "1-17", "03-"),
        ("電話０３ー１２３４ー５６７８", "1-15", "03-"),
        ("tel 600 123 000", "1-16", "600"),
        ("tel 2021555", "1-12", "202"),
        ("tel 1234-56 78", "1-15", "123"),
        ("tel 2022-1355", "1-14", "202"),
        ("tel 555 0100 2022-06", "1-13", "555"),
    ],
)
def test_the_number_behind_the_word_may_be_written_in_many_ways(
    text: str, place: str, short: str
) -> None:
    assert in_note(text) == [telephone(place, short)]


@pytest.mark.parametrize(
    "text",
    [
        "2022-06-11 and 2021-01/2021-03",
        "+1234567",
        "+1234567890123456",
        "+1.5% of +12 000 000 or +120.000.000",
        "+4.60971, -74.08175 or +48.8566140",
        "+4.60971-074.08175/",
        "+48.8566 -2.3522",
        "a+12345678 and 5+12345678",
        "978-3-16-148410-0 and ISSN 2049-3630",
        "https://doi.org/10.1000/+12345678901",
        "https://example.org/tel/555010020 x",
        "https://wa.me/?phone=555010020",
        "mobile 2022-06-11 and phone 2020-06",
        "mobile 2020-2022 and mobile 2020 / 2022",
        "mobile 12 500 000 users",
        "the hotel 5550100",
        "telegram 5550100",
        "mobile phones, 5550100 of them",
        "7674366 people",
        "Ｔｅｌ",
    ],
)
def test_dates_places_amounts_and_numbers_in_links_are_fine(text: str) -> None:
    assert in_note(text) == []


def test_comments_and_every_line_of_a_long_text_are_looked_at() -> None:
    text = f"# jane@example.org\n{with_note('|')}      One\n      tel 555 0100\n"
    assert found(text) == [
        f"1:{mail('3-19', 'j…@example.org')}",
        f"{LINE + 3}:{telephone('7-19', '555')}",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_end_of_a_line_is_no_part_of_it(end: str) -> None:
    text = with_note("jane@example.org").replace("\n", end)
    assert found(text) == [f"{LINE}:{mail('11-27', 'j…@example.org')}"]


def test_gsca_yaml_is_looked_at_too() -> None:
    settings = FILES["gsca.yaml"] + "notes: [jane@example.org]\n"
    codes = [each.code for each in checked({"gsca.yaml": settings}).findings]
    assert codes == ["personal-contact"]


def test_the_number_of_an_office_can_be_allowed_with_a_reason() -> None:
    comment = "# gsca: allow personal-contact because it is the switchboard"
    assert found(with_note(f"tel 555 0100 {comment}")) == []
    assert found(f"# tel 555 0100 {comment}\n{OSLO}") == []


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        (
            "jane@example.org",
            "name the mailbox of a role, such as info@..., or link to a contact page",
        ),
        (
            "tel 555 0100",
            (
                "link to the contact page; if it is an office's, write "
                "`# gsca: allow personal-contact because ...`"
            ),
        ),
    ],
)
def test_the_cure_is_the_role_or_its_page(text: str, cure: str) -> None:
    assert cures(text) == [cure]


def test_a_link_before_a_number_moves_no_place() -> None:
    assert in_note("https://example.org/x tel 555 0100 200") == [telephone("23-39", "555")]
