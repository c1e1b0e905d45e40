"""Screening of draft applications: read, judge criterion by criterion, put together as a protocol. It never decides."""
