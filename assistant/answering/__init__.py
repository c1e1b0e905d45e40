"""From passages to an answer: candidate evidence, its fit to the question, selection, and the words of the answer."""
