"""The drafts of one visit: what has come of each, which one is read, which are compared and in what order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.screening.paper import Paper


@dataclass(frozen=True, slots=True)
class Item:
    """One draft; without ``paper`` and ``failure`` it waits to be screened."""

    name: str
    """The file's name, or what pasted text is called, until its title is known."""
    file: Path | None = None
    """The uploaded file while it waits."""
    text: str = ""
    """The pasted text while it waits."""
    paper: Paper | None = None
    failure: str = ""
    """The sentence shown in place of a protocol."""
    under_way: bool = False

    @property
    def waiting(self) -> bool:
        return self.paper is None and not self.failure


@dataclass(slots=True)
class Pile:
    """Changed in place: what is pressed while drafts are still being screened must not be lost when they are done."""

    items: list[Item] = field(default_factory=list)
    opened: int | None = None
    """Index of the draft whose protocol is shown."""
    chosen: list[int] = field(default_factory=list)
    """Indices of the drafts to compare, in the order chosen."""
    comparing: bool = False
    worst_first: bool = False

    def add(self, *items: Item) -> None:
        self.items += items

    def begin(self) -> Item | None:
        """Take the first draft that waits and is not under way; None when there is none."""
        for index, item in enumerate(self.items):
            if item.waiting and not item.under_way:
                self.items[index] = taken = replace(item, under_way=True)
                return taken
        return None

    def end(self, taken: Item, outcome: Paper | str) -> None:
        """Keep what came of a draft, a paper or the sentence that says why there is none, and nothing else of it."""
        index = next(index for index, item in enumerate(self.items) if item is taken)
        done = Item(taken.name, failure=outcome) if isinstance(outcome, str) else Item(taken.name, paper=outcome)
        self.items[index] = done
        if done.paper and len(self.items) == 1:
            self.opened = index

    @property
    def papers(self) -> dict[int, Paper]:
        """What has been screened, by index."""
        return {index: item.paper for index, item in enumerate(self.items) if item.paper}

    @property
    def compared(self) -> list[Paper]:
        """The chosen drafts in their order."""
        return [self.papers[index] for index in self.chosen]

    def open(self, index: int) -> None:
        """Show the protocol of a draft.

        Raises:
            KeyError: it has none.
        """
        self.papers[index]
        self.opened, self.comparing = index, False

    def choose(self, index: int, on: bool) -> None:
        """Take a draft into the comparison, last, or out of it.

        Raises:
            KeyError: it has no protocol.
        """
        self.papers[index]
        self.chosen = [one for one in self.chosen if one != index] + [index] * on
        self.comparing = self.comparing and bool(self.chosen)

    def choose_all(self, on: bool) -> None:
        self.chosen = list(self.papers) if on else []
        self.comparing = self.comparing and on

    def move_up(self, place: int) -> None:
        """Change the places of a chosen draft and the one before it.

        Raises:
            IndexError: there is none at that place, or none before it.
        """
        if not 0 < place < len(self.chosen):
            raise IndexError(place)
        self.chosen[place - 1], self.chosen[place] = self.chosen[place], self.chosen[place - 1]

    def compare(self) -> None:
        """Show the chosen drafts side by side; without a choice, all of them."""
        if not self.chosen:
            self.choose_all(True)
        self.comparing = bool(self.chosen)

    def clear(self) -> list[Item]:
        """Forget all drafts but those that are being screened; return those that were forgotten."""
        gone = [item for item in self.items if not item.under_way]
        self.items = [item for item in self.items if item.under_way]
        self.opened, self.chosen, self.comparing = None, [], False
        return gone
