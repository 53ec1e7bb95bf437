"""What git and the formats of data make of very many cities, for `docs/scale.md`."""
