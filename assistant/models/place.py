"""Where a model runs, told by its address alone: on this machine, or with somebody else."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

OLLAMA = "http://127.0.0.1:11434"
"""Ollama's own address, used whatever the environment says unless FINSAM_CHAT_BASE_URL names another."""

OURS = frozenset({"azure_openai", "mistralai", "ollama", "openai"})
"""Providers whose connection is made by us, so that no proxy can stand between the address and this machine."""

CLOUD = ("-cloud", ":cloud")
"""How the names of models end that Ollama sends on to its own machines."""


@dataclass(frozen=True, slots=True)
class Place:
    """The machine that answers."""

    host: str
    """Its name or address, or the provider's name when the address is the provider's own."""
    local: bool
    """The address is this machine's loopback (127.0.0.0/8, ::1, localhost): what is sent there does not leave it."""

    @classmethod
    def of(cls, provider: str, base_url: str, model: str = "") -> Place:
        """Judge an address; without one the model is the provider's own, on the provider's machines.

        A model of Ollama's cloud is asked through this machine's Ollama, but runs elsewhere; and of a provider whose
        package makes its own connection it is not known where that goes.
        """
        if provider == "ollama" and model.endswith(CLOUD):
            return cls("ollama.com", local=False)
        url = base_url or (OLLAMA if provider == "ollama" else "")
        host = urlsplit(url).hostname or provider
        return cls(host, local=provider in OURS and bool(url) and _is_loopback(host))

    @property
    def described(self) -> str:
        """In Swedish, after "körs": "på den här datorn", "hos api.example.se"."""
        return "på den här datorn" if self.local else f"hos {self.host}"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
