"""What the bot takes from one message of a volunteer."""
