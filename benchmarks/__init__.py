"""Measurements, side by side with the plain alternative; see ``README.md`` here."""
