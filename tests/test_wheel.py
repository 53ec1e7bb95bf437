"""A wheel of gsca, installed elsewhere, works on any alliance repository."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import dev
import pytest
from gsca import ROOT, Gsca

HEALTH = ROOT / "tests" / "alliances" / "health"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `gsca` of a new environment that knows nothing of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    environment = folder / "environment"
    # The pip of this one can install there too: it need not be set up for that.
    venv.create(environment)
    pip = [sys.executable, "-m", "pip", "--python", str(dev.python_of(environment))]
    build = [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = folder.glob("gsca_cli-*.whl")
    dev.install(pip, str(wheel))
    return dev.python_of(environment).with_name("gsca")


def run(installed: Path, root: Path, *words: str) -> str:
    command = [str(installed), *words, "--root", str(root), "--today", "2024-06-01"]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", cwd=installed.parent, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_it_reports_on_this_alliance_as_the_checkout_does(installed: Path, shipped: Gsca) -> None:
    assert run(installed, ROOT, "report", "latam") == shipped.out("report", "latam")


def test_it_brings_its_templates_to_an_alliance_that_has_none(installed: Path) -> None:
    expected = (ROOT / "tests" / "golden" / "health-region-costa.json").read_text("utf-8")
    options = ["--lang", "en", "--since", "2024", "--format", "json"]
    assert json.loads(run(installed, HEALTH, "report", "costa", *options)) == json.loads(expected)
    assert run(installed, HEALTH, "report", "sur").startswith("# ")


def test_it_brings_the_scripts_and_the_table_of_completion(installed: Path) -> None:
    for words, answer in (
        (["completion", "fish"], "complete -c gsca"),
        (["__complete", "zsh", "exp"], "explain\tExplain the code of a finding"),
    ):
        done = subprocess.run(
            [str(installed), *words], capture_output=True, text=True, cwd=HEALTH, check=True
        )
        assert answer in done.stdout


def test_it_runs_nothing_from_the_folder_it_is_called_in(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "gsca_cli.py").write_text("raise SystemExit('loaded')\n")
    (tmp_path / "jinja2.py").write_text("raise SystemExit('loaded')\n")
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "region.md.j2").write_text("{{ region.id }}\n")
    for source in HEALTH.rglob("*.y*ml"):
        target = tmp_path / source.relative_to(HEALTH)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    done = subprocess.run(
        [str(installed), "report", "sur"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (done.stdout, done.returncode) == ("sur\n", 0)
