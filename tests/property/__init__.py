"""What holds for every form of the bot, whatever people do and in whatever order."""
