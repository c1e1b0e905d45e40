"""A set of questions with what right answers hold: read, asked, judged and told of."""
