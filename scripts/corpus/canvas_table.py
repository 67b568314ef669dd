"""One table as it stands on its pages: which rows on which page, what is repeated, its text and its rulings."""

from dataclasses import dataclass, field

from document import Cell


@dataclass
class Piece:
    """Rows of a table that stand on one page; a row may show only some of its text lines."""

    rows: list[int]
    part: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    first: bool = True
    last: bool = True
    titled: bool = True


class View:
    """One table as it stands on its pages."""

    def __init__(self, composer, laid, places, lines, heights, widths, size, leading, start, end, plain):
        self.c, self.laid, self.places, self.lines, self.heights = composer, laid, places, lines, heights
        self.size, self.leading, self.start, self.end, self.plain = size, leading, start, end, plain
        self.x = [composer.left]
        for column in range(start, end):
            self.x.append(self.x[-1] + widths[column])
        self.mode = "header" if plain else composer.plan["page-break"]
        # A repeated header leaves out title rows unless everything is repeated.
        first = laid.title_lines if self.mode != "everything" else 0
        self.repeated = [] if self.mode in ("flow", "row-cut", "empty-page", "no-top-rule") else list(range(first, laid.header))
        if self.mode == "header-total" and laid.total_row is not None and laid.total_row not in self.repeated:
            self.repeated.append(laid.total_row)

    def draw_all(self) -> None:
        c, laid = self.c, self.laid
        short = c.plan["short-pages"] == "yes" and not self.plain
        body = list(range(len(self.places)))
        piece, part, count, first = [], {}, 0, True
        y, floor = c.y, c.floor()
        limit = c.rng.randint(10, 15) if short else 1000
        for row in body:
            need = self.heights[row]
            full = row >= laid.header and (y - need < floor or count >= limit)
            if full and piece and self.mode == "row-cut":
                longest = max((len(self.lines.get((row, x), [])) for x in range(self.start, self.end)), default=0)
                if longest >= 2:
                    piece.append(row)
                    part[row] = (0, 1)
                    self.draw(Piece(piece, part, first, False))
                    c.new_page(c.landscape)
                    first = False
                    piece, part, count, y = [row], {row: (1, None)}, 1, c.y - need
                    continue
            if full and piece:
                self.draw(Piece(piece, part, first, False))
                c.new_page(c.landscape)
                if self.mode == "everything":
                    c.lines_above(laid, min(c.width, self.x[-1] - self.x[0]))
                first, part, count = False, {}, 0
                piece = list(self.repeated)
                y = c.y - sum(self.heights[r] for r in piece)
            piece.append(row)
            count += row >= laid.header
            y -= need
        self.draw(Piece(piece, part, first, True))
        if (
            self.mode == "empty-page"
            and laid.sheet is not None
            and laid.sheet.shape in ("sides", "list")
            and laid.sheet.number in (1, 4)
        ):
            c.new_page(c.landscape)
            top, bottom = c.y, c.y - 14
            for left, right in zip(self.x, self.x[1:]):
                c.page.operations.append(("box", left, bottom, right, top, 0.6, None, 0.0))
            c.y = bottom

    def height(self, row: int, piece: Piece) -> float:
        if row not in piece.part:
            return self.heights[row]
        start, end = piece.part[row]
        longest = max((len(self.lines.get((row, x), [])[start:end]) for x in range(self.start, self.end)), default=1)
        return max(1, longest) * self.leading + 5

    def draw(self, piece: Piece) -> None:
        c = self.c
        tops, y = {}, c.y
        for row in piece.rows:
            tops[row] = y
            y -= self.height(row, piece)
        bottoms = {row: tops[row] - self.height(row, piece) for row in piece.rows}
        texts, boxes, shown = [], [], set(piece.rows)
        for row in piece.rows:
            for column in range(self.start, self.end):
                cell = self.places[row][column]
                if cell is None:
                    if not self.covered_from_before(row, column, shown):
                        continue
                    cell = Cell()
                right = self.x[min(self.end, column + cell.columns) - self.start]
                last = row
                while last + 1 in shown and last + 1 < row + cell.rows:
                    last += 1
                box = (self.x[column - self.start], bottoms[last], right, tops[row])
                boxes.append((row, column, cell, box))
                start, end = piece.part.get(row, (0, None))
                lines = self.lines.get((row, column), [])[start:end]
                texts.append((row, column, cell, box, lines))
        self.rule(piece, boxes, tops, bottoms)
        self.write(texts)
        c.y = y

    def covered_from_before(self, row: int, column: int, shown: set[int]) -> bool:
        """Whether an empty place belongs to a cell that begins on columns of an earlier page."""
        if column != self.start:
            return False
        before = column - 1
        while before >= 0 and self.places[row][before] is None:
            before -= 1
        return before >= 0 and self.places[row][before].columns > column - before

    # Text

    def write(self, texts) -> None:
        c, order = self.c, self.c.plan["text-order"]
        if order == "columns":
            texts = sorted(texts, key=lambda t: (t[1], t[0]))
        elif order == "figures-last":
            texts = sorted(texts, key=lambda t: t[1] in self.laid.amounts and t[0] >= self.laid.header)
        for row, _, cell, (left, bottom, right, top), lines in texts:
            face = c.heads if cell.bold else c.words
            tall = len(lines) * self.leading
            where = "middle" if row < self.laid.header else c.plan["valign"]
            if where == "top":
                y = top - 2.5
            elif where == "bottom":
                y = bottom + tall + 2.5
            else:
                y = (top + bottom + tall) / 2
            for line in lines:
                y -= self.leading
                width = c.measure(line, face, self.size)
                indent = len(line) - len(line.lstrip("　"))
                x = {"left": left + 2, "center": (left + right - width) / 2, "right": right - 2 - width}[cell.align]
                clean = line.lstrip("　")
                c.text(x + indent * self.size, y + self.size * 0.24, clean, face, self.size)
            hidden = order == "hidden" and lines and cell.align == "left" and row % 5 == 3 and row >= self.laid.header
            if hidden:
                clip = (left, bottom, right - left, top - bottom)
                c.text(right + 1, bottom + 3, "以前年度数据见上年报表", face, self.size, clip)

    # Rulings

    def rule(self, piece: Piece, boxes, tops, bottoms) -> None:
        style = self.c.plan["rulings"]
        # Without rules between its cells no reader can tell which row a figure of further columns belongs to: rows are
        # as high as the labels on their own page are, and blank ones do not show.
        is_sideways = self.end - self.start < self.laid.columns
        if self.plain and style in ("none", "three-line") or is_sideways and style in ("none", "three-line", "horizontal"):
            style = "grid"
        out = self.c.page.operations
        if style == "none" or not boxes:
            return
        left, right = self.x[0], self.x[-1]
        top, bottom = tops[piece.rows[0]], bottoms[piece.rows[-1]]
        boxes = [b for b in boxes if b[0] >= self.laid.title_lines] if self.laid.title_lines else boxes
        if not boxes:
            return
        top = max(b[3][3] for b in boxes)
        header_rows = [r for r in piece.rows if self.laid.title_lines <= r < self.laid.header]
        if style == "three-line":
            if piece.first or header_rows:
                out.append(("line", left, top, right, top, 1.2, None, 0.0))
            if header_rows:
                y = bottoms[header_rows[-1]]
                out.append(("line", left, y, right, y, 0.6, None, 0.0))
            if piece.last:
                out.append(("line", left, bottom, right, bottom, 1.2, None, 0.0))
            return
        if style == "cells":
            for _, _, _, (x0, y0, x1, y1) in boxes:
                out.append(("box", x0, y0, x1, y1, 0.5, None, 0.0))
            return
        if style == "shaded":
            for row, _, _, (x0, y0, x1, y1) in boxes:
                if row < self.laid.header:
                    out.append(("fill", x0, y0, x1, y1, 0.87))
        segments = set()
        for _, _, _, (x0, y0, x1, y1) in boxes:
            x0, y0, x1, y1 = (round(v, 2) for v in (x0, y0, x1, y1))
            segments |= {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}
        edges = {"l": round(left, 2), "r": round(right, 2), "t": round(top, 2), "b": round(bottom, 2)}

        def outer(s) -> bool:
            return s[0] == s[2] and s[0] in (edges["l"], edges["r"]) or s[1] == s[3] and s[1] in (edges["t"], edges["b"])

        if style == "no-outer":
            segments = {s for s in segments if not outer(s)}
        elif style == "horizontal":
            segments = {s for s in segments if s[1] == s[3]}
        if self.mode == "no-top-rule" and not piece.first:
            segments = {s for s in segments if not (s[1] == s[3] == edges["t"])}
        look = {"dashed": (0.5, (2, 1.5), 0.0), "hairline": (0.1, None, 0.0), "grey": (0.6, None, 0.6)}.get(
            style, (0.6, None, 0.0)
        )
        for s in merge(segments):
            if style == "filled":
                thick = 0.48
                if s[0] == s[2]:
                    out.append(("fill", s[0] - thick / 2, s[1] - thick / 2, s[0] + thick / 2, s[3] + thick / 2, 0.0))
                else:
                    out.append(("fill", s[0] - thick / 2, s[1] - thick / 2, s[2] + thick / 2, s[1] + thick / 2, 0.0))
            else:
                out.append(("line", *s, *look))
        if style == "double":
            out.append(("box", left - 1.8, bottom - 1.8, right + 1.8, top + 1.8, 0.6, None, 0.0))


def merge(segments: set[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Segments that touch on one line made one, as programs draw them."""
    made = []
    for upright in (False, True):
        rows: dict[float, list[tuple[float, float]]] = {}
        for x0, y0, x1, y1 in segments:
            if (x0 == x1) == upright and (x0, y0) != (x1, y1):
                rows.setdefault(x0 if upright else y0, []).append((y0, y1) if upright else (x0, x1))
        for place in sorted(rows):
            spans = sorted((min(s), max(s)) for s in rows[place])
            start, end = spans[0]
            for a, b in spans[1:]:
                if a <= end + 0.02:
                    end = max(end, b)
                else:
                    made.append((place, start, place, end) if upright else (start, place, end, place))
                    start, end = a, b
            made.append((place, start, place, end) if upright else (start, place, end, place))
    return made
