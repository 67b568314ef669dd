"""PDF by LibreOffice Writer from a flat OpenDocument text."""

from document import Cell, Heading, PageBreak, Paragraph, grid, unmarked
from fitting import fit
from open_document import NAMESPACES, Styles, borders, convert, escape, page_layout, page_number, text_properties
from report import Report
from sheet import FreeTable
from tabular import Laid


class Writer:
    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.styles = Styles()
        self.parts: list[str] = []
        self.pending: str | None = "Upright"  # the kind of page that the next block opens, if it opens one
        self.kind = "Upright"
        self.tables = 0

    def paragraph(
        self,
        text: str,
        size: float,
        align: str = "start",
        indent: float = 0,
        heads: bool = False,
        above: float = 0,
        leading: str = "150%",
    ) -> None:
        properties = {
            "fo:text-align": align,
            "fo:text-indent": f"{indent}pt",
            "fo:margin-top": f"{above}pt",
            "fo:line-height": leading,
        }
        more = {}
        if self.pending:
            properties["fo:break-before"] = "page"
            more["style__master_page_name"] = self.pending
            self.kind, self.pending = self.pending, None
        name = self.styles.add("paragraph", {"paragraph": properties, "text": text_properties(self.plan, size, heads)}, **more)
        self.parts.append(f'<text:p text:style-name="{name}">{escape(text)}</text:p>')

    def both(self, left: str, right: str, width: float) -> None:
        properties = {"fo:line-height": "120%"}
        more = {}
        if self.pending:
            properties["fo:break-before"] = "page"
            more["style__master_page_name"] = self.pending
            self.kind, self.pending = self.pending, None
        name = self.styles.add("paragraph", {"paragraph": properties, "text": text_properties(self.plan, 9.5)}, **more)
        # The tab stop at the right end is part of the paragraph's properties, as a child element.
        stop = f'<style:tab-stops><style:tab-stop style:position="{width:.1f}pt" style:type="right"/></style:tab-stops>'
        index = next(i for i, part in enumerate(self.styles.parts) if f'style:name="{name}"' in part)
        if "tab-stops" not in self.styles.parts[index]:
            part = self.styles.parts[index]
            at = part.index("/>", part.index("<style:paragraph-properties"))
            self.styles.parts[index] = f"{part[:at]}>{stop}</style:paragraph-properties>{part[at + 2 :]}"
        self.parts.append(f'<text:p text:style-name="{name}">{escape(left)}<text:tab/>{escape(right)}</text:p>')

    def table(self, laid: Laid, width: float, plain: bool = False) -> None:
        size, widths = fit(laid, width)
        self.tables += 1
        properties = {"style:width": f"{sum(widths):.1f}pt", "table:align": "left", "table:border-model": "collapsing"}
        more = {}
        if self.pending:
            properties["fo:break-before"] = "page"
            more["style__master_page_name"] = self.pending
            self.kind, self.pending = self.pending, None
        table = self.styles.add("table", {"table": properties}, **more)
        columns = "".join(
            f'<table:table-column table:style-name="{self.styles.add("table-column", {"table-column": {"style:column-width": f"{w:.2f}pt"}})}"/>'
            for w in widths
        )
        cut = self.plan["page-break"] == "row-cut"
        row_style = self.styles.add("table-row", {"table-row": {"fo:keep-together": "auto" if cut else "always"}})
        rows = []
        for y, places in enumerate(grid(laid.rows)):
            cells = []
            for x, cell in enumerate(places):
                cells.append("<table:covered-table-cell/>" if cell is None else self.cell(laid, x, y, cell, size, plain))
            rows.append(f'<table:table-row table:style-name="{row_style}">{"".join(cells)}</table:table-row>')
        head, body = "".join(rows[: laid.header]), "".join(rows[laid.header :])
        if self.plan["page-break"] == "header" and head and not plain:
            head = f"<table:table-header-rows>{head}</table:table-header-rows>"
        self.parts.append(
            f'<table:table table:name="t{self.tables}" table:style-name="{table}">{columns}{head}{body}</table:table>'
        )

    def cell(self, laid: Laid, x: int, y: int, cell: Cell, size: float, plain: bool) -> str:
        valign = "middle" if y < laid.header else self.plan["valign"]
        style = self.styles.add(
            "table-cell",
            {
                "table-cell": {
                    **borders(self.plan, laid, x, y, cell, plain),
                    "fo:padding": "1.6pt",
                    "style:vertical-align": valign,
                }
            },
        )
        spans = (f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else "") + (
            f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
        )
        align = {"left": "start", "right": "end"}.get(cell.align, cell.align)
        paragraph = self.styles.add(
            "paragraph", {"paragraph": {"fo:text-align": align}, "text": text_properties(self.plan, size, cell.bold)}
        )
        text = "<text:line-break/>".join(escape(part) for part in cell.text.split("\n"))
        return f'<table:table-cell table:style-name="{style}"{spans}><text:p text:style-name="{paragraph}">{text}</text:p></table:table-cell>'

    def form(self, laid: Laid) -> None:
        kind = ("Lying" if laid.landscape else "Upright") + ("Short" if self.plan["short-pages"] == "yes" else "")
        if self.plan["per-page"] == "one" or kind != self.kind:
            self.pending = kind
        width = (841.89 if laid.landscape else 595.28) - 2 * 56.7
        if laid.heading:
            self.paragraph(laid.heading, 14, heads=True)
        for line, text in laid.above:
            if line == "title":
                self.paragraph(text, 15, "center", heads=True)
            elif line == "both":
                self.both(*text.split("\t"), width)
            else:
                self.paragraph(text, 9.5, {"right": "end"}.get(line, "start"), leading="120%")
        self.table(laid, width)
        for note in laid.notes:
            self.paragraph(note, 9, leading="120%")
        if not laid.notes:
            self.paragraph("", 6, leading="100%")

    def block(self, block) -> None:
        if isinstance(block, Laid):
            self.form(block)
            return
        if self.kind != "Upright" and not self.pending:
            self.pending = "Upright"
        if isinstance(block, PageBreak):
            self.pending = "Upright"
        elif isinstance(block, FreeTable):
            if block.title:
                self.paragraph(block.title, 14, "center", heads=True)
            self.table(Laid([[Cell(t) for t in row] for row in block.rows], block.widths, block.header), 470, plain=True)
            self.paragraph("", 6)
        elif isinstance(block, Heading):
            self.paragraph(
                block.text, {1: 18, 2: 16, 3: 14, 4: 13}[block.level], "center" if block.level <= 2 else "start", heads=True
            )
        elif isinstance(block, Paragraph):
            text = unmarked(block.text)
            if block.kind == "cover":
                self.paragraph(text, 26, "center", heads=True, above=120)
            elif block.kind == "contents":
                self.paragraph(text, 12, indent=24 * block.level)
            else:
                self.paragraph(text, 13, indent=26)

    def small(self, above: int) -> str:
        """The style of a line in a page's head or foot, so many millimetres below its beginning."""
        properties = {"fo:text-align": "center", "fo:margin-top": f"{above}mm"}
        return self.styles.add("paragraph", {"paragraph": properties, "text": text_properties(self.plan, 9)})

    def source(self) -> str:
        for block in self.report.blocks:
            self.block(block)
        number = page_number(self.plan)
        running = escape(self.report.running)
        kinds = {"Upright": (False, 7), "Lying": (True, 7), "UprightShort": (False, 118), "LyingShort": (True, 73)}
        layouts, masters = "", ""
        for name, (lying, foot) in kinds.items():
            layouts += page_layout(f"{name}Layout", lying, foot)
            header = (
                f'<style:header><text:p text:style-name="{self.small(0)}">{running}</text:p></style:header>' if running else ""
            )
            footer = f'<style:footer><text:p text:style-name="{self.small(foot - 7)}">{number}</text:p></style:footer>'
            masters += f'<style:master-page style:name="{name}" style:page-layout-name="{name}Layout">{header}{footer}</style:master-page>'
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:automatic-styles>{layouts}{''.join(self.styles.parts)}</office:automatic-styles><office:master-styles>{masters}</office:master-styles>"
            f"<office:body><office:text>{''.join(self.parts)}</office:text></office:body></office:document>"
        )


def render(report: Report, path) -> None:
    convert(Writer(report).source(), "fodt", path)
