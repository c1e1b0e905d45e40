"""A language model's look at a draft after the rules: it may add caution and point at places, never clear anything."""
