"""The command line: ``python -m assistant ask|search|evaluate|examples|doctor``."""

from __future__ import annotations

import sys

from assistant.commands import run


def main() -> int:
    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
