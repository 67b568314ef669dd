"""Widths of columns and size of text for producers that are told them; widths of text are estimated."""

import unicodedata

from document import Cell, grid
from tabular import Laid


def ems(text: str) -> float:
    return max(
        (sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.56 for c in line) for line in text.split("\n")), default=0.0
    )


def fit(laid: Laid, available: float, side_by_side: bool = False, pad: float = 5.0) -> tuple[float, list[float]]:
    """(size of text, widths) in points, so that no figure has to break."""
    places = grid(laid.rows)
    size, least = 10.5, [0.0]
    for size in (10.5,) if side_by_side else (10.5, 9.5, 8.5, 7.5, 6.5, 5.5, 4.8, 4.2, 3.6, 3.0):
        least = [least_width(laid, places, column, size) + pad for column in range(laid.columns)]
        if sum(least) <= available:
            break
    if sum(least) > available:
        return size, least
    wish = [available * s / sum(laid.widths) for s in laid.widths]
    room = [max(low, w) for low, w in zip(least, wish)]
    over = sum(room) - available
    slack = [r - low for r, low in zip(room, least)]
    if sum(slack) > 0:
        room = [r - over * s / sum(slack) for r, s in zip(room, slack)]
    return size, room


def least_width(laid: Laid, places: list[list[Cell | None]], column: int, size: float) -> float:
    need = size * 1.1
    for y, row in enumerate(places):
        cell = row[column]
        if cell is None or cell.columns > 1 or not cell.text:
            continue
        text = cell.text
        figure = all(unicodedata.east_asian_width(c) not in "W" for c in text)
        if figure:
            need = max(need, ems(text) * size * 1.04)
        elif y >= laid.header:
            need = max(need, size * min(ems(text), 5))
        else:
            need = max(need, size * min(ems(text), 2))
    return need
