"""gsca: progress of regional alliances, kept as YAML records in a git repository.

Data flows one way, from the bottom of this list to its top; a module imports only from below:

    __main__   python -m gsca_cli
    cli        words typed, calls, exit codes
    render     figures to text
    triage     which findings are shown, what is said of them all, and what became of them
    editing    a wish to the new text of some files, tried before it is written
    checking   a snapshot to an alliance and findings: the one way in |
               own_templates: what a repository brings | rules: what every code means
    checks     the rules of the data | analysis: an alliance to figures
    alliance   documents and records, linked
    documents  YAML text to data that knows its lines | records: what the data means
    snapshots  where bytes come from, and where they go
    findings   what is reported | errors, kinds: what everybody shares
"""

__version__ = "0.1.0"
