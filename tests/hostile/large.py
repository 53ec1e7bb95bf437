"""Large files, and many files, that a stranger may send."""

from collections.abc import Callable, Mapping
from typing import Final

from hostile.inputs import CITY, NAMING, TRACK, Files, X, Y, city, many, nested

MEBIBYTE: Final = 1 << 20
"""The largest file that is read."""

Maker = Callable[[], Files]
"""Makes files, by path: contents of a megabyte are made only where they are used."""


def _filled(piece: str | bytes, start: str = "", end: str = "") -> Files:
    """A file of the largest size, nearly all of it repetitions of a piece."""
    repeated = piece if isinstance(piece, bytes) else piece.encode()
    room = MEBIBYTE - len(start.encode()) - len(end.encode())
    return {X: start.encode() + repeated * (room // len(repeated)) + end.encode()}


def _in_a_note(piece: str, end: str = "") -> Files:
    """A good city with one note as long as the file may be."""
    return _filled(piece, f'{CITY}notes: ["x', f'{end}"]\n')


def _alike(index: int, letters: int = 100) -> str:
    """Words of two letters each: to find the nearest of them takes as long as it can."""
    return (f"{index:014b}".replace("0", "a").replace("1", "b") * 8)[:letters]


_MEMBERS = {
    f"data/cities/c{index}.yaml": (
        f"name: C{index}\ncountry: SE\nsources: [paper]\nregions: {{north: r999}}\n".encode()
    )
    for index in range(100)
}

QUICK: Mapping[str, Maker] = {
    "a megabyte of brackets": lambda: _filled("["),
    "a megabyte of empty lists": lambda: _filled("[],", "a: ["),
    "a megabyte of maps in lists": lambda: _filled("[{a: [{"),
    "a megabyte of dashes": lambda: _filled("- "),
    "a megabyte of question marks": lambda: _filled("? "),
    "a megabyte of colons": lambda: _filled(": "),
    "a megabyte of quotes": lambda: _filled("'", "a: "),
    "a megabyte of escapes": lambda: _filled("\\", 'a: "'),
    "a megabyte of letters": lambda: _filled("a"),
    "a megabyte of words": lambda: _filled("a "),
    "a megabyte of lines of words": lambda: _filled("a\n "),
    "a megabyte of blank lines": lambda: _filled("\n"),
    "a megabyte of blanks": lambda: _filled(" "),
    "a megabyte of blank lines in a block text": lambda: _filled("  \n", "a: |\n"),
    "a megabyte of block texts": lambda: _filled("- |\n  \n", "a:\n"),
    "a megabyte of comments": lambda: _filled("#\n"),
    "a megabyte of anchors": lambda: _filled("&a "),
    "a megabyte of aliases": lambda: _filled("*a, ", "a: ["),
    "a megabyte of tags": lambda: _filled("!a ", "a: ["),
    "a tag of a megabyte": lambda: _filled("a", "a: !"),
    "a key of a megabyte": lambda: _filled("a", "? ", "\n: b\n"),
    "a million keys": lambda: {X: many(1_000_000, "k{0}: ", "\n").encode()},
    "as many keys as fit": lambda: {X: many(95_000, "k{0}: ", "\n").encode()},
    "merge conflicts": lambda: _filled("<<<<<<< a\n>>>>>>> b\n"),
    "control characters": lambda: _filled("\x01\x02"),
    "bytes that are no UTF-8, at the end": lambda: {X: b"a\n" * 500_000 + b"\xff"},
    "a text of 10 MB": lambda: city(f"notes: [{'x' * 10_000_000}]"),
    "a number of a million digits": lambda: _filled("9", f"{CITY}population: "),
    "a date of a megabyte": lambda: _filled("2", f"{CITY}regions: {{north: {{joined: '", "'}}\n"),
    "an anchor of a megabyte": lambda: _filled("a", "a: &"),
    "a fraction of a million digits": lambda: _filled(
        "3", f"{CITY}location: {{lon: 1, lat: 0.", "}"
    ),
    "a claim of a million digits": lambda: _filled(
        "9", f"{CITY}claims: [{{count: cities, value: '", "'}]\n"
    ),
    "a text of a megabyte": lambda: _in_a_note("x"),
    "joiners in a wrong value": lambda: _filled("a\u200d", f"{CITY}population: "),
    "addresses without an end": lambda: _in_a_note("a@"),
    "addresses of hosts without an end": lambda: _in_a_note("a.", "@"),
    "addresses on hosts without an end": lambda: _filled("a.", f'{CITY}notes: ["a@', '"]\n'),
    "digits after a plus": lambda: _in_a_note("+1 2 3 4"),
    "telephones without numbers": lambda: _in_a_note("tel. "),
    "links": lambda: _in_a_note("https://a "),
    "9,900 routes to nothing": lambda: city(f"inferred: {{{many(9_900, 'steps.s{0}: x')}}}"),
    "steps of selections that disagree": lambda: city(
        f"policies: {{{many(1_600, 'p{0}: {{steps: {{letter: completed}}}}')}}}\n"
        f"steps: {{{many(3_200, 's{0}: to-be-developed')}}}"
    ),
    "marks of quotation": lambda: _filled("''", "name: '", "'\ncountry: SE\n"),
}
"""One hostile file each, as large as a file may be, which is soon read or refused."""

LARGE: Mapping[str, Maker] = {
    # Keys, and what stands before values.
    "keys that all stand twice": lambda: _filled("a:\n"),
    "keys that are numbers": lambda: _filled("1:\n"),
    "lists under one key": lambda: _filled("a: [1,1,1,1,1,1,1,1]\n"),
    # Values.
    "accents out of order in a date": lambda: city(
        f"regions: {{north: {{joined: 'a{chr(0x315) * 150_000}{chr(0x300) * 150_000}'}}}}"
    ),
    "accents out of order in a name": lambda: {
        X: f"name: a{chr(0x315) * 150_000}{chr(0x300) * 150_000}\ncountry: NO\n".encode()
    },
    "accents out of order in a note": lambda: city(
        f"notes: [a{chr(0x315) * 150_000}{chr(0x300) * 150_000}]"
    ),
    "letters that cannot be seen": lambda: _in_a_note("a\u200b"),
    "spaces of an odd kind": lambda: _in_a_note("a\u00a0"),
    "spaces before an odd one": lambda: _in_a_note(" ", "\u00a0a"),
    "spaces before a line break": lambda: _in_a_note(" ", "\\n a"),
    "accents apart from their letters": lambda: _in_a_note(" e\u0301"),
    "words of mixed letters": lambda: _in_a_note(" a\u043e"),
    "letters read in a wrong encoding": lambda: _in_a_note("\u00c3\u00a1"),
    "letters lost in a wrong encoding": lambda: _in_a_note("\ufffd"),
    "addresses": lambda: _in_a_note("a@b.cc "),
    "a link of dots with a space": lambda: city(
        f"steps: {{plan: {{evidence: ['http://{'a.' * 200_000} x']}}}}"
    ),
    "half a link of dots with a space": lambda: city(
        f"steps: {{plan: {{evidence: ['http:{'a.' * 200_000} x']}}}}"
    ),
    # Many mistakes.
    "9,900 fields that there are not": lambda: city(many(9_900, "mepbershi{0}: 1", "\n")),
    "9,900 long references to nothing": lambda: city(
        f"policies: {{{many(9_900, 'p{0:05}' + 'x' * 80 + ': ')}}}"
    ),
    "mistakes below a long key": lambda: city(
        f"policies:\n  ? {'A' * 500_000}\n  : {{{many(9_000, 'x{0}: 1')}}}"
    ),
    "values below a long key": lambda: city(
        "inferred: {x: y}\n"
        f"policies:\n  ? {'A' * 500_000}\n  : {{steps: {{{many(9_000, 'x{0}: ')}}}}}"
    ),
    "codes that there are not": lambda: {
        "gsca.yaml": f"name: X\nchecks: {{{many(9_900, 'stale-stat{0}: error')}}}\n".encode()
    },
    "comments to nobody": lambda: _filled("#gsca:\n", CITY),
    "allowances of nothing": lambda: _filled("#gsca:allow stale-statf because x\n", CITY),
    "one line of allowances": lambda: _filled("#gsca:allow stale-state because x ", CITY),
    "steps and selections that disagree": lambda: city(
        f"policies: {{{many(3_200, 'p{0}: completed')}}}\n"
        f"steps: {{{many(3_200, 's{0}: to-be-developed')}}}"
    ),
    "3,000 steps that nobody finds": lambda: {
        Y: (
            f"{TRACK}phases: [{many(1_000, '{{id: p{0}, name: x}}')}]\n"
            f"steps: [{many(1_000, '{{id: s{0}, name: x, phase: q{0}}}')}]\n"
        ).encode()
    },
    "phases that are all alike": lambda: {
        Y: (
            TRACK
            + "phases:\n"
            + "".join(f"  - {{id: {_alike(index)}, name: x}}\n" for index in range(2_000))
            + "steps:\n"
            + "".join(
                f"  - {{id: s{index}, name: x, phase: c{_alike(index, 99)}}}\n"
                for index in range(20)
            )
        ).encode()
    },
    "ids in letters of other scripts": lambda: {
        "data/regions/x.yaml": (
            "name: X\nsources: [paper]\ncohorts:\n"
            + many(30, f"  ? {chr(0xE9) * 15_000}{{0}}\n  : {{{{name: x}}}}", "\n")
        ).encode()
    },
    "reasons for other names of one city": lambda: city(
        f"aliases: [{many(4_900, 'c{0}')}]\ninferred: {{{many(4_900, 'aliases.c{0}: x')}}}"
    ),
    "other names of one city": lambda: {
        **city(f"aliases: [{many(9_900, 'c{0}')}]"),
        **{
            f"data/cities/c{index}.yaml": CITY.replace("X", f"c{index}").encode()
            for index in range(300)
        },
    },
    "claims of members whose roles are many": lambda: {
        **_MEMBERS,
        "gsca.yaml": (
            f"name: X\nroles: [{many(1_000, '{{id: r{0}, name: r}}')}]\n"
            f"claims: [{many(2_000, '{{count: members, value: {0}}}')}]\n"
        ).encode(),
    },
    "languages of one name": lambda: {
        X: ("country: NO\nname:\n" + many(9_900, "  en-x{0:05}: x", "\n")).encode()
    },
    "a variant of many names": lambda: city(
        "inferred: {x: y}\nvariants:\n- at: name\n  value: "
        + nested(
            (
                "[{" + "".join(f"{field}: {field}{n}, " for field in NAMING) + "x: "
                for n in range(7)
            ),
            "z",
        )
    ),
}
"""One hostile file each, most of them as large as a file may be, beside a small alliance."""

MANY: Mapping[str, Maker] = {
    "5,000 files of one byte": lambda: {
        f"data/cities/{index // 1000}/c{index}.yaml": b"a" for index in range(5_000)
    },
    "4,000 cities of one name, one place and one former id": lambda: {
        f"data/cities/c{index}.yaml": (
            f"{CITY}former_ids: [x]\nlocation: {{lat: 59.3294, lon: 18.0687}}\n".encode()
        )
        for index in range(4_000)
    },
    "3,000 records of one id": lambda: {
        f"data/cities/{index}/x.yaml": CITY.encode() for index in range(3_000)
    },
    "2,000 names that differ in capitals": lambda: {
        f"data/cities/{_in_capitals('abcdefghijk', index)}.yaml": (
            CITY.replace("X", f"C{index}").encode()
        )
        for index in range(2_000)
    },
    "20 files of mistakes": lambda: {
        f"data/cities/c{index}.yaml": b"a:\n" * 100_000 for index in range(20)
    },
}
"""Many files, each of them small or harmless by itself."""


def _in_capitals(word: str, which: int) -> str:
    """A word with those letters in capitals whose bits are set."""
    return "".join(letter.upper() if which >> at & 1 else letter for at, letter in enumerate(word))
