"""Measuring finished files against the house style: where things stand, and in which letters and colours."""
