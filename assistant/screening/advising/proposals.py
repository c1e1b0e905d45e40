"""What a model hands in on a draft, as it comes: nothing of it counts before it has been checked."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from assistant.screening.model import Verdict

_CONFIG = ConfigDict(extra="forbid", frozen=True)


class Proposal(BaseModel):
    """A model's view on one criterion."""

    model_config = _CONFIG

    id: str = Field(description="Kriteriets beteckning, till exempel M3")
    verdict: Verdict = Field(description="Vad stället i utkastet talar för")
    evidence: str | None = Field(description="Stället i utkastet, ordagrant avskrivet, en eller två meningar")
    why: str | None = Field(description="En kort mening på svenska om vad stället säger")


class Proposals(BaseModel):
    """All that a model has to say on a draft; empty when it has nothing to add to the rules."""

    model_config = _CONFIG

    criteria: tuple[Proposal, ...] = Field(description="Bara de kriterier där det finns något att påpeka")
