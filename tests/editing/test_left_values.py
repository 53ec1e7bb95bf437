import pytest

from gsca_cli.documents.document import Document
from gsca_cli.documents.parse import parse
from gsca_cli.editing.left_values import left_values

OLD = "name: Oslo\nsteps:\n  plan: {status: unknown, since: 2022-05}\n"
WHY = "inferred: {steps.plan.since: a guess, steps.plan: another, country: a third}\n"


def document(text: str) -> Document:
    found = parse("oslo.yaml", text.encode())
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            OLD,
            OLD.replace("unknown", "completed"),
            ["oslo.yaml:3: `since: 2022-05` stays, of another status; is it still right?"],
        ),
        (
            OLD + WHY,
            OLD.replace("2022-05", "2026-11") + WHY,
            [
                "oslo.yaml:4: `steps.plan.since` is still called inferred; is it?",
                "oslo.yaml:4: `steps.plan` is still called inferred; is it?",
            ],
        ),
        (OLD, OLD.replace("unknown", "completed").replace("2022-05", "2026-11"), []),
        (OLD, OLD.replace("unknown, since: 2022-05", "completed"), []),
        (OLD, OLD.replace("{status: unknown, since: 2022-05}", "completed"), []),
        ("name: Oslo\n", OLD, []),
        (OLD + WHY, f"name: Oslo\n{WHY}", []),
        (OLD + WHY, OLD.replace("Oslo", "Rome") + WHY, []),
        (OLD, OLD, []),
        (
            "name: Oslo\n",
            OLD.replace("status: unknown, ", ""),
            ["oslo.yaml:3: `steps.plan` has no status, so it stays unknown: set it too"],
        ),
        ("name: Oslo\n", "policies:\n  dig-once: {since: 2022}\n", []),
        (
            OLD.replace("status: unknown, ", ""),
            OLD.replace("status: unknown, since: 2022-05", "since: 2023"),
            [],
        ),
    ],
)
def test_what_an_edit_leaves_is_told_if_it_may_not_hold(
    old: str, new: str, told: list[str]
) -> None:
    assert [*left_values(document(old), document(new))] == told
