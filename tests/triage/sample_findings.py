from gsca_cli.findings import Finding, Location, Severity

A, B = "data/cities/a.yaml", "data/cities/b.yaml"


def finding(
    path: str = A,
    line: int = 1,
    severity: Severity = Severity.ERROR,
    code: str = "some-code",
    excerpt: str = "name: A",
) -> Finding:
    return Finding(code, severity, Location(path, line), "wrong", excerpt=excerpt)
