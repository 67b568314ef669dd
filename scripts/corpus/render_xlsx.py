"""Excel by openpyxl: a sheet a table, or several on one; figures as numbers in formats, and what a workbook hides."""

import datetime
import re
from decimal import Decimal

import openpyxl
from openpyxl.styles import Alignment, Border, Font, Side

from document import Cell, Paragraph, grid, unmarked
from report import Report
from sheet import FreeTable
from tabular import Laid

FIGURE = re.compile(r"(-|\()?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\))?$")
THIN = Side(style="thin")


def shown_by(text: str, zero: str | None, rng) -> tuple[float | int | str, str]:
    """The value of a cell and the format that shows the text; a text that no format makes stays one."""
    match = FIGURE.fullmatch(text)
    if match is None or bool(match[1] == "(") != bool(match[4]):
        return text, "General"
    grouped = "," in match[2]
    if match[2].startswith("0") and len(match[2]) > 1:
        return text, "@"
    places = len(match[3]) - 1 if match[3] else 0
    value = Decimal(match[2].replace(",", "") + (match[3] or ""))
    body = ("#,##0" if grouped or value < 1000 and rng.random() < 0.3 else "0") + ("." + "0" * places if places else "")
    negative = rng.choice((f"({body})", f"[Red]({body})")) if match[1] == "(" else rng.choice((f"-{body}", f"[Red]-{body}"))
    form = body
    if match[1] or rng.random() < 0.3:
        form = f"{body};{negative}"
        if rng.random() < 0.4 and value:
            form += rng.choice((';"-"', ";0.00", ";"))
    if rng.random() < 0.2:
        form = rng.choice(("_ * {0}_ ;_ * {1}_ ;_ * \"-\"??_ ;_ @_ ", "{0}_);{1}")).format(body, negative)
        if value == 0 and form.startswith("_"):
            form = body
    number = -value if match[1] else value
    stored = float(number)
    # What sums leave behind the last digit.
    if places == 2 and abs(stored) > 1 and rng.random() < 0.3:
        stored = stored * (1 + 2.3e-16)
    return (int(number) if places == 0 else stored), form


class Workbook:
    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.rng = report.plan.random("excel")
        self.book = openpyxl.Workbook()
        self.book.remove(self.book.active)
        self.together = self.rng.random() < 0.25  # all tables on one sheet
        self.named = self.rng.random() < 0.5  # the sheets are called as their tables
        self.hides = self.rng.random() < 0.5
        self.as_text = self.rng.random() < 0.3  # figures are texts
        self.row = 0
        self.sheet = None

    def begin(self, name: str) -> None:
        if self.together and self.sheet is not None:
            self.row += 2
            return
        name = re.sub(r"[\\/*?:\[\]]", "", name)[:28]
        while name in self.book.sheetnames:
            name += "A"
        self.sheet = self.book.create_sheet(name)
        self.row = 1

    def line(self, text: str, columns: int, align: str, bold: bool = False) -> None:
        left, _, right = text.partition("\t")
        self.put(self.row, 1, left, align, bold)
        if right:
            self.put(self.row, columns, right, "right", bold)
        elif columns > 1 and (align == "center" or self.rng.random() < 0.5):
            self.sheet.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=columns)
        elif align == "right" and columns > 1:
            self.sheet.cell(self.row, 1).value = None
            self.put(self.row, columns, left, align, bold)
        self.row += 1

    def put(self, row: int, column: int, text: str, align: str = "left", bold: bool = False, amount: bool = False) -> None:
        cell = self.sheet.cell(row, column)
        cell.alignment = Alignment(horizontal=align, wrap_text=True)
        cell.font = Font(bold=bold)
        if amount and not self.as_text:
            cell.value, cell.number_format = shown_by(text, None, self.rng)
            if cell.value in ("-", "—") and self.rng.random() < 0.7:
                cell.number_format = f'#,##0.00;-#,##0.00;"{cell.value}"' if self.rng.random() < 0.5 else f'[=0]"{cell.value}";0.00'
                cell.value = 0
        else:
            cell.value = text or None
            cell.number_format = "@" if FIGURE.fullmatch(text) else "General"
            if isinstance(cell.value, str):
                cell.data_type = "s"

    def table(self, laid: Laid, plain: bool = False) -> None:
        framed = self.plan["rulings"] != "none" or plain
        top = self.row
        for y, places in enumerate(grid(laid.rows)):
            for x, cell in enumerate(places):
                if cell is None:
                    if framed and y >= laid.title_lines:
                        self.sheet.cell(top + y, x + 1).border = Border(THIN, THIN, THIN, THIN)
                    continue
                amount = y >= laid.header and x in laid.amounts
                self.put(top + y, x + 1, cell.text, cell.align, cell.bold, amount)
                if framed and y >= laid.title_lines:
                    self.sheet.cell(top + y, x + 1).border = Border(THIN, THIN, THIN, THIN)
                if cell.columns > 1 or cell.rows > 1:
                    self.sheet.merge_cells(
                        start_row=top + y, start_column=x + 1, end_row=top + y + cell.rows - 1, end_column=x + cell.columns
                    )
        self.row = top + len(laid.rows)

    def hide(self, columns: int) -> None:
        """A hidden column of other figures, a hidden row below the notes, white figures at the table's side."""
        if not self.hides or self.together:
            return
        column = columns + 2
        for row in range(1, 6):
            self.sheet.cell(row, column).value = row * 11.11
        self.sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True
        row = self.row + 1
        for x in range(1, columns + 1):
            self.sheet.cell(row, x).value = 99999.99
        self.sheet.row_dimensions[row].hidden = True
        white = self.sheet.cell(2, columns + 3)
        white.value, white.font = 12345.67, Font(color="FFFFFFFF")

    def form(self, laid: Laid) -> None:
        sheet = laid.sheet
        self.begin(sheet.title if self.named and sheet is not None else f"Sheet{len(self.book.sheetnames) + 1}")
        if laid.heading:
            self.line(laid.heading, laid.columns, "left", True)
        for kind, text in laid.above:
            self.line(text, laid.columns, "center" if kind == "title" else "left" if kind == "both" else kind, kind == "title")
        self.table(laid)
        for note in laid.notes:
            self.line(note, laid.columns, "left")
        self.hide(laid.columns)

    def made(self) -> openpyxl.Workbook:
        cover = [unmarked(b.text) for b in self.report.blocks if isinstance(b, Paragraph) and b.kind == "cover"]
        if cover:
            self.begin("封面")
            for text in cover:
                self.line(text, 1, "center", True)
            if self.together:
                self.sheet = None
        for block in self.report.blocks:
            if isinstance(block, Laid):
                self.form(block)
            elif isinstance(block, FreeTable):
                self.begin(f"Sheet{len(self.book.sheetnames) + 1}")
                if block.title:
                    self.line(block.title, len(block.widths), "center", True)
                self.table(Laid([[Cell(t) for t in row] for row in block.rows], block.widths, block.header), plain=True)
                self.hide(len(block.widths))
        if self.hides:
            old = self.book.create_sheet("上年数")
            old["A1"], old["B1"] = "收入决算表", 123.45
            old.sheet_state = "hidden"
        self.book.properties.created = self.book.properties.modified = datetime.datetime(2024, 1, 1)
        return self.book


def render(report: Report, path) -> None:
    Workbook(report).made().save(path)
