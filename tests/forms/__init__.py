"""Stories of the form engine, told by values."""
