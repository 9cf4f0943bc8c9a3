"""The experiments, one file each: a function that takes a ``Bench`` and returns what it found."""
