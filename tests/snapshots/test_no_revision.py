import pytest

from gsca_cli.snapshots.no_revision import GIVE_ONE, no_revision

FIRST = "`git add` and `git commit` make the first"
HERE, BRANCH = "nothing is committed here yet", "nothing is committed on the branch at hand yet"
OTHER = "or give another one, such as `main`"


@pytest.mark.parametrize(
    ("revision", "names", "begun", "said"),
    [
        ("HEAD", [], False, f"{HERE}; {FIRST}"),
        ("v1", [], False, f"{HERE}; {FIRST}"),
        ("HEAD", ["main"], False, f"{BRANCH}; {FIRST}, {OTHER}"),
        ("HEAD~1", ["main"], False, f"{BRANCH}; {FIRST}, {OTHER}"),
        ("v1", ["main"], False, f"there is no revision `v1`; {GIVE_ONE}"),
        ("mian", ["main"], False, "there is no revision `mian`; did you mean `main`?"),
        ("HEAD~1", [], True, f"there is no revision `HEAD~1`; {GIVE_ONE}"),
        ("mian", ["v1", "main"], True, "there is no revision `mian`; did you mean `main`?"),
    ],
)
def test_it_is_said_why_there_is_no_commit(
    revision: str, names: list[str], *, begun: bool, said: str
) -> None:
    assert no_revision(revision, names, begun=begun) == said


def test_a_tag_of_something_else_is_no_near_name_of_itself() -> None:
    assert no_revision("tree", ["tree", "three"]) == (
        f"`tree` is the name of something else than a commit; {GIVE_ONE}"
    )
