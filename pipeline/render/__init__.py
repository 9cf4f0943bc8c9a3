"""From document tree to files. The two renderers never import each other."""
