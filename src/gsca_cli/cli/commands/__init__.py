"""The commands of gsca, one file each."""
