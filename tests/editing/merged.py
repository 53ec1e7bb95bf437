"""Three texts merged as git would have them merged."""

from pathlib import Path

from gsca_cli.documents.merge import ByLines, MergeJob
from gsca_cli.documents.merging.versions import Versions
from gsca_cli.editing.merging import MergedFile, merge_lines, merge_record
from gsca_cli.snapshots.line_merge import merge_texts

PATH = "data/cities/cali.yaml"
_FOLDER = Path(__file__).parent


def job(base: bytes, ours: bytes, theirs: bytes, path: str = PATH, size: int = 7) -> MergeJob:
    """Three versions, whose lines git merges."""

    def lines(versions: Versions) -> ByLines:
        return ByLines(*merge_texts(_FOLDER, *versions, size))

    return MergeJob(path, Versions(base, ours, theirs), lines, size)


def merged(base: str, ours: str, theirs: str, path: str = PATH, size: int = 7) -> MergedFile:
    """What becomes of three texts."""
    given = job(base.encode(), ours.encode(), theirs.encode(), path, size)
    return merge_record(given, merge_lines(given))


def clean(base: str, ours: str, theirs: str, path: str = PATH) -> str:
    """The text that three texts become, which must need no person and no word."""
    outcome = merged(base, ours, theirs, path)
    assert (outcome.is_clean, outcome.words) == (True, [])
    return outcome.content.decode()


def conflict(base: str, ours: str, theirs: str, path: str = PATH) -> tuple[str, list[str]]:
    """The text with markers that three texts become, and what is said of it."""
    outcome = merged(base, ours, theirs, path)
    assert not outcome.is_clean
    return outcome.content.decode(), list(outcome.words)
