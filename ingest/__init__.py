"""Read documents, undo the damage, find the structure, and build the index that the assistant serves from."""
