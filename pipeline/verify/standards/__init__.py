"""The standards for files, judged by validators of others."""
