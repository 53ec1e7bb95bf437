"""Many writers at once, and writers that are killed at random moments."""

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest
from snapshots.edits import found_alliance, held, left_over, only_recover

WRITERS: Final = 8
STEPS: Final = 6
KILLS: Final = 25
PATHS: Final = [f"data/cities/{name}.yaml" for name in ("oslo", "lima", "cali")]


@pytest.fixture(params=[1, 3], ids=["one file", "three files"])
def paths(request: pytest.FixtureRequest) -> list[str]:
    return PATHS[: request.param]


def start(root: Path, steps: int, paths: list[str]) -> subprocess.Popen[str]:
    """A process that counts in files."""
    program = Path(__file__).with_name("counting.py")
    words = [sys.executable, str(program), str(root), str(steps), *paths]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_writers_at_once_lose_nothing(tmp_path: Path, paths: list[str]) -> None:
    root = found_alliance(tmp_path, dict.fromkeys(paths, b"0"))
    writers = [start(root, STEPS, paths) for _ in range(WRITERS)]
    told = [int(line) for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    assert sorted(told) == list(range(WRITERS * STEPS))
    assert held(root) == dict.fromkeys(paths, b"%d" % (WRITERS * STEPS))
    assert not left_over(root)


def test_a_writer_killed_at_random_moments_loses_nothing_that_it_told(
    tmp_path: Path, paths: list[str]
) -> None:
    root = found_alliance(tmp_path, dict.fromkeys(paths, b"0"))
    moments = random.Random(7)  # noqa: S311 (the same moments in every run)
    last = 0
    for _ in range(KILLS):
        with start(root, 1_000, paths) as writer:
            assert writer.stdout
            assert writer.stderr
            told = writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.02))
            writer.kill()
            # `communicate` would not see what was read beyond the first line.
            told += writer.stdout.read()
            assert (writer.wait(), writer.stderr.read()) == (-9, "")
        steps = [int(line) for line in told.split()]
        # An edit that was interrupted may have been made without having been told.
        assert steps[0] in {last, last + 1}
        assert steps == list(range(steps[0], steps[0] + len(steps)))
        last = steps[-1] + 1
    only_recover(root)
    (content,) = set(held(root).values())
    assert int(content) in {last, last + 1}
    assert not left_over(root)
