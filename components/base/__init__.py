"""What everything stands on: words, the choice, the stamp, published files, places, the atlas."""
