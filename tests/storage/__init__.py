"""What the database keeps, on both databases, read back through a second session."""
