"""From content to document tree: Jinja templates write a closed vocabulary that is parsed once."""
