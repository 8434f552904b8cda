"""What people look at: workbooks, and later recaps, charts and printable pages."""
