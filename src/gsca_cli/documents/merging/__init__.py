"""How two versions of a document become one again."""
