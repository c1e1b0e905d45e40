"""Whether the documents support what a model says, sentence by sentence, by code alone."""
