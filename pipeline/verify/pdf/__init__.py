"""Reading a finished PDF, without the code that wrote it."""
