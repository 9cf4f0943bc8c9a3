"""Rules that hold across files: references, principles, promises, money. One file per kind of rule."""
