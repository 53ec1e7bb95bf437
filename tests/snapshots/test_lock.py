import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from gsca_cli.errors import CannotRunError
from gsca_cli.snapshots.lock import PAUSE, holding, is_held


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "edit.lock"


def test_one_holds_it_at_a_time(lock: Path) -> None:
    assert not is_held(lock)
    assert not lock.exists()
    with holding(lock, 0):
        assert is_held(lock)
        with (
            pytest.raises(CannotRunError, match="another gsca command is editing these files"),
            holding(lock, 0),
        ):
            pass
    assert not is_held(lock)
    with holding(lock, 0):
        pass


def test_it_is_given_back_after_an_error(lock: Path) -> None:
    with pytest.raises(KeyboardInterrupt), holding(lock, 0):
        raise KeyboardInterrupt
    assert not is_held(lock)


def test_who_is_patient_waits_for_it(lock: Path) -> None:
    order = []

    def wait() -> None:
        with holding(lock, 30):
            order.append("who waits")

    waiting = Thread(target=wait)
    with holding(lock, 0):
        waiting.start()
        waiting.join(3 * PAUSE)
        order.append("who holds")
    waiting.join()
    assert order == ["who holds", "who waits"]


def test_it_ends_with_its_holder(lock: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path\n"
        "from gsca_cli.snapshots.lock import holding\n"
        "with holding(Path(sys.argv[1]), 0):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    words = [sys.executable, "-c", program, str(lock)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        assert is_held(lock)
        holder.kill()
    assert not is_held(lock)
    with holding(lock, 0):
        pass


def test_a_lock_that_somebody_removed_is_made_again(lock: Path) -> None:
    with holding(lock, 0):
        lock.unlink()
        with holding(lock, 0):
            assert is_held(lock)


def test_a_lock_removed_while_it_is_taken_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "edit.lock"
    samestat = os.path.samestat
    asked = []

    def remove_first(one: os.stat_result, other: os.stat_result) -> bool:
        asked.append(one)
        if len(asked) == 1:
            path.unlink()
            path.touch()
            one = path.lstat()
        return samestat(one, other)

    monkeypatch.setattr(os.path, "samestat", remove_first)
    with holding(path, 30):
        assert is_held(path)
    assert len(asked) == 2


def test_a_link_in_its_place_is_not_followed(lock: Path, tmp_path: Path) -> None:
    lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotRunError, match=r"cannot write .*edit\.lock"), holding(lock, 0):
        pass
    assert not (tmp_path / "elsewhere").exists()
    assert not is_held(lock)


def test_a_lock_that_cannot_be_had_says_why(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotRunError, match=r"edit\.lock: No such file or directory"),
        holding(tmp_path / "nowhere/edit.lock", 0),
    ):
        pass
