"""How a text of YAML is laid out, and how to change one place of it and no other."""
