"""Small files that a stranger may send, from the merely odd to the malicious."""

from collections.abc import Iterable, Mapping
from typing import Final

X: Final = "data/cities/x.yaml"
Y: Final = "data/tracks/y.yaml"
CITY: Final = "name: X\ncountry: SE\nsources: [paper]\n"
TRACK: Final = "name: Y\nwalked_by: city\nsources: [paper]\n"

Files = Mapping[str, bytes]


def city(text: str) -> Files:
    """A city that would be right without the text behind it."""
    return {X: f"{CITY}{text}\n".encode()}


def many(number: int, template: str, between: str = ", ") -> str:
    """A template of `str.format` filled with 0, 1, 2 ..., joined."""
    return between.join(template.format(index) for index in range(number))


def nested(pieces: Iterable[str], value: str) -> str:
    """Lists and maps within each other, each begun by a piece, around a value."""
    for start in pieces:
        value = f"{start}{value}}}]"
    return value


_BOMB = "a: &a [x, x]\n" + many(20, "b{0}: &b{0} [*a, *a, *a, *a, *a, *a]", "\n")
NAMING: Final = ("id", "policy", "count", "name", "version", "source")
"""The fields whose values name an item of a list."""

SMALL: Mapping[str, str | bytes] = {
    # Bytes.
    "nothing": "",
    "one byte": "a",
    "a line break": "\n",
    "a byte order mark": "\ufeff",
    "two byte order marks": f"\ufeff\ufeff{CITY}",
    "NUL": f"{CITY}\0",
    "NUL first": f"\0{CITY}",
    "UTF-16": CITY.encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + CITY.encode("utf-16-be"),
    "UTF-16 without a mark": CITY.encode("utf-16-le"),
    "UTF-32": CITY.encode("utf-32"),
    "UTF-7": "name: +AFg-\ncountry: +AE4AWw-\n",
    "Latin-1": CITY.encode() + b"notes: [\xe9]\n",
    "too many bytes for a letter": CITY.encode() + b"notes: [\xc0\xaf]\n",
    "half a pair as UTF-8": CITY.encode() + b"notes: [\xed\xa0\x80]\n",
    "a pair in two halves": CITY.encode() + b"notes: [\xed\xa0\xbd\xed\xb1\x8d]\n",
    "a letter that is cut off": CITY.encode() + b"notes: [\xf0\x9f\x91",
    "beyond the last letter": CITY.encode() + b"notes: [\xf4\x90\x80\x80]\n",
    "random bytes": bytes(range(256)) * 4,
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "an archive": b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
    "a program": b"#!/bin/sh\nrm -rf /\n",
    # Lines.
    "mixed line ends": "name: X\r\ncountry: NO\nsources: [paper]\r\n",
    "old Macintosh lines": CITY.replace("\n", "\r"),
    "line ends of all kinds": "name: X\x0bcountry: NO\x0csources: [paper]\x1c\x85\u2028\u2029",
    "CR CR LF": CITY.replace("\n", "\r\r\n"),
    "tabs": CITY.replace(": ", ":\t"),
    "tabs that indent": "name:\n\ten: X\n",
    "no last line break": CITY.rstrip(),
    "a thousand blank lines": "\n" * 1000 + CITY,
    "spaces at the end": CITY.replace("\n", "   \n"),
    # YAML.
    "an alias bomb": _BOMB,
    "a list that holds itself": "a: &a [*a]",
    "a map that holds itself": "&a a: *a",
    "an alias of nothing": "a: *b",
    "a merge of itself": "a: &a\n  <<: *a\n",
    "100,000 brackets": "[" * 100_000,
    "100,000 braces": "{" * 100_000,
    "100,000 pairs of brackets": "a: " + "[" * 100_000 + "]" * 100_000,
    "a hundred dashes": "- " * 100 + "a",
    "a hundred question marks": "? " * 100 + "a",
    "a hundred keys within each other": "a:\n" + "".join(" " * n + "a:\n" for n in range(1, 100)),
    "twenty levels": "name: " + "[" * 19 + "]" * 19,
    "a list as a key": "? [a, b]\n: c\n",
    "a map as a key": "{a: b}: c\n",
    "a key that is never given": ": a\n",
    "a key of two lines": "? a\n  b\n: c\n",
    "a Python object": "a: !!python/object/apply:os.system ['id']\n",
    "a Python object as the file": "!!python/object:os.system {}\n",
    "a Ruby object": "--- !ruby/object:Gem::Installer\ni: x\n",
    "a tag of one's own": "%TAG ! tag:example.org,2022:\n---\na: !b c\n",
    "binary": "a: !!binary R0lGODlhDAAMAIQAAP\n",
    "a set": "a: !!set {b, c}\n",
    "an ordered map": "a: !!omap [b: c]\n",
    "YAML 1.1": "%YAML 1.1\n---\ncountry: NO\n",
    "YAML 9.9": "%YAML 9.9\n---\ncountry: NO\n",
    "a directive in the middle": f"{CITY}%YAML 1.1\n",
    "two documents": f"{CITY}---\n{CITY}",
    "a hundred documents": "---\n" * 100,
    "the end of a document": f"{CITY}...\nname: Z\n",
    "a document on the line of its mark": "--- {name: X}\n",
    "a merge conflict": "<<<<<<< a\nname: X\n=======\nname: Y\n>>>>>>> b\n",
    "half a merge conflict": f"{CITY}>>>>>>> b\n",
    "block texts with odd headers": "".join(
        f"a{n}: {header}\n  x\n" for n, header in enumerate(("|9", "|0", ">10", "|-+", "|+2", "|#"))
    ),
    "a block text of blanks": "a: |\n   \n \n  x\n",
    "a block text that never ends": "a: |",
    "quotes that never close": 'a: "' + "b " * 1000,
    "an apostrophe that never closes": "a: '" + "b\n " * 1000,
    "an escape at the end": 'a: "\\',
    "all escapes": r'a: "\0\a\b\t\n\v\f\r\e\ \"\/\\\N\_\L\P\x41\u0041\U00000041"',
    "half a pair as an escape": r'a: "\ud83d"',
    "a pair of escapes": r'a: "\ud83d\udc4d"',
    "an escape beyond Unicode": r'a: "\UFFFFFFFF"',
    "an escape that is cut off": r'a: "\u00"',
    "an escape of a line end": 'a: "b\\\n   c"\n',
    "a brace that touches a colon": "n: {t:}\nr:",
    "commas only": "a: [,,,]\n",
    "a flow map without values": "a: {b, c, d: }\n",
    "a map in a list without braces": "a: [b: c, d: e]\n",
    "reserved characters": "a: @b\nb: `c`\n",
    "a comment at the end of all": f"{CITY}#",
    "a comment in a list": f"{CITY}notes: [a, # b\n  c]\n",
    # Values.
    "dates that are none": f"{CITY}steps: {{plan: {{status: unknown, since: 2020-13-45}}}}\n",
    "the first and the last year": (
        f"{CITY}steps: {{plan: {{status: in-progress, since: 0001, as_of: 9999-12-31}}}}\n"
    ),
    "the year zero": f"{CITY}regions: {{north: {{joined: '0000'}}}}\n",
    "29 February": f"{CITY}regions: {{north: {{joined: 2023-02-29}}}}\n",
    "a date in wide digits": f"{CITY}regions: {{north: {{joined: \uff12\uff10\uff12\uff12}}}}\n",
    "a date in Arabic digits": f"{CITY}regions: {{north: {{joined: {chr(0x662) * 4}}}}}\n",
    "a date with a line break": f'{CITY}regions: {{north: {{joined: "2022\\n"}}}}\n',
    "spans of dates": f"{CITY}regions: {{north: {{joined: ../.., left: 2022/2021}}}}\n",
    "numbers of all kinds": "a: [0x, 0o8, 0b1, 1e999, -1e999, .inf, .NaN, -.5, +1, 1., 0xFFFFFFFF]",
    "a number of 4,301 digits": f"{CITY}population: {'9' * 4301}\n",
    "a number of 18 digits": f"{CITY}population: {'9' * 18}\n",
    "less than nobody": f"{CITY}population: -1\n",
    "half an inhabitant": f"{CITY}population: 0.5\n",
    "no number": f"{CITY}location: {{lat: .nan, lon: .inf}}\n",
    "coordinates that are no numbers": f"{CITY}location: {{lat: [], lon: {{}}}}\n",
    "coordinates in other forms": f"{CITY}location: {{lat: 0x1F, lon: -0o17}}\n",
    "coordinates that say little": f"{CITY}location: {{lat: +5.e1, lon: 1E1}}\n",
    "coordinates beyond the globe": f"{CITY}location: {{lat: 1e308, lon: -1e308}}\n",
    "an endless claim": f"{CITY}claims: [{{count: 'cohort:x', value: '~{'9' * 400}'}}]\n",
    "names of nothing": 'name: ""\ncountry: "  "\nsources: [""]\n',
    "a name that cannot be seen": 'name: "\u200b\u2060"\ncountry: NO\nsources: [paper]\n',
    "a name that turns around": 'name: "\u202eolsO"\ncountry: NO\n',
    "a name of joiners": f"name: {chr(0x200D) * 100}\ncountry: NO\nsources: [paper]\n",
    "a name of accents": f"name: a{chr(0x301) * 100}\ncountry: NO\nsources: [paper]\n",
    "a name in tags": "name: X\U000e0041\U000e0042\ncountry: NO\nsources: [paper]\n",
    "a name that is no letter": "name: \ufdd0\U0001ffff\ncountry: NO\nsources: [paper]\n",
    "a name of private letters": "name: \ue000\U000f0000\ncountry: NO\nsources: [paper]\n",
    "the dotted capital I": "name: \u0130\ncountry: \u0130\u0131\nsources: [paper]\n",
    "a sharp s": "name: \u00df\ncountry: \u00df\nsources: [paper]\n",
    "names in no language": "name: {xx-y: a, '': b, en_GB: c, EN: d}\ncountry: NO\n",
    "maps, lists and nothing where texts belong": "name: [[]]\ncountry: {}\nsources: {a: b}\n",
    "texts where maps and lists belong": (
        f"{CITY}steps: x\nregions: [x]\npolicies: 1\nnotes: x\naliases: {{}}\nlocation: true\n"
    ),
    "nothing behind each colon": (
        "name:\ncountry:\nsources:\nsteps:\nregions:\npolicies:\nlocation:\nnotes:\naliases:\n"
    ),
    "keys that mean something to programs": many(6, "{0}: x", "\n")
    + "\n__class__: a\n__proto__: b\nself: c\nmodel_config: d\nconstructor: e\nNone: f\n",
    "keys that look like our own marks": f"{CITY}'[key]': a\nsteps: {{'[key]': {{'[key]': a}}}}\n",
    "routes that lead astray": (
        f"{CITY}inferred: {{'': a, '.': b, '..': c, 'name.': d, 'steps..x': e, inferred: f}}\n"
    ),
    "sources in all forms": (
        "name: X\ncountry: NO\nsources: [[], {}, {a: b, c: d}, {source: {}}, {paper: [[]]}, 1]\n"
    ),
    "itself": f"{CITY}former_ids: [x, x]\nsources: [x]\nvariants: [{{at: variants, value: }}]\n",
    "a variant of many levels": f"{CITY}variants: [{{at: name, value: {'[' * 15}x{']' * 15}}}]\n",
    "names within names": f"{CITY}variants:\n- at: name\n  value: "
    + nested(
        ("[{" + "".join(f"{field}: {field}{n}, " for field in NAMING) + "x: " for n in range(3)),
        "z",
    )
    + "\n",
    "links that lead astray": f"{CITY}steps:\n  plan:\n    evidence:\n"
    + "".join(
        f"      - {link}\n"
        for link in (
            *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "//a.b"),
            *(
                "https://[::1]/",
                "http://a.b@c.d",
                "'https://a.b\\c'",
                "https://\u202ea.b",
                "HTTPS:x",
            ),
        )
    ),
    "words that break a format": (
        "'::error::x': a\n'##[group]': b\n']]>': c\n'<script>': d\n'=cmd()': e\n'%0A::x': f\n"
        "'| a | b': g\n'[a](http://b.c)': h\n'@oslo #1 :100:': i\n'{{ x }}': j\n'${{ x }}': k\n"
    ),
    "words that steer a terminal": r'"\e[31m": a' + "\nb: \x1b[2J\nc: \x9b31m\n",
    "words for rich": f"{CITY}'[/]': a\n'[bold]': b\n':smile:': c\n",
    # Comments.
    "comments that allow nothing": f"{CITY}" + "#gsca: allow \n" * 50,
    "comments that almost allow": f"{CITY}# gsca: allow missing-source because\n# GSCA : x\n#gsca:",
    "a comment that allows all": f"{CITY}# gsca: allow * because x\n#gsca:allow a-b because c\n",
    "an allowance in a text": f"{CITY}notes: ['# gsca: allow missing-source because x']\n",
    "an allowance of spaces": f"{CITY}# gsca: allow{' ' * 1000}a{' ' * 1000}because{' ' * 1000}\n",
}
"""Contents of one file, each tried as a city and as `gsca.yaml`, with both YAML readers."""
