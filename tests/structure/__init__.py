"""Promises of the design that a test can read off the source."""
