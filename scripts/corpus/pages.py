"""Finds out on which pages of a PDF the tables came to stand, from titles and figures that are known to be there."""

import re
import subprocess
from pathlib import Path

from report import Report
from tabular import Laid


def squash(text: str) -> str:
    return re.sub(r"[\s　]+", "", text)


def page_texts(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return [squash(page) for page in done.stdout.decode("utf-8", "replace").split("\f")[:-1]]


def figures_of(laid: Laid, rows: list[int]) -> set[str]:
    """Printed figures that tell a table: long enough not to stand just anywhere."""
    found = set()
    for row in rows:
        for cell in laid.rows[row]:
            text = squash(cell.text)
            if cell.align == "right" and len(text) >= 6 and any(c in "123456789" for c in text):
                found.add(text)
    return found


def title_of(laid: Laid) -> str:
    lines = [text for kind, text in laid.above if kind == "title"] or [
        c.text for row in laid.rows[: laid.title_lines] for c in row if c.bold
    ]
    return squash(lines[0]) if lines else ""


def locate(report: Report, path: Path) -> list[list[int] | None]:
    """Pages of each table that is printed, in order; None where they are not certain."""
    if report.placed:
        return [report.placed.get(id(laid)) for laid in report.laid if not laid.sheet.absent]
    return search(report, path)


def search(report: Report, path: Path) -> list[list[int] | None]:
    texts = page_texts(path)
    titles = [squash(laid.sheet.title) for laid in report.laid]
    lists = {n for n, text in enumerate(texts) if len(titles) >= 4 and sum(t in text for t in titles) * 2 > len(titles)}
    tables = [laid for laid in report.laid if not laid.sheet.absent]
    starts: list[int | None] = []
    at = 0
    for laid in tables:
        title, first = title_of(laid), figures_of(laid, list(range(laid.header, min(len(laid.rows), laid.header + 12))))
        start = None
        for page in range(at, len(texts)):
            if page in lists:  # contents
                continue
            enough = not first or sum(f in texts[page] for f in first) * 2 >= len(first)
            heading = title in texts[page] and not re.search(r"(\.{4}|…{2})\d*$", texts[page][:400])
            if heading and enough and (first or len(texts[page]) < 900):
                start = page
                break
        starts.append(start)
        at = start if start is not None else at
    made: list[list[int] | None] = []
    for index, (laid, start) in enumerate(zip(tables, starts)):
        following = next((s for s in starts[index + 1 :] if s is not None), None)
        if report.plan.get("per-page") == "several" or start is None or index + 1 < len(starts) and starts[index + 1] is None:
            made.append(None)
            continue
        last = figures_of(laid, list(range(max(laid.header, len(laid.rows) - 8), len(laid.rows))))
        if following is not None:
            end = max(start, following - 1)
        else:
            there = (p for p in range(start, len(texts)) if not last or sum(f in texts[p] for f in last) * 2 > len(last))
            end = next(there, start)
        made.append(list(range(start + 1, end + 2)))
    return made


def narrative_pages(report: Report, path: Path, contexts: list[str]) -> list[int | None]:
    """The page of each figure of the text: where the words before it and the figure stand, if on one page only."""
    texts = page_texts(path)
    pages: list[int | None] = []
    for context in contexts:
        found = [number for number, text in enumerate(texts, 1) if context and squash(context) in text]
        pages.append(found[0] if len(found) == 1 else None)
    return pages
