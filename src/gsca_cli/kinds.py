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


def counted(number: int, kind: Kind) -> str:
    """A number and the word that agrees with it: `1 city`, `2 cities`."""
    return f"{number} {kind if number == 1 else kind.plural}"
