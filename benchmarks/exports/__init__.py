"""The same document for others, from the same tree: its words, tables, notes and pictures."""
