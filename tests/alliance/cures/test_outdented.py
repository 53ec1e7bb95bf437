import pytest
from small_alliance import checked

from gsca_cli.findings import Finding

PATH = "data/cities/oslo.yaml"
NORTH = "regions:\n  north:\n"
STATUS = "`status` and `since`"


def found_in(lines: str, name: str = "name: Oslo\n") -> list[Finding]:
    text = f"{name}country: 'NO'\n{lines}sources: [paper]\n"
    return [each for each in checked({PATH: text}).findings if each.severity == "error"]


@pytest.mark.parametrize(
    ("lines", "place", "code", "names", "parent"),
    [
        (
            "policies:\n  open-data:\n  status: completed\n  since: 2024-03\n  dig-once:\n",
            (5, 3),
            "unknown-reference",
            STATUS,
            "open-data",
        ),
        (
            "policies:\n  open-data:\n    status: completed\n  since: 2024-03\n",
            (6, 3),
            "unknown-reference",
            "`since`",
            "open-data",
        ),
        (
            f"{NORTH}steps:\n  plan:\n  status: completed\n\n  # so\n  since: 2024-03\n",
            (7, 3),
            "unknown-reference",
            STATUS,
            "plan",
        ),
        (
            f"{NORTH}  role: observer\n  joined: 2020\n  cohort: first\n",
            (5, 3),
            "unknown-reference",
            "`role`, `joined` and `cohort`",
            "north",
        ),
        (
            "policies:\n  open-data:\n  status: completed\n  sources: [paper]\n",
            (5, 3),
            "unknown-field",
            "`status` and `sources`",
            "open-data",
        ),
        (
            "location:\nlat: 59.9\nlon: 10.7\n",
            (4, 1),
            "unknown-field",
            "`lat` and `lon`",
            "location",
        ),
        ("location:\n  lat: 59.9\nlon: 10.7\n", (5, 1), "unknown-field", "`lon`", "location"),
        ("population:\nvalue: 5\n", (4, 1), "unknown-field", "`value`", "population"),
        ("policies:\nopen-data:\n", (4, 1), "unknown-field", "`open-data`", "policies"),
        (f"{NORTH}steps:\nplan: completed\n", (6, 1), "unknown-field", "`plan`", "steps"),
        (
            "notes:\n  - text:\n    en: A\n    nb: B\n",
            (5, 5),
            "unknown-field",
            "`en` and `nb`",
            "text",
        ),
        (
            f"{NORTH}steps:\n  plan:\n    status: completed\n    reviewed:\n    date: 2024\n",
            (9, 5),
            "unknown-field",
            "`date`",
            "reviewed",
        ),
    ],
)
def test_what_is_indented_too_little_is_told_once_with_where_it_belongs(
    lines: str, place: tuple[int, int], code: str, names: str, parent: str
) -> None:
    (found,) = found_in(lines)
    assert (found.location.line, found.location.column) == place
    assert found.code == code
    stand = "stand" if " and " in names else "stands"
    assert found.message == f"{names} {stand} beside `{parent}`, and not below it"
    assert found.hint == f"indent {names} under `{parent}`"
    assert [each.message for each in found.related] == ["they belong to this key"]
    indented = [
        f"  {line}" if number >= place[0] and f"`{line.split(':')[0].strip()}`" in names else line
        for number, line in enumerate(lines.split("\n"), 3)
    ]
    assert [each for each in found_in("\n".join(indented)) if each.code != "missing-field"] == []


def test_a_name_in_languages_is_told_once() -> None:
    (found,) = found_in("", "name:\nen: Oslo\nnb: Oslo\n")
    assert found.hint == "indent `en` and `nb` under `name`"


def test_the_fields_of_an_item_get_a_dash_too() -> None:
    (found,) = found_in("notes:\ndate: 2022\ntext: A note\n")
    assert found.hint == (
        "indent `date` and `text` under `notes`, the first one behind a dash and a space: "
        "`- date: ...`"
    )
    assert found_in("notes:\n  - date: 2022\n    text: A note\n") == []


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (
            "policies:\n  open-data: completed\n  since: completed\n",
            ["no policy `since`"],
        ),
        (
            "policies:\n  open-data: {status: completed}\n  since: completed\n",
            ["no policy `since`"],
        ),
        ("policies: {open-data: , status: completed}\n", ["no policy `status`"]),
        ("policies:\n  status: completed\n", ["no policy `status`"]),
        ("policies:\n  open-data:\n  opn-data:\n", ["no policy `opn-data`"]),
        ("policies:\nmayor: Jane Doe\n", ["`mayor` is not a field of a city"]),
        ("population:\nnote: x\n", ["`note` is not a field of a city"]),
        ("policies:\npopulaton: 5\n", ["`populaton` is not a field of a city"]),
    ],
)
def test_what_may_be_another_mistake_is_told_as_that(lines: str, messages: list[str]) -> None:
    assert [each.message for each in found_in(lines)] == messages


def test_a_policy_may_be_called_like_a_field() -> None:
    policy = "name: Status\nsources: [paper]\n"
    text = (
        "name: Oslo\ncountry: 'NO'\npolicies:\n  open-data:\n  status: completed\n"
        "sources: [paper]\n"
    )
    found = checked({"data/policies/status.yaml": policy, PATH: text}).findings
    assert [each.message for each in found if each.severity == "error"] == []
