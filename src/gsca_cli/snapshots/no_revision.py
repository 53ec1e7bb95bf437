"""Why there is no commit of a name, and what to do."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from gsca_cli.findings import shown

GIVE_ONE: Final = "give a commit, a branch or a tag"
_FIRST: Final = "`git add` and `git commit` make the first"
_LONGEST_NAME: Final = 100
_ALIKE: Final = 0.7


def no_revision(revision: str, names: Sequence[str] = (), *, begun: bool = True) -> str:
    """Why a revision names no commit; `names` are those of branches and tags.

    Where the branch at hand is not `begun`, nobody need have asked for its `HEAD`.
    """
    if not begun and not names:
        return f"nothing is committed here yet; {_FIRST}"
    if not begun and revision.startswith("HEAD"):
        other = f"or give another one, such as {shown(names[0])}"
        return f"nothing is committed on the branch at hand yet; {_FIRST}, {other}"
    if revision in names:
        return f"{shown(revision)} is the name of something else than a commit; {GIVE_ONE}"
    is_short = len(revision) <= _LONGEST_NAME
    near = get_close_matches(revision, names, n=1, cutoff=_ALIKE) if is_short else []
    cure = f"did you mean `{near[0]}`?" if near else GIVE_ONE
    return f"there is no revision {shown(revision)}; {cure}"
