"""An abstract document: what a report says in which order, before any producer draws it.

A figure inside running text is marked with its index (`mark`), so that a renderer can tell on which page it came to
stand; `pieces` takes such a text apart again.
"""
import re
from dataclasses import dataclass, field

MARK = re.compile("\ue000(\\d+)\ue001(.*?)\ue002")


def mark(index, text):
    return f"\ue000{index}\ue001{text}\ue002"


def pieces(text):
    """(index or None, text) in order."""
    position = 0
    for match in MARK.finditer(text):
        if match.start() > position:
            yield None, text[position : match.start()]
        yield int(match[1]), match[2]
        position = match.end()
    if position < len(text):
        yield None, text[position:]


def unmarked(text):
    return "".join(piece for _, piece in pieces(text))


@dataclass
class Heading:
    text: str
    level: int


@dataclass
class Paragraph:
    text: str
    kind: str = "body"  # body, contents (with level), centred, cover, date
    level: int = 0


@dataclass
class PageBreak:
    pass


@dataclass
class Cell:
    """A newline in the text is where a narrow cell wraps it."""

    text: str = ""
    columns: int = 1
    rows: int = 1
    align: str = "left"
    bold: bool = False


@dataclass
class Table:
    """Rows of cells as HTML has them: a cell that spans is written once, where it starts."""

    rows: list[list[Cell]]
    widths: list[float]
    header: int = 0  # how many leading rows are the header
    title: str = ""
    mark: str = ""  # the form's number on a line of its own
    department: str = ""
    unit: str = ""
    notes: list[str] = field(default_factory=list)
    landscape: bool = False
    repeat: bool = False  # title, unit line and header again on every page
    rows_per_page: int = 0  # with repeat: body rows on a page
    cut: int | None = None  # the row that a page break cuts in two
    heading_level: int = 3
    form: int | None = None  # index of the form it shows, None for tables outside the forms
    keys: dict[int, list[int]] = field(default_factory=dict)  # row -> indexes of the form's rows in it


def grid(rows):
    """Rows of cells laid out on the grid: a list of lists, where a place covered by a span holds None."""
    width = sum(cell.columns for cell in rows[0])
    places = [[False] * width for _ in rows]
    laid = [[None] * width for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while places[y][x]:
                x += 1
            laid[y][x] = cell
            for dy in range(cell.rows):
                for dx in range(cell.columns):
                    assert not places[y + dy][x + dx], f"cells overlap in row {y}, column {x}: {cell.text}"
                    places[y + dy][x + dx] = True
            x += cell.columns
    assert all(all(row) for row in places), "the rows do not fill the grid"
    return laid


@dataclass
class Document:
    blocks: list
    title: str
    page_numbers: bool = True


@dataclass
class Pages:
    """Where a renderer put things; empty for text, which has no pages."""

    rows: dict[tuple[int, int], int] = field(default_factory=dict)  # (form, row of its table) -> page
    figures: dict[int, int] = field(default_factory=dict)  # index of a marked figure -> page
