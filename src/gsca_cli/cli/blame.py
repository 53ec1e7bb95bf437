"""What `gsca show --blame` writes: a record, and which commit gave each of its values."""

from pathlib import Path

from gsca_cli.alliance.brief import Brief
from gsca_cli.analysis.life.blame import blamed
from gsca_cli.analysis.record import ShownRecord
from gsca_cli.cli.opening import Opened
from gsca_cli.cli.past import chronicle_at, past_of
from gsca_cli.render.as_blame import blame_csv, blame_json, render_blame


def with_blame(
    opened: Opened, root: Path | None, brief: Brief, shown: ShownRecord, form: str
) -> str:
    """A record as text, JSON or CSV, each value with its commit.

    Raises:
        CannotRunError: git cannot say.
    """
    alliance = opened.checked.alliance
    chronicle = chronicle_at(opened, root, alliance)
    now = chronicle.versions.read(alliance.entry(brief))
    found = blamed(shown, now, past_of(alliance, chronicle, brief).past)
    render = {"json": blame_json, "csv": blame_csv, "text": render_blame}[form]
    return render(found)
