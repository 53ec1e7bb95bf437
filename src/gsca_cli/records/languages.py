"""The language codes of two letters of ISO 639-1, as CLDR lists them."""

from itertools import groupby
from typing import Final

LANGUAGE_CODES: Final = frozenset(
    """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv
cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho
hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku
kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl
sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve
vi vo wa wo xh yi yo za zh zu
""".split()  # noqa: SIM905 (184 strings would be a column of commas)
)
"""Those that CLDR has a name for; a test compares them. Three letters are not looked up."""


def _by_first_letter(codes: frozenset[str]) -> str:
    """A pattern for codes of two letters: short, since every editor gets it."""
    groups = groupby(sorted(codes), key=lambda code: code[0])
    return "|".join(f"{first}[{''.join(code[1] for code in group)}]" for first, group in groups)


LANGUAGE_TAG: Final = rf"^({_by_first_letter(LANGUAGE_CODES)}|[a-z]{{3}})(-[A-Za-z0-9]{{2,8}})*$"
"""A tag of BCP 47: the code of a language, and what parts of it follow."""
