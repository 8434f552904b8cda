"""Measurements of the bot beside the libraries it is built on."""
