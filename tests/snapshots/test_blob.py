from pathlib import Path

import pytest
from git_repository import GitRepository

from gsca_cli.snapshots.blob import blob_id


@pytest.mark.parametrize("form", ["sha1", "sha256"])
@pytest.mark.parametrize("content", [b"", b"name: Oslo\r\n", "加賀\0".encode()])
def test_a_content_has_the_id_that_git_gives_it(tmp_path: Path, form: str, content: bytes) -> None:
    repository = GitRepository(tmp_path, f"--object-format={form}")
    name = repository.run("hash-object", "--stdin", given=content)
    assert blob_id(content, repository.run("hash-object", "--stdin")) == name
