"""PDF placed by hand with ReportLab's canvas: every way of breaking, ruling and ordering that a page can have."""

import re
from dataclasses import dataclass, field

from canvas_table import View
from document import Cell, Heading, PageBreak, Paragraph, grid, unmarked
from faces import BY_FILE, Face
from report import Report
from sheet import FreeTable
from tabular import Laid

MM = 72 / 25.4
SHORT, LONG = 595.28, 841.89
CLOSING = set("、，。；：）”》％")
WESTERN = re.compile(r"[!-~]+")
_registered: set[str] = set()


def register(face: Face) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    if face.name not in _registered:
        if face.file:
            pdfmetrics.registerFont(TTFont(face.name, face.file[0], subfontIndex=face.file[1]))
        elif face.name.startswith("ST"):
            pdfmetrics.registerFont(UnicodeCIDFont(face.name))
        _registered.add(face.name)
    return face.name


@dataclass
class Page:
    width: float
    height: float
    operations: list[tuple] = field(default_factory=list)


class Composer:
    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.rng = report.plan.random("canvas")
        faces = BY_FILE[self.plan["fonts"]]
        self.words, self.heads, self.figures = (register(f) for f in (faces.words, faces.heads, faces.figures))
        self.pages: list[Page] = []
        self.landscape = False
        self.left, self.right, self.top, self.bottom = 22 * MM, 20 * MM, 24 * MM, 20 * MM
        self.y = 0.0
        self.where: dict[int, list[Page]] = {}  # id of a table -> pages that it stands on

    # Pages

    def new_page(self, landscape: bool = False) -> None:
        width, height = (LONG, SHORT) if landscape else (SHORT, LONG)
        self.pages.append(Page(width, height))
        self.landscape = landscape
        self.y = height - self.top

    @property
    def page(self) -> Page:
        return self.pages[-1]

    @property
    def width(self) -> float:
        return self.page.width - self.left - self.right

    def floor(self) -> float:
        return self.bottom

    # Text

    def runs(self, text: str, face: str) -> list[tuple[str, str]]:
        """Text cut into what is set in the face of figures and what is not."""
        if self.figures == self.words or face == self.heads and self.figures != "Times-Roman":
            return [(face, text)] if self.plan["fonts"] in ("song", "kai") else self.cut(text, face)
        return self.cut(text, face)

    def cut(self, text: str, face: str) -> list[tuple[str, str]]:
        made, at = [], 0
        for match in WESTERN.finditer(text):
            if match.start() > at:
                made.append((face, text[at : match.start()]))
            made.append((self.figures, match[0]))
            at = match.end()
        if at < len(text):
            made.append((face, text[at:]))
        return made

    def measure(self, text: str, face: str, size: float) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        return sum(stringWidth(part, name, size) for name, part in self.runs(text, face))

    def wrap(self, text: str, face: str, size: float, width: float, indent: float = 0) -> list[str]:
        lines = []
        for paragraph in text.split("\n"):
            line, used = "", indent
            for token in re.findall(r"[0-9][0-9,.]*%?|.", paragraph):
                wide = self.measure(token, face, size)
                if token in CLOSING and line:  # never at the beginning of a line
                    line, used = line + token, used + wide
                    continue
                if used + wide > width + 0.01 and line:
                    lines.append(line)
                    line, used = "", 0
                if wide > width:  # a figure wider than the cell breaks inside
                    for char in token:
                        step = self.measure(char, face, size)
                        if used + step > width + 0.01 and line:
                            lines.append(line)
                            line, used = "", 0
                        line, used = line + char, used + step
                    continue
                line, used = line + token, used + wide
            lines.append(line)
        return lines

    def text(self, x: float, y: float, text: str, face: str, size: float, clip: tuple | None = None) -> None:
        if text.strip(" "):
            self.page.operations.append(("text", x, y, text, face, size, clip))

    def centred(self, text: str, face: str, size: float) -> None:
        for line in self.wrap(text, face, size, self.width):
            self.y -= size * 1.45
            self.text(self.left + (self.width - self.measure(line, face, size)) / 2, self.y, line, face, size)

    def paragraph(self, text: str, size: float, face: str, indent: float = 2, leading: float = 1.75, left: float = 0) -> None:
        for number, line in enumerate(self.wrap(text, face, size, self.width - left, indent * size)):
            if self.y - size * leading < self.floor():
                self.new_page(self.landscape)
            self.y -= size * leading
            self.text(self.left + left + (indent * size if number == 0 else 0), self.y, line, face, size)

    # Blocks

    def compose(self) -> None:
        self.new_page()
        last_was_table = False
        for block in self.report.blocks:
            if isinstance(block, PageBreak):
                if self.page.operations:
                    self.new_page()
            elif isinstance(block, Heading):
                if self.y - 70 < self.floor() or (last_was_table and self.landscape):
                    self.new_page()
                size = {1: 18, 2: 16, 3: 14, 4: 13}[block.level]
                if block.level <= 2:
                    self.centred(block.text, self.heads, size)
                    self.y -= 10
                else:
                    self.paragraph(block.text, size, self.heads)
            elif isinstance(block, Paragraph):
                if last_was_table and self.landscape:
                    self.new_page()
                self.prose(block)
            elif isinstance(block, FreeTable):
                self.free_table(block)
            elif isinstance(block, Laid):
                self.form(block)
            last_was_table = isinstance(block, (Laid, FreeTable))

    def prose(self, block: Paragraph) -> None:
        text = unmarked(block.text)
        if block.kind == "cover":
            if self.y > self.page.height - self.top - 1:
                self.y -= 70 * MM
            self.centred(text, self.heads, 26)
            self.y -= 10
        elif block.kind == "contents":
            self.paragraph(text, 12, self.heads if block.level == 0 else self.words, 0, 1.8, 24 * block.level)
        else:
            self.paragraph(text, 14 if self.plan["per-page"] == "one" else 12, self.words)

    def free_table(self, table: FreeTable) -> None:
        rows = [[Cell(t, align="center" if i < table.header else "left") for t in row] for i, row in enumerate(table.rows)]
        laid = Laid(rows, table.widths, table.header)
        if table.title:
            laid.above = [("title", table.title)]
            self.form(laid)
        else:
            self.y -= 6
            self.table(laid, plain=True)
            self.y -= 8

    # Tables

    def form(self, laid: Laid) -> None:
        fresh = not self.page.operations
        beside = self.plan["per-page"] == "several" and self.landscape == laid.landscape and self.y - 150 > self.floor()
        if not fresh and not beside:
            self.new_page(laid.landscape)
        elif fresh and self.landscape != laid.landscape:
            self.pages.pop()
            self.new_page(laid.landscape)
        if beside and not fresh:
            self.y -= 18
        if laid.heading:
            self.paragraph(laid.heading, 14, self.heads, 0)
        first = len(self.pages) - 1
        self.table(laid)
        self.where[id(laid)] = self.pages[first:]
        for note in laid.notes:
            self.paragraph(note, 9, self.words, 0, 1.5)

    def lines_above(self, laid: Laid, width: float) -> None:
        for kind, text in laid.above:
            if kind == "title":
                self.y -= 4
                self.centred(text, self.heads, 15)
                self.y -= 6
                continue
            self.y -= 13
            left, _, right = text.partition("\t") if kind == "both" else (("", "", text) if kind == "right" else (text, "", ""))
            self.text(self.left, self.y, left, self.words, 9.5)
            self.text(self.left + width - self.measure(right, self.words, 9.5), self.y, right, self.words, 9.5)
        self.y -= 5

    def fit(self, laid: Laid, places: list[list[Cell | None]], available: float) -> tuple[float, list[float], bool]:
        """Size of the text, widths of the columns, and whether they are wider than the page."""
        pad = 4.0
        narrow = self.plan["narrow"] == "yes" and bool(laid.amounts)
        sizes: tuple[float, ...] = (10.0, 9.0, 8.0, 7.0, 6.0, 5.2, 4.6, 4.0)
        beside = self.plan["wide"] == "side-by-side" and laid.columns > 7
        if beside:
            sizes, pad = (10.0,), 14.0
        least: list[float] = []
        for size in sizes:
            least = []
            for column in range(laid.columns):
                need = size * 1.1
                for y, row in enumerate(places):
                    cell = row[column]
                    if cell is None or cell.columns > 1 or not cell.text:
                        continue
                    if column in laid.amounts and y >= laid.header or re.fullmatch(r"[0-9,.\-()（）－—０-９．，]+", cell.text):
                        need = max(need, self.measure(cell.text, self.heads if cell.bold else self.words, size))
                    elif y >= laid.header and column not in laid.amounts:
                        need = max(need, size * min(len(cell.text), 14 if beside else 5))
                    else:
                        need = max(need, size * 2)
                least.append(need + pad)
            if sum(least) <= available:
                break
        if narrow:
            column = max(sorted(laid.amounts), key=lambda c: least[c])
            widest = max(
                len(row[column].text) if row[column] is not None and row[column].columns == 1 else 0
                for row in places[laid.header :]
            )
            if widest >= 5:
                least[column] = (least[column] - pad) * 0.8 + pad
                narrow_width = {column: least[column]}
            else:
                narrow_width = {}
        else:
            narrow_width = {}
        too_wide = sum(least) > available
        spare = available - sum(least)
        if too_wide:
            widths = least
        elif laid.columns <= 3 and spare > 200 and self.rng.random() < 0.3:
            widths = [w + spare * 0.4 * share / sum(laid.widths) for w, share in zip(least, laid.widths)]
        else:
            shares = [0.0 if c in narrow_width else s for c, s in enumerate(laid.widths)]
            widths = [w + spare * s / sum(shares) for w, s in zip(least, shares)]
            # The shares of the layout are wishes for whole widths: move towards them where the least widths allow it.
            wish = [available * s / sum(laid.widths) for s in laid.widths]
            room = [max(low, w) if c not in narrow_width else low for c, (low, w) in enumerate(zip(least, wish))]
            if sum(room) > 0 and not narrow_width:
                over = sum(room) - available
                slack = [r - low for r, low in zip(room, least)]
                if over <= 0:
                    widths = [r - over * s / sum(laid.widths) for r, s in zip(room, laid.widths)]
                elif sum(slack) > over:
                    widths = [r - over * s / sum(slack) for r, s in zip(room, slack)]
        return size, widths, too_wide

    def table(self, laid: Laid, plain: bool = False) -> None:
        places = grid(laid.rows)
        size, widths, too_wide = self.fit(laid, places, self.width)
        if plain or not too_wide:
            self.table_pages(laid, places, size, widths, 0, laid.columns, plain)
            return
        # Columns go on on the next page, as a spreadsheet prints them: first down, then over.
        start = 0
        while start < laid.columns:
            end, used = start, 0.0
            while end < laid.columns and used + widths[end] <= self.width + 0.5:
                used += widths[end]
                end += 1
            if start:
                self.new_page(laid.landscape)
            self.table_pages(laid, places, size, widths, start, end, plain, titled=start == 0)
            start = end

    def table_pages(self, laid, places, size, widths, start, end, plain, titled=True) -> None:
        leading = size * 1.22
        lines: dict[tuple[int, int], list[str]] = {}
        heights = [0.0] * len(places)
        name_cut = self.plan["page-break"] == "row-cut" and laid.sheet is not None
        for y, row in enumerate(places):
            for x in range(start, end):
                cell = row[x]
                if cell is None:
                    continue
                width = sum(widths[x : min(end, x + cell.columns)]) - 4
                if name_cut and y >= laid.header and x not in laid.amounts and len(cell.text) > 6:
                    width = min(width, size * max(5, (len(cell.text) + 1) // 2))
                if not cell.text:
                    lines[y, x] = []
                    continue
                lines[y, x] = self.wrap(cell.text, self.heads if cell.bold else self.words, size, width)
                if cell.rows == 1:
                    heights[y] = max(heights[y], len(lines[y, x]) * leading)
        base = leading + (self.rng.choice((3, 5, 8)) if not plain else 3)
        heights = [max(base, h + 5) for h in heights]
        for y, row in enumerate(places):
            for x in range(start, end):
                cell = row[x]
                if cell is not None and cell.rows > 1:
                    short = len(lines[y, x]) * leading + 5 - sum(heights[y : y + cell.rows])
                    if short > 0:
                        heights[y + cell.rows - 1] += short
        view = View(self, laid, places, lines, heights, widths, size, leading, start, end, plain)
        if titled:
            self.lines_above(laid, min(self.width, sum(widths[start:end])))
        view.draw_all()


def page_number(style: str, number: int, count: int) -> str:
    return {
        "none": "",
        "plain": str(number),
        "dashes": f"- {number} -",
        "words": f"第 {number} 页 共 {count} 页",
        "slash": f"{number}/{count}",
    }[style]


def composed(report: Report) -> tuple[Composer, list[Page]]:
    """The pages of a report, each with its number and the running head."""
    composer = Composer(report)
    composer.compose()
    pages = [p for p in composer.pages if p.operations]
    numbers = {id(page): number for number, page in enumerate(pages, 1)}
    report.placed = {table: sorted(numbers[id(p)] for p in on if id(p) in numbers) for table, on in composer.where.items()}
    made = []
    for number, page in enumerate(pages, 1):
        composer.pages.append(Page(page.width, page.height))
        if number > 1 or len(pages) == 1:
            text = page_number(report.plan["page-numbers"], number, len(pages))
            composer.text((page.width - composer.measure(text, composer.words, 9)) / 2, 11 * MM, text, composer.words, 9)
            if report.running:
                composer.text(composer.left, page.height - 14 * MM, report.running, composer.words, 9)
        made.append(Page(page.width, page.height, [*page.operations, *composer.page.operations]))
    return composer, made


def render(report: Report, path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    composer, pages = composed(report)
    canvas = Canvas(str(path), pageCompression=1, invariant=1, initialFontName=composer.words)
    canvas.setTitle(report.title)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for operation in page.operations:
            emit(canvas, composer, operation)
        canvas.showPage()
    canvas.save()


def emit(canvas, composer: Composer, operation: tuple) -> None:
    kind, *rest = operation
    if kind == "text":
        x, y, text, face, size, clip = rest
        if clip:
            canvas.saveState()
            area = canvas.beginPath()
            area.rect(*clip)
            canvas.clipPath(area, stroke=0, fill=0)
        from reportlab.pdfbase.pdfmetrics import stringWidth

        for name, part in composer.runs(text, face):
            canvas.setFont(name, size)
            canvas.drawString(x, y, part)
            x += stringWidth(part, name, size)
        if clip:
            canvas.restoreState()
    elif kind in ("line", "box"):
        x0, y0, x1, y1, width, dash, grey = rest
        canvas.setLineWidth(width)
        canvas.setStrokeGray(grey)
        canvas.setDash(*([list(dash)] if dash else []))
        if kind == "line":
            canvas.line(x0, y0, x1, y1)
        else:
            canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=1, fill=0)
    elif kind == "fill":
        x0, y0, x1, y1, grey = rest
        canvas.setFillGray(grey)
        canvas.rect(x0, y0, x1 - x0, y1 - y0, stroke=0, fill=1)
        canvas.setFillGray(0)
