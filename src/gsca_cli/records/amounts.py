"""Numbers as people write them in words: with a unit, a direction, or how sure they are."""

import re
from typing import Final
from unicodedata import normalize

_LONGEST: Final = 60
# The patterns are compiled where somebody writes a number so: values are read at each start.
_MILLIONS: Final = {"million", "millions", "mio", "mn", "m", "millón", "millones", "milhões"}
_THOUSANDS: Final = {"thousand", "k", "tsd", "mil"}
_ABOUT: Final = "about|around|approx(?:imately|\\.)?|circa|ca\\.?|nearly|almost|[~≈]"
_MORE: Final = "more than|over|above|>"
_LESS: Final = "less than|fewer than|under|below|<"
_PERCENT: Final = "%|percent|per cent|pct|por ciento|por cento|pour cent|prozent"
_DIGITS: Final = r"[0-9]{1,3}(?:[., '][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]+)?"
_COUNTED: Final = (
    rf"(?:(?:{_ABOUT}|{_MORE}|{_LESS}) ?)?(?P<number>{_DIGITS}) ?(?P<scale>[^\W\d_]*)\+?"
)
_AMOUNT: Final = (
    rf"(?:(?P<about>{_ABOUT})|(?P<more>{_MORE})|(?P<less>{_LESS}))? ?"
    rf"(?P<number>[0-9]+(?:[.,][0-9]+)?) ?(?:{_PERCENT})?"
)
_DEGREES: Final = (
    r"(?P<degrees>-?[0-9]+(?:[.,][0-9]+)?) ?°? ?(?:(?P<minutes>[0-9]+(?:\.[0-9]+)?) ?['′’] ?)?"  # noqa: RUF001
    r"(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?) ?(?:[\"″”]|['′’]{2}))? ?(?P<side>[NSEWO]?)"  # noqa: RUF001
)


def count_within(text: str) -> str:
    """The whole number of `about 5000`, `1.2M` or `3.5 million`; nothing if it is none."""
    found = re.fullmatch(_COUNTED, _plain(text), re.IGNORECASE)
    scale = found["scale"].lower() if found else ""
    if not found or (scale and scale not in _MILLIONS | _THOUSANDS):
        return ""
    digits = found["number"]
    if scale:
        value = round(
            float(digits.replace(",", ".")) * (1_000_000 if scale in _MILLIONS else 1_000), 3
        )
        return str(int(value)) if value.is_integer() else ""
    return re.sub(r"[^0-9]", "", digits) if re.fullmatch(_GROUPED, digits) else ""


_GROUPED: Final = r"[0-9]+(?:[., '][0-9]{3})*"


def amount_meant(text: str) -> str:
    """A quantity in our form: `about 33` is `~33`, `< 25 %` is `<25`; nothing if it is none."""
    found = re.fullmatch(_AMOUNT, _plain(text), re.IGNORECASE)
    if not found:
        return ""
    sign = "~" if found["about"] else ">" if found["more"] else "<" if found["less"] else ""
    return sign + found["number"].replace(",", ".")


def degrees_meant(text: str) -> str:
    """A coordinate in degrees: `10.7° W` is -10.7, `59°54'N` is 59.9; nothing if it is none."""
    found = re.fullmatch(_DEGREES, _plain(text), re.IGNORECASE)
    if not found:
        return ""
    parts = [float((found[name] or "0").replace(",", ".")) for name in _PARTS]
    value = abs(parts[0]) + parts[1] / 60 + parts[2] / 3600
    # In Spanish and Portuguese, west is `oeste`.
    is_negative = found["degrees"].startswith("-") or found["side"].upper() in {"S", "W", "O"}
    return f"{'-' if is_negative else ''}{round(value, 4):g}"


_PARTS: Final = ("degrees", "minutes", "seconds")


def _plain(text: str) -> str:
    return normalize("NFKC", text[:_LONGEST]).strip()
