"""The names of the files by which a run finds what it is to read; it costs no time to load."""

PROGRAMMA = "content/programma.yaml"
"""The file that makes a folder a project."""
HOUSE_STYLE = "huisstijl.yaml"
"""The file of a house style, in its folder."""
