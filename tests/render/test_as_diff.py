import pytest

from gsca_cli.render.as_diff import render_diff
from gsca_cli.snapshots.changes import FileChange

NO_BREAK = "\\ No newline at end of file\n"


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        (b"a\nb\n", b"a\nc\n", "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        (None, b"a\n", "--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n"),
        (b"a\n", None, "--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"),
        (b"a", b"a\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        (b"a\r\n", b"b\r\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\r\n+b\r\n"),
        (
            "é加".encode(),
            "👍".encode(),
            f"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-é加\n{NO_BREAK}+👍\n{NO_BREAK}",
        ),
        (b"a\x0cb\n", b"c\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\\x0cb\n+c\n"),
        (b"\xff\n", b"\x1b[31m\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\\xff\n+\\x1b[31m\n"),
        (
            "a\u202eb\u061c\n".encode(),
            "\x9b\u200f\u2028\uffff\n".encode(),
            "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\\u202eb\\u061c\n+\\x9b\\u200f\\u2028\\uffff\n",
        ),
        # The mark that a file begins with is a part of the line that `git apply` looks for.
        (
            "\ufeffa\ufeff\n".encode(),
            "\ufeffb\n".encode(),
            "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\ufeffa\\ufeff\n+\ufeffb\n",
        ),
        (b"a\n", b"a\n", ""),
    ],
)
def test_what_goes_and_what_comes(before: bytes | None, after: bytes | None, diff: str) -> None:
    assert render_diff([FileChange("x", before, after)]) == diff
