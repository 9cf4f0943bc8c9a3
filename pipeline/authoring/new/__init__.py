"""New files to fill in: with comments, the line for the editor, and what is known already."""
