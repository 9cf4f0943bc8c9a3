"""What helps a writer to type content: schemas for editors, new files, certain repairs."""
