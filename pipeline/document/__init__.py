"""The document tree, and what can be done with it without knowing Word or PDF."""
