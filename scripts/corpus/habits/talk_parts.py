"""How habits of the text put their sentences into the sections."""

from collections.abc import Callable
from dataclasses import replace

from wording import Section


def insert(sections: tuple[Section, ...], before: str, title: str, *parts: Callable) -> tuple[Section, ...]:
    """A section more, before the first whose title has these words; else at the end."""
    at = next((i for i, s in enumerate(sections) if before in s.title), len(sections))
    return (*sections[:at], Section(title, parts), *sections[at:])


def exchange(sections: tuple[Section, ...], old: Callable, new: Callable) -> tuple[Section, ...]:
    """The same sections, with another part for one of theirs."""

    def other(part):
        if isinstance(part, tuple):
            return (part[0], other(part[1]))
        return new if part is old else part

    return tuple(replace(s, parts=tuple(other(p) for p in s.parts)) for s in sections)
