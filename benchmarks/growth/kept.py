"""The figures of `docs/scale.md`, and the file that keeps them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from benchmarks.growth.cells import Carried
from benchmarks.growth.stand import Stand
from benchmarks.measure import Cost
from benchmarks.results import Figure

SCALE: Final = Path(__file__).parents[1] / "scale.json"


@dataclass
class Kept:
    """All that was measured, and what on."""

    taken: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    stands: list[Stand] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    narrow: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """Keep them as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """What was kept."""
        data = json.loads(path.read_text("utf-8"))
        stands = [_stand(each) for each in data.pop("stands")]
        return cls(**data | {"stands": stands, "carried": list(_carried(data.pop("carried")))})


def _stand(data: dict[str, Any]) -> Stand:
    figures = [
        Figure(**{**each, "cost": Cost(**each["cost"]) if each["cost"] else None})
        for each in data.pop("figures")
    ]
    return Stand(**data, figures=tuple(figures))


def _carried(data: Iterable[dict[str, Any]]) -> Iterable[Carried]:
    for each in data:
        matrix = {name: Cost(**cost) for name, cost in each.pop("matrix").items()}
        yield Carried(**each, matrix=matrix)
