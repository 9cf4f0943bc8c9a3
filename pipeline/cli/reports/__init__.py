"""Findings in the forms that terminals, editors and build servers read."""
