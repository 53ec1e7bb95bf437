"""The id that git gives to a content: what is at hand need not be asked for."""

from typing import Final

SHA1: Final = "0" * 40
"""An id such as those of most repositories; the others have ids of SHA-256."""


def blob_id(content: bytes, like: str) -> str:
    """The id of a content, in a repository with ids such as this one."""
    import hashlib  # noqa: PLC0415 (it loads OpenSSL; who remembers nothing asks for no id)

    heading = b"blob %d\0" % len(content)
    if len(like) == len(SHA1):
        return hashlib.sha1(heading + content, usedforsecurity=False).hexdigest()
    return hashlib.sha256(heading + content).hexdigest()
