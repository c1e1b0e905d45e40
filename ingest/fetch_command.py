"""``python -m ingest fetch``: fetch originals, one line each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.catalogue import NAME
from ingest.errors import CatalogueError, IngestError
from ingest.fetch import Fetched, fetch


def run(arguments: Sequence[str], corpus: Path = Path("corpus")) -> int:
    """Run the command with the words that follow ``fetch``; ``corpus`` is the folder when none is named.

    Returns:
        0 when everything asked for is there, 1 when something could not be fetched or stored, 2 when the folder or
        its catalogue cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="python -m ingest fetch",
        description=f"Hämta originalen till de dokument som har en adress i {NAME}.",
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="dokument att hämta (utan ID: alla med adress)")
    parser.add_argument("--corpus", type=Path, default=corpus, help=f"mappen med dokumenten ({corpus})")
    options = parser.parse_args(arguments)
    corpus = options.corpus
    if not (corpus / NAME).is_file():
        print(f"{corpus / NAME} finns inte; ange mappen med --corpus.", file=sys.stderr)
        return 2
    try:
        results = fetch(corpus, options.ids, progress=_show)
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 2
    except IngestError as error:
        print(error, file=sys.stderr)
        return 1
    if not results:
        print(f"Inget dokument i {corpus / NAME} har en adress; det finns inget att hämta.")
    return int(any(result.status == "misslyckades" for result in results))


def _show(result: Fetched) -> None:
    print(f"{result.id}: {result.status}. {result.message}", flush=True)
