"""PDF by LibreOffice Calc: a sheet for every table; tables wider than the page go on to its right on the next."""

from document import Cell, Paragraph, grid, unmarked
from fitting import fit
from open_document import NAMESPACES, Styles, borders, convert, escape, page_layout, page_number, text_properties
from report import Report
from sheet import FreeTable
from tabular import Laid


class Workbook:
    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.styles = Styles()
        self.sheets: list[str] = []

    def cell(
        self, text: str, align: str, size: float, heads: bool, frame: dict[str, str], columns: int = 1, rows: int = 1
    ) -> str:
        properties = {
            "table-cell": {
                **frame,
                "fo:wrap-option": "wrap" if align != "right" else "no-wrap",
                "style:vertical-align": "middle",
                "fo:padding": "0.6pt",
            },
            "paragraph": {"fo:text-align": {"left": "start", "right": "end"}.get(align, align)},
            "text": text_properties(self.plan, size, heads),
        }
        style = self.styles.add("table-cell", properties)
        spans = (f' table:number-columns-spanned="{columns}"' if columns > 1 else "") + (
            f' table:number-rows-spanned="{rows}"' if rows > 1 else ""
        )
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")) if text else ""
        return f'<table:table-cell table:style-name="{style}"{spans} office:value-type="string">{lines}</table:table-cell>'

    def row(self, cells: str, height: float | None = None) -> str:
        properties = (
            {"style:use-optimal-row-height": "true"}
            if height is None
            else {"style:row-height": f"{height}pt", "style:use-optimal-row-height": "false"}
        )
        return f'<table:table-row table:style-name="{self.styles.add("table-row", {"table-row": properties})}">{cells}</table:table-row>'

    def merged(self, text: str, columns: int, align: str, size: float, heads: bool = False) -> str:
        frame = {"fo:border": "none"}
        return self.row(
            self.cell(text, align, size, heads, frame, columns)
            + f'<table:covered-table-cell table:number-columns-repeated="{columns - 1}"/>' * (columns > 1),
            size * 1.9,
        )

    def both(self, text: str, columns: int) -> str:
        left, _, right = text.partition("\t")
        if columns < 3:
            return self.merged(f"{left}　　{right}", columns, "left", 9.5)
        half = columns - max(1, columns // 3)
        frame = {"fo:border": "none"}
        covered = "<table:covered-table-cell/>"
        return self.row(
            self.cell(left, "left", 9.5, False, frame, half)
            + covered * (half - 1)
            + self.cell(right, "right", 9.5, False, frame, columns - half)
            + covered * (columns - half - 1),
            16,
        )

    def sheet(self, laid: Laid, name: str, plain: bool = False) -> None:
        beside = self.plan["wide"] == "side-by-side" and laid.columns > 7
        width = (841.89 if laid.landscape else 595.28) - 2 * 56.7 - 4
        size, widths = fit(laid, width, side_by_side=beside, pad=12 if beside else 6)
        master = "Lying" if laid.landscape else "Upright"
        table = self.styles.add("table", {"table": {"table:display": "true"}}, style__master_page_name=master)
        columns = "".join(
            f'<table:table-column table:style-name="{self.styles.add("table-column", {"table-column": {"style:column-width": f"{w:.2f}pt"}})}"/>'
            for w in widths
        )
        before = [self.merged(laid.heading, laid.columns, "left", 13, True)] if laid.heading else []
        for kind, text in laid.above:
            before.append(
                self.both(text, laid.columns)
                if kind == "both"
                else self.merged(
                    text, laid.columns, "center" if kind == "title" else kind, 15 if kind == "title" else 9.5, kind == "title"
                )
            )
        rows = []
        for y, places in enumerate(grid(laid.rows)):
            cells = "".join(
                "<table:covered-table-cell/>"
                if c is None
                else self.cell(c.text, c.align, size, c.bold, borders(self.plan, laid, x, y, c, plain), c.columns, c.rows)
                for x, c in enumerate(places)
            )
            rows.append(self.row(cells))
        head, body = "".join(rows[: laid.header]), "".join(rows[laid.header :])
        if self.plan["page-break"] == "header" and head:
            head = f"<table:table-header-rows>{head}</table:table-header-rows>"
        notes = "".join(self.merged(note, laid.columns, "left", 9) for note in laid.notes)
        self.sheets.append(
            f'<table:table table:name="{escape(name)}" table:style-name="{table}">{columns}{"".join(before)}{head}{body}{notes}</table:table>'
        )

    def source(self) -> str:
        number = 0
        for block in self.report.blocks:
            if isinstance(block, Laid):
                number += 1
                self.sheet(block, f"表{number}")
            elif isinstance(block, FreeTable):
                laid = Laid([[Cell(t) for t in row] for row in block.rows], block.widths, block.header)
                laid.above = [("title", block.title)] if block.title else []
                number += 1
                self.sheet(laid, f"表{number}", plain=True)
            elif isinstance(block, Paragraph) and block.kind == "cover" and number == 0 and not self.sheets:
                laid = Laid([[Cell("")]], [1.0], 0)
                laid.above = [
                    ("title", unmarked(b.text)) for b in self.report.blocks if isinstance(b, Paragraph) and b.kind == "cover"
                ]
                self.sheet(laid, "封面", plain=False)
        shown = page_number(self.plan)
        footer = f"<style:footer><text:p>{shown}</text:p></style:footer>" if shown else '<style:footer style:display="false"/>'
        header = (
            f"<style:header><text:p>{escape(self.report.running)}</text:p></style:header>"
            if self.report.running
            else '<style:header style:display="false"/>'
        )
        layouts = page_layout("UprightLayout", False) + page_layout("LyingLayout", True)
        masters = "".join(
            f'<style:master-page style:name="{n}" style:page-layout-name="{n}Layout">{header}{footer}</style:master-page>'
            for n in ("Upright", "Lying")
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f"<office:automatic-styles>{layouts}{''.join(self.styles.parts)}</office:automatic-styles><office:master-styles>{masters}</office:master-styles>"
            f"<office:body><office:spreadsheet>{''.join(self.sheets)}</office:spreadsheet></office:body></office:document>"
        )


def render(report: Report, path) -> None:
    convert(Workbook(report).source(), "fods", path)
