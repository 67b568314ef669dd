"""Word by python-docx: paragraphs in styles, tables of merged cells, heads and feet, and what a draft leaves behind."""

import datetime

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from xml.sax.saxutils import escape

from document import Cell, Heading, PageBreak, Paragraph, grid, unmarked
from report import Report
from sheet import FreeTable
from tabular import Laid

ALIGN = {"left": "left", "right": "right", "center": "center"}


class Word:
    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.rng = report.plan.random("word")
        self.document = docx.Document()
        # Half of the documents are drafts: text that is struck out, hidden, or a field's.
        self.draft = self.rng.random() < 0.5

    def paragraph(self, text: str, size: float, align: str = "left", bold: bool = False, style: str | None = None) -> None:
        lines = text.split("\t")
        runs = "<w:r><w:tab/></w:r>".join(self.run(line, size, bold) for line in lines)
        noise = self.noise() if self.draft and self.rng.random() < 0.15 else ""
        style = f'<w:pStyle w:val="{style}"/>' if style else ""
        self.append(f'<w:p {nsdecls("w")}><w:pPr>{style}<w:jc w:val="{align}"/></w:pPr>{runs}{noise}</w:p>')

    def run(self, text: str, size: float, bold: bool = False) -> str:
        if not text:
            return ""
        parts = [text]
        # Word cuts runs where somebody went back to a word.
        if len(text) > 6 and self.rng.random() < 0.4:
            at = self.rng.randint(1, len(text) - 1)
            parts = [text[:at], text[at:]]
        looks = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{round(size * 2)}"/></w:rPr>'
        return "".join(f'<w:r>{looks}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in parts)

    def noise(self) -> str:
        figure = f"{self.rng.randint(1000, 99999) / 100:.2f}"
        return self.rng.choice(
            (
                f'<w:del w:id="{self.rng.randint(1, 9999)}" w:author="a"><w:r><w:delText>{figure}万元</w:delText></w:r></w:del>',
                f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{figure}</w:t></w:r>",
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            )
        )

    def append(self, xml: str) -> None:
        body = self.document.element.body
        body.insert(len(body) - 1, parse_xml(xml))

    def table(self, laid: Laid, size: float = 9, plain: bool = False) -> None:
        whole = sum(laid.widths)
        widths = [max(200, round(9000 * width / whole)) for width in laid.widths]
        frame = "" if self.plan["rulings"] == "none" and not plain else '<w:tblStyle w:val="TableGrid"/>'
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = []
        above: dict[int, tuple[Cell, int]] = {}
        for y, places in enumerate(grid(laid.rows)):
            cells, x = [], 0
            while x < len(places):
                cell = places[x]
                if cell is None:
                    # Below a cell that hangs down.
                    cell, _ = above[x]
                    cells.append(self.cell(cell, size, "<w:vMerge/>", empty=True))
                else:
                    merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                    cells.append(self.cell(cell, size, merge))
                    for column in range(x, x + cell.columns):
                        above[column] = (cell, y)
                x += cell.columns
            head = "<w:trPr><w:tblHeader/></w:trPr>" if y < laid.header else ""
            rows.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
        self.append(
            f'<w:tbl {nsdecls("w")}><w:tblPr>{frame}<w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def cell(self, cell: Cell, size: float, merge: str, empty: bool = False) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        text = "" if empty else cell.text
        lines = text.split("\n")
        if len(lines) > 1 and self.rng.random() < 0.5:
            content = f"<w:p>{'<w:r><w:br/></w:r>'.join(self.run(line, size, cell.bold) for line in lines)}</w:p>"
        else:
            content = "".join(
                f'<w:p><w:pPr><w:jc w:val="{ALIGN[cell.align]}"/></w:pPr>{self.run(line, size, cell.bold)}</w:p>' for line in lines
            )
        return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{span}{merge}</w:tcPr>{content}</w:tc>'

    def form(self, laid: Laid) -> None:
        if laid.heading:
            self.paragraph(laid.heading, 14, bold=True, style="Heading3" if self.draft else None)
        for kind, text in laid.above:
            if kind == "title":
                self.paragraph(text, 15, "center", True, "Heading2" if self.rng.random() < 0.4 else None)
            else:
                self.paragraph(text, 9.5, "left" if kind == "both" else ALIGN[kind])
        self.table(laid)
        for note in laid.notes:
            self.paragraph(note, 9)
        self.paragraph("", 9)

    def block(self, block) -> None:
        if isinstance(block, Laid):
            self.form(block)
        elif isinstance(block, PageBreak):
            self.append(f'<w:p {nsdecls("w")}><w:r><w:br w:type="page"/></w:r></w:p>')
        elif isinstance(block, FreeTable):
            if block.title:
                self.paragraph(block.title, 14, "center", True)
            self.table(Laid([[Cell(t) for t in row] for row in block.rows], block.widths, block.header), plain=True)
            self.paragraph("", 6)
        elif isinstance(block, Heading):
            style = f"Heading{block.level}" if self.rng.random() < 0.6 else None
            self.paragraph(block.text, {1: 18, 2: 16, 3: 14, 4: 13}[block.level], style=style, bold=True)
        elif isinstance(block, Paragraph):
            text = unmarked(block.text)
            self.paragraph(text, 26 if block.kind == "cover" else 13, "center" if block.kind == "cover" else "left")

    def save(self, path) -> None:
        for block in self.report.blocks:
            self.block(block)
        section = self.document.sections[0]
        if self.report.running:
            section.header.paragraphs[0].text = self.report.running
        section.footer.paragraphs[0].text = "— 1 —"
        self.document.styles["Normal"].font.size = Pt(12)
        properties = self.document.core_properties
        properties.created = properties.modified = datetime.datetime(2024, 1, 1)
        self.document.save(path)


def render(report: Report, path) -> None:
    Word(report).save(path)
