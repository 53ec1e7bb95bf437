"""What a command costs, as far as a test can know it."""

import sys
from pathlib import Path

import pytest
from benchmarks.measure import Cost, measure, middle


def test_a_process_is_measured_with_its_children_and_its_exit_code(tmp_path: Path) -> None:
    child = "x = bytearray(150 * 1024 * 1024)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); exit(3)"
    cost = measure([sys.executable, "-c", parent], tmp_path)
    assert cost.code == 3
    assert cost.peak > 150
    assert cost.cpu > 0
    assert cost.wall > 0


def test_a_command_runs_in_the_folder_as_often_as_is_said_and_silently(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cost = measure([sys.executable, "-c", "open('here', 'a').write('x'); print('!')"], tmp_path)
    assert (tmp_path / "here").read_text("utf-8") == "x" * cost.runs
    assert capfd.readouterr() == ("", "")


def test_the_median_of_each_figure_counts() -> None:
    costs = [Cost(1, 9, 30, 0), Cost(2, 8, 20, 0), Cost(9, 7, 10, 1)]
    assert middle(costs) == Cost(cpu=2, wall=8, peak=20, code=1, runs=3)


def test_a_signal_is_an_exit_code_too(tmp_path: Path) -> None:
    words = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert measure([sys.executable, "-c", words], tmp_path).code == -9
