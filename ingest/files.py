"""How a file was when it was read, to tell whether it has changed since."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was when it was read."""

    path: str
    """Below the folder that was asked for, with ``/``."""
    sha256: str
    """Empty when it could not be opened."""
    entry: str
    """Fingerprint of its catalogue entry, or "" when it has none."""
    document: str
    """Id of the document that it became."""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What must be the same for the document to be the same."""
        return self.path, self.sha256, self.entry
