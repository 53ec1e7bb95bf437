from small_alliance import OSLO, findings


def test_a_subdivision_of_another_country_is_reported_at_itself() -> None:
    assert findings({"data/cities/oslo.yaml": f"{OSLO}subdivision: MX-CMX\n"}) == [
        "data/cities/oslo.yaml:11:14 subdivision-mismatch: `MX-CMX` is not a part of NO"
    ]


def test_a_subdivision_of_the_country_is_fine() -> None:
    assert findings({"data/cities/oslo.yaml": f"{OSLO}subdivision: NO-03\n"}) == []
