"""Wires the assistant and its screener to the page and launches it: ``python app.py``."""

from __future__ import annotations

import logging
import sys

from assistant.errors import AssistantError
from assistant.screening.screener import Screener
from assistant.service import Assistant
from assistant.ui.server import CannotListen, serve
from ingest.errors import IngestError
from ingest.settings import load


def main() -> int:
    """Serve the page; return the exit status (0 ended, 2 a setting or address that cannot be used)."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        settings = load()
        assistant = Assistant(settings)
        serve(settings, assistant, Screener(assistant))
    except (AssistantError, IngestError, CannotListen) as exc:
        print(exc, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
