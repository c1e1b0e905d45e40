"""What can go wrong while reading and indexing."""

from __future__ import annotations


class IngestError(Exception):
    """Root of the package's errors. Its text is one Swedish sentence for the user: what is wrong and what to do."""


class SettingsError(IngestError):
    """A setting has a value that cannot be used; the text names the variable and the value."""


class UnreadableFile(IngestError):
    """A file that cannot be read: empty, encrypted, broken, mislabelled, too large, or not text at all."""


class CatalogueError(IngestError):
    """``sources.toml`` breaks its schema; the text names file, document, field and what was expected."""


class EmbeddingError(IngestError):
    """The embedding model cannot be had: mistyped name, missing folder, no network."""


class IndexBusy(IngestError):
    """Another process is building the index."""


class IndexMissing(IngestError):
    """There is no index to open, or none that this version can read."""


class StorageError(IngestError):
    """The index folder cannot be written: read-only, or the disk is full."""
