"""Answers that a language model phrases: what it is offered, what it says, and what of that the documents support."""
