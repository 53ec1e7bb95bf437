import pytest
from small_alliance import FILES, findings, hints

from gsca_cli.checks.registry import ALL_CHECKS


def changes(checks: str) -> dict[str, str | bytes | None]:
    """The settings, with how much some checks matter."""
    return {"gsca.yaml": f"{FILES['gsca.yaml']}checks:\n  {checks}\n"}


def test_a_code_that_no_check_has_is_reported_at_its_key() -> None:
    assert findings(changes("stale-sate: silent")) == [
        "gsca.yaml:3:3 unknown-code: no check has the code `stale-sate`"
    ]
    assert hints(changes("stale-sate: silent")) == [
        ("gsca.yaml:3:3 unknown-code => did you mean `stale-state`? `gsca explain` lists the codes")
    ]


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert hints(changes("zzz: error")) == [
        "gsca.yaml:3:3 unknown-code => `gsca explain` lists the codes"
    ]


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.code)
def test_the_code_of_every_check_is_known(check: object) -> None:
    code = getattr(check, "code", "")
    assert code
    assert findings(changes(f"{code}: notice")) == []


def test_each_unknown_code_is_a_finding() -> None:
    found = findings(changes("zzz: error\n  overdue: silent\n  yyy: silent"))
    assert [each.partition(" ")[0] for each in found] == ["gsca.yaml:3:3", "gsca.yaml:5:3"]
