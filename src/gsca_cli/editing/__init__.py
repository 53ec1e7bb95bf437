"""One wish to the new text of one or several files, tried before it is written."""
