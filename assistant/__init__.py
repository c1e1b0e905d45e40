"""Answer questions from an index of documents: retrieve, select, quote, check, and say what a person must look at."""
