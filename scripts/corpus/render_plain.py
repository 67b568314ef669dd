"""Text: paragraphs on lines of their own; tables of tabs, of pipes, of commas, marked up, or set in columns as a layout-keeping
converter has them; and as converters leave them that lose blank cells: between tabs, between blanks, a cell a line."""

import csv
import html
import io
import unicodedata

from document import Cell, Heading, PageBreak, Paragraph, grid, unmarked
from report import Report
from sheet import FreeTable
from tabular import Laid


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def flat(cell: Cell | None) -> str:
    return "" if cell is None else cell.text.replace("\n", "")


def tabs(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    return ["\t".join(flat(c) for c in row) for row in rows]


def pipes(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    lines = ["| " + " | ".join(flat(c) for c in row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * laid.columns)
    return lines


def aligned(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    """Columns as wide as their widest cell; cells over several columns are centred over them, which makes room for them."""
    widths = [2] * laid.columns
    for row in rows:
        for x, cell in enumerate(row):
            if cell is not None and cell.columns == 1:
                widths[x] = max(widths[x], width(flat(cell)))
    for row in rows:
        for x, cell in enumerate(row):
            if cell is not None and cell.columns > 1:
                end = min(laid.columns, x + cell.columns)
                widths[end - 1] += max(0, width(flat(cell)) - sum(widths[x:end]) - 3 * (end - x - 1))
    starts = [0]
    for w in widths:
        starts.append(starts[-1] + w + 3)
    lines = []
    for row in rows:
        line = ""
        for x, cell in enumerate(row):
            text = flat(cell)
            if cell is None or not text:
                continue
            room = starts[min(laid.columns, x + cell.columns)] - 3 - starts[x]
            gap = room - width(text)
            shift = {"left": 0, "center": max(0, gap // 2), "right": max(0, gap)}[cell.align]
            line += " " * max(1 if line else 0, starts[x] + shift - width(line)) + text
        lines.append(line.rstrip())
    return lines


def values(separator: str):
    """Cells as a spreadsheet saves them: quoted where they hold the separator."""

    def lines(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
        target = io.StringIO()
        csv.writer(target, delimiter=separator, lineterminator="\n").writerows([flat(c) for c in row] for row in rows)
        return target.getvalue().splitlines()

    return lines


def marked_up(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    """HTML with spans, by turns all on one line, as converters write it into Markdown, and a cell a line."""
    pieces = ["<table>"]
    for number, row in enumerate(rows):
        pieces.append("<tr>")
        for cell in row:
            if cell is not None:
                spans = "".join(f' {n}="{v}"' for n, v in (("rowspan", cell.rows), ("colspan", cell.columns)) if v > 1)
                tag = "th" if number < laid.header else "td"
                pieces.append(f"<{tag}{spans}>{html.escape(cell.text).replace(chr(10), '<br>')}</{tag}>")
        pieces.append("</tr>")
    pieces.append("</table>")
    return ["".join(pieces)] if len(rows) % 2 else pieces


def printed(row: list[Cell | None]) -> list[str]:
    return [flat(c) for c in row if flat(c)]


def packed(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    return ["\t".join(printed(row)) for row in rows if printed(row)]


def spaced(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    return [" ".join(printed(row)) for row in rows if printed(row)]


def stacked(rows: list[list[Cell | None]], laid: Laid) -> list[str]:
    return [text for row in rows for text in printed(row)]


SHAPES = {
    "text-tabs": tabs, "text-pipes": pipes, "text-aligned": aligned, "text-commas": values(","),
    "text-semicolons": values(";"), "text-html": marked_up, "text-packed": packed, "text-spaces": spaced,
    "text-stacked": stacked,
}  # fmt: skip


def above(laid: Laid, style: str) -> list[str]:
    lines = []
    for kind, text in laid.above:
        if kind == "title" and style != "text-aligned":
            lines += [f"### {text}", ""]
        else:
            lines += (
                [text.replace("\t", "        "), ""]
                if style != "text-aligned"
                else [" " * (20 if kind == "title" else 0) + text.replace("\t", " " * 30)]
            )
    return lines


def render(report: Report, path) -> None:
    style = report.plan["producer"]
    shape = SHAPES[style]
    lines: list[str] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            lines += [("#" * block.level + " " if style != "text-aligned" else "") + block.text, ""]
        elif isinstance(block, Paragraph):
            lines += [unmarked(block.text), ""]
        elif isinstance(block, PageBreak) and style == "text-aligned":
            lines.append("\f")
        elif isinstance(block, FreeTable):
            rows = [[Cell(t) for t in row] for row in block.rows]
            laid = Laid(rows, block.widths, block.header)
            lines += [*([block.title, ""] if block.title else []), *shape(rows, laid), ""]
        elif isinstance(block, Laid):
            if block.heading:
                lines += [f"## {block.heading}" if style != "text-aligned" else block.heading, ""]
            lines += [
                *above(block, style),
                *shape(grid(block.rows), block),
                "",
                *(line for note in block.notes for line in (note, "")),
            ]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
