"""How fast the program is, beside others that write the same content: ``python -m benchmarks``.

Nothing of the program needs this package; it looks at the program from outside.
"""
