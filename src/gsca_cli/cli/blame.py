"""What `gsca show --blame` writes: a record, and which commit gave each of its values."""

from gsca_cli.alliance.alliance import Alliance
from gsca_cli.alliance.brief import Brief
from gsca_cli.analysis.life.blame import blamed
from gsca_cli.analysis.life.versions import Version
from gsca_cli.analysis.record import ShownRecord
from gsca_cli.cli.past import archive_of, past_of
from gsca_cli.render.as_blame import blame_csv, blame_json, render_blame
from gsca_cli.snapshots.worktree import Worktree


def with_blame(
    worktree: Worktree, alliance: Alliance, brief: Brief, shown: ShownRecord, form: str
) -> str:
    """A record as text, JSON or CSV, each value with its commit.

    Raises:
        CannotRunError: git cannot say.
    """
    record = past_of(alliance, archive_of(worktree), brief)
    found = blamed(shown, Version(alliance.entry(brief)), record.past)
    render = {"json": blame_json, "csv": blame_csv, "text": render_blame}[form]
    return render(found)
