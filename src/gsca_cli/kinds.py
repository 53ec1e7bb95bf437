"""The kinds of record an alliance keeps."""

from enum import StrEnum


class Kind(StrEnum):
    """What a record is about; `ALLIANCE` is what the whole repository shares."""

    CITY = "city"
    REGION = "region"
    POLICY = "policy"
    PRINCIPLE = "principle"
    TRACK = "track"
    PROGRAMME = "programme"
    PARTNER = "partner"
    SOURCE = "source"
    ALLIANCE = "alliance"

    @property
    def plural(self) -> str:
        """The word for several of them, as in `5 cities`."""
        return f"{self[:-1]}ies" if self.endswith("y") else f"{self}s"

    @property
    def one(self) -> str:
        """The word with its article, as in `a city`, `an alliance`."""
        return f"{'an' if self[0] in 'aeiou' else 'a'} {self}"
