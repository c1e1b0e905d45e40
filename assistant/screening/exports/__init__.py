"""A screened draft as files of the office: made in memory, from the working paper alone."""
