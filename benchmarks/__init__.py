"""How long gsca takes, and how much memory: made-up repositories, measured as whole processes."""
