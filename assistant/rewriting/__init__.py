"""A language model's reading of a question: asked for, and kept only where it adds nothing of its own."""
