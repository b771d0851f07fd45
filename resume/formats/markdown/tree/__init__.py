"""The headings of a file as a tree, and which of them name employers, and which projects."""
