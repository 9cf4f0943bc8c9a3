"""Reading a finished Word file, without the code that wrote it."""
