import pytest
from small_alliance import OSLO, findings


def test_each_number_that_is_not_on_the_globe_is_reported_at_itself() -> None:
    oslo = f"{OSLO}location: {{lat: -97.0818, lon: 461.0}}\n"
    assert findings({"data/cities/oslo.yaml": oslo}) == [
        (
            "data/cities/oslo.yaml:11:17 impossible-coordinates: "
            "the latitude -97.0818 is not on the globe"
        ),
        "data/cities/oslo.yaml:11:32 impossible-coordinates: the longitude 461 is not on the globe",
    ]


@pytest.mark.parametrize(
    "point", ["{lat: 90, lon: 180}", "{lat: -90, lon: -180.0}", "{lat: 0, lon: 0}"]
)
def test_the_poles_and_the_date_line_are_on_the_globe(point: str) -> None:
    assert findings({"data/cities/oslo.yaml": f"{OSLO}location: {point}\n"}) == []
