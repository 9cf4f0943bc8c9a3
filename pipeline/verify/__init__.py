"""Verification: finished files are read back and held against the tree and the house style.

Nothing here knows the code that wrote the files. ``pdf`` and ``docx`` read; ``parity``, ``geometry`` and
``standards`` judge.
"""
