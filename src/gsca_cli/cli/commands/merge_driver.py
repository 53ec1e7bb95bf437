"""gsca merge-driver: how git merges the files of records."""

from pathlib import Path
from typing import Annotated

from gsca_cli.cli.declared import Argument, Option
from gsca_cli.cli.messages import tell
from gsca_cli.cli.whole_file import write_file
from gsca_cli.documents.merge import ByLines, MergeJob
from gsca_cli.documents.merging.versions import Versions
from gsca_cli.editing.merging import MergedFile, merge_lines, merge_record
from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.line_merge import merge_texts


def command(
    ancestor: Annotated[Path, Argument(metavar="ANCESTOR", help="The file as it was.")],
    ours: Annotated[
        Path, Argument(metavar="OURS", help="As we have it; the result is written there.")
    ],
    theirs: Annotated[Path, Argument(metavar="THEIRS", help="As they have it.")],
    path: Annotated[
        str | None, Option(metavar="PATH", help="Where the file stands in the repository.")
    ] = None,
    marker_size: Annotated[
        int,
        Option(metavar="N", min=1, max=1000, help="How many signs a conflict marker begins with."),
    ] = 7,
) -> int:
    """Merge two versions of a record by its values; git calls this, people need not.

    Changes of different values merge. Where both changed one value, markers stand around it, and
    the exit code is 1. The page on merging (docs/merging.md) says how to set it up.

    Example: gsca merge-driver base.yaml ours.yaml theirs.yaml
    """
    contents = Versions(*(_read(file) for file in (ancestor, ours, theirs)))
    folder = Path.cwd()

    def lines(versions: Versions) -> ByLines:
        return ByLines(*merge_texts(folder, *versions, marker_size))

    job = MergeJob(path or str(ours), contents, lines, marker_size)
    # Whatever happens from here on, git finds both sides in the file.
    by_lines = merge_lines(job)
    write_file(by_lines.content, ours)
    return _put(merge_record(job, by_lines), ours)


def _put(outcome: MergedFile, ours: Path) -> int:
    write_file(outcome.content, ours)
    for line in outcome.words:
        tell(line)
    return int(not outcome.is_clean)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"cannot read {file}: {error.strerror or error}"
        raise CannotRunError(message) from error
