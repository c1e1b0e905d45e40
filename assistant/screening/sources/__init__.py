"""What the documents say to a draft: rules, money left, claims that they contradict, decisions on the like."""
