"""Whether the documents support what a model says, sentence by sentence, by code alone."""

from assistant.phrasing.verifying.verifier import Verifier

__all__ = ["Verifier"]
