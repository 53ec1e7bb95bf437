import pytest
from small_alliance import FILES, OSLO, findings, hints

PATH = "data/cities/oslo.yaml"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("sources:", "population:\nsources:", ["10:1 `population`"]),
        ("sources:", "notes:\nsources:", ["10:1 `notes`"]),
        ("sources:", "subdivision: #03\nsources:", ["10:1 `subdivision`"]),
        ("sources:", "location: ~\nsources:", ["10:11 `location`"]),
        ("role: member", "role: ", ["4:11 `regions.north.role`"]),
        ("since: 2022-05", "since: ", ["9:31 `steps.plan.since`"]),
        (
            "  open-data:\n",
            "  open-data: {note: , steps: {plan: }}\n",
            ["6:15 `policies.open-data.note`"],
        ),
        ("sources:", "notes: [{text: x, date: }]\nsources:", ["10:19 `notes.0.date`"]),
        ("sources:", "programmes: {pioneers: }\nsources:", []),
        ("  letter: completed\n", "  letter:\n", []),
        ("name: Oslo", "name: ''", None),
    ],
)
def test_a_field_without_a_value_is_reported_at_its_key(
    old: str, new: str, found: list[str] | None
) -> None:
    assert OSLO.count(old) == 1
    reported = findings({PATH: OSLO.replace(old, new)})
    if found is None:
        assert "empty-field" not in str(reported)
        return
    assert reported == [
        f"{PATH}:{place} empty-field: {field} has nothing behind its colon"
        for place, _, field in (each.partition(" ") for each in found)
    ]


def test_the_cure_tells_of_the_comment_that_a_value_may_have_become() -> None:
    assert hints({"gsca.yaml": f"{FILES['gsca.yaml']}summary: # 1\n"}) == [
        (
            "gsca.yaml:2:1 empty-field => "
            "write the value, in quotes if it begins with #, or delete the field"
        )
    ]
