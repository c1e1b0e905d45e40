"""The view "Förhandsgranska": drafts dropped or pasted, read against the criteria, compared, taken out as files."""
