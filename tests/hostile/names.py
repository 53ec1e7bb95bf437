"""Names of files that a stranger may send."""

from typing import Final

NAMES: Final[tuple[bytes, ...]] = tuple(
    name if isinstance(name, bytes) else name.encode()
    for name in (
        *("a\nb.yaml", "a\rb.yaml", "a\tb.yaml", "\x1b[31mred.yaml", "\x1b]0;title\x07.yaml"),
        *("\x9b31m.yaml", "\x7f.yaml", "\x01", "a\x85b.yaml", "a\u2028b.yaml", "a\ufeffb.yaml"),
        *(b"\xff\xfe.yaml", b"caf\xe9.yaml", b"\xed\xa0\x80.yaml", b"\xc0\xaf.yaml", b"\xff"),
        *("a\u202elmay.yaml", "a\u200bb.yaml", "e\u0301.yaml", "\u0430bc.yaml", "\uff41.yaml"),
        *("\U0001f468\u200d\U0001f469.yaml", "\u52a0\u8cc0.yaml", "\U000e0041.yaml", "\u00ad.yaml"),
        *("data:1:1: error[link]: x.yaml", "a\ndata/x.yaml:1:1: error[link]: b.yaml"),
        *("::error::x.yaml", "\n::error file=x::y.yaml", "::stop-commands::x", "##[error]x.yaml"),
        *("\n##[group]x.yaml", "%0A::error::x.yaml", "a%0Db.yaml", "a,line=9.yaml", "a:b.yaml"),
        *("]]>.yaml", "<script>alert(1)<%2Fscript>.yaml", "&lt;.yaml", "&#0;.yaml", "<!--.yaml"),
        *("=cmd()|' '!A0.yaml", "@oslo.yaml", "+1.yaml", "-rf.yaml", "--help.yaml", "#1.yaml"),
        *("[a](http:b.c).yaml", "| a | b |.yaml", "**a**.yaml", "`a`.yaml", ":100:.yaml", "~.yaml"),
        *(
            "$(id).yaml",
            "`id`.yaml",
            "; id;.yaml",
            "'.yaml",
            '".yaml',
            "\\.yaml",
            "*.yaml",
            "?.yaml",
        ),
        *("{{ x }}.yaml", "${{ x }}.yaml", "{0}.yaml", "%s.yaml", "!x.yaml", "&a.yaml", "*a.yaml"),
        *(
            ".yaml",
            "..yaml",
            "...yaml",
            " .yaml",
            "x .yaml",
            "x. .yaml",
            "x.yaml ",
            "x.yaml.",
            "...",
        ),
        *("con.yaml", "aux.x.yaml", "com1.yaml", "nul", "null.yaml", "no.yaml", "1.yaml", "x.YAML"),
        *("Oslo.yaml", "OSLO.YAML", "oslo.yml", "oslo.yaml~", ".oslo.yaml.swp", "oslo.yaml.orig"),
        *("a" * 250 + ".yaml", "\u52a0" * 83 + ".yaml", "-.yaml", "-" * 200 + "a.yaml", "x"),
    )
)
"""Names of files, as bytes: some are no UTF-8."""
