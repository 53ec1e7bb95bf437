"""Where bytes come from: the files of a repository at one moment."""
