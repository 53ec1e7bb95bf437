import os
from pathlib import Path

import pytest
from gsca import Gsca

from gsca_cli.cli.result_file import write_result
from gsca_cli.errors import UsageError


@pytest.mark.parametrize(
    ("output", "kept"),
    [
        ("gsca.yaml", "records stand"),
        ("data/cities/oslo.yaml", "records stand"),
        ("data/cities/../../gsca.yaml", "records stand"),
        ("data/notes.md", "records stand"),
        ("templates/region.md.j2", "templates stand"),
    ],
)
def test_a_result_never_takes_the_place_of_what_people_write(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, output: str, kept: str
) -> None:
    monkeypatch.chdir(small.root)
    before = {path: path.read_bytes() for path in small.root.rglob("*") if path.is_file()}
    ran = small("report", "oslo", "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"gsca: --output `{output}`: {kept} there; give another file\n"
    assert {path: path.read_bytes() for path in small.root.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_a_record_is_as_good_as_the_record(small: Gsca, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.md"
    link.symlink_to(small.root / "gsca.yaml")
    with pytest.raises(UsageError):
        write_result("text", str(link))


def test_any_other_file_is_written(
    small: Gsca, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(small.root)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for output in (str(elsewhere / "data.md"), "report.md", "gsca.yaml.md"):
        assert small("report", "oslo", "-o", output).code == 0
        assert Path(output).read_text("utf-8").startswith("# Oslo\n")
