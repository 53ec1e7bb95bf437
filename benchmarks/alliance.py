"""A made-up alliance: its size, its seed and its mistakes say every byte of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks import city
from benchmarks.ground import ground
from benchmarks.mistakes import Planted, plant
from benchmarks.places import MOST


@dataclass(frozen=True)
class Alliance:
    """As many cities as asked for, some of them with a mistake each."""

    cities: int
    seed: int = 7
    broken: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be made."""
        if not 1 <= self.cities <= MOST:
            message = f"there can be 1 to {MOST} cities"
            raise ValueError(message)
        if not 0 <= self.broken <= self.cities:
            message = "a city has one mistake at most"
            raise ValueError(message)

    def files(self, ages: Mapping[int, int] | None = None) -> Iterator[tuple[str, str]]:
        """The path and the text of every file, the cities as old as given."""
        yield from ground()
        for number in range(self.cities):
            yield self.city(number, (ages or {}).get(number, 0))

    def city(self, number: int, age: int = 0) -> tuple[str, str]:
        """The path of a city, and its text at an age."""
        path, text = city.path(number), city.text(number, self.seed, age)
        mistake = self._mistake(number)
        return path, text if mistake is None else plant(path, text, mistake)[0]

    def planted(self) -> Iterator[Planted]:
        """Where the mistakes are."""
        for number in range(self.cities):
            mistake = self._mistake(number)
            if mistake is not None:
                text = city.text(number, self.seed)
                yield plant(city.path(number), text, mistake)[1]

    def _mistake(self, number: int) -> int | None:
        """Which mistake a city has, if any: they are spread evenly."""
        before, after = (each * self.broken // self.cities for each in (number, number + 1))
        return before if after > before else None
