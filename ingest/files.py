"""How a file was when it was read, to tell whether it has changed since."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was when it was read."""

    folder: str
    """The folder that was asked for, absolute."""
    path: str
    """Below ``folder``, with ``/``."""
    size: int
    mtime_ns: int
    sha256: str
    entry: str
    """Fingerprint of its catalogue entry, or "" when it has none."""
    document: str
    """Id of the document that it became."""

    @property
    def identity(self) -> tuple[str, str, str]:
        """What must be the same for the document to be the same."""
        return self.path, self.sha256, self.entry
