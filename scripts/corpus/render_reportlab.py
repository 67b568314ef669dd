"""PDF by ReportLab with TrueType fonts: every page of a table repeats title, unit line and header.

The pages of a table are made here, not by the library's own splitting, since what is repeated differs by place.
"""
from functools import partial
from xml.sax.saxutils import escape

from document import Heading, PageBreak, Pages, Paragraph, Table, grid, pieces, unmarked

SONG = "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf"
HEI = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"


def render(document, path):
    from reportlab.lib.enums import TA_CENTER, TA_RIGHT
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate, Spacer
    from reportlab.platypus import PageBreak as NewPage
    from reportlab.platypus import Paragraph as Flow
    from reportlab.platypus import Table as Ruled

    pdfmetrics.registerFont(TTFont("Song", SONG))
    pdfmetrics.registerFont(TTFont("Hei", HEI, subfontIndex=0))
    pages = Pages()

    class Here(Flowable):
        """Notes the page on which it comes to stand; draws nothing."""

        width = height = 0

        def __init__(self, keep):
            super().__init__()
            self.keep = keep

        def wrap(self, *_):
            return 0, 0

        def draw(self):
            self.keep(self.canv.getPageNumber())

    style = partial(ParagraphStyle, "s", fontName="Song", wordWrap="CJK")
    styles = {
        "body": style(fontSize=14, leading=26, firstLineIndent=28),
        "contents0": style(fontSize=14, leading=28, fontName="Hei"),
        "contents1": style(fontSize=14, leading=25, leftIndent=28),
        "cover": style(fontSize=24, leading=40, fontName="Hei", alignment=TA_CENTER),
        "centred": style(fontSize=14, leading=26, alignment=TA_CENTER),
        "date": style(fontSize=14, leading=26, alignment=TA_CENTER),
        "h1": style(fontSize=18, leading=34, fontName="Hei", alignment=TA_CENTER),
        "h2": style(fontSize=17, leading=34, fontName="Hei", alignment=TA_CENTER),
        "h3": style(fontSize=14, leading=28, fontName="Hei", firstLineIndent=28),
        "h4": style(fontSize=14, leading=28, firstLineIndent=28),
        "title": style(fontSize=15, leading=22, fontName="Hei", alignment=TA_CENTER),
        "mark": style(fontSize=9, leading=13, alignment=TA_RIGHT),
        "note": style(fontSize=9, leading=13),
    }
    cell_styles = {
        (align, bold): style(
            fontSize=9, leading=11, fontName="Hei" if bold else "Song",
            alignment={"left": 0, "center": TA_CENTER, "right": TA_RIGHT}[align],
        )
        for align in ("left", "center", "right")
        for bold in (False, True)
    }  # fmt: skip

    class Whole(Flow):
        """A paragraph that stands on one page, and tells which for the figures in it.

        A callback inside the text would be finer, but the library fails where a line breaks at one.
        """

        def __init__(self, text, style, figures=()):
            super().__init__(text, style)
            self.figures = figures

        def split(self, *_):
            return []

        def draw(self):
            for index in self.figures:
                pages.figures[index] = self.canv.getPageNumber()
            super().draw()

    def number_page(canvas, _):
        if document.page_numbers and canvas.getPageNumber() > 1:
            canvas.setFont("Song", 9)
            canvas.drawCentredString(canvas._pagesize[0] / 2, 12 * mm, str(canvas.getPageNumber()))

    def ruled(rows, widths, width):
        laid = grid(rows)
        whole = sum(widths)
        commands = [
            ("FONT", (0, 0), (-1, -1), "Song", 9),
            ("GRID", (0, 0), (-1, -1), 0.6, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 2.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ]
        data = []
        for y, row in enumerate(laid):
            line = []
            for x, cell in enumerate(row):
                if cell is None:
                    line.append("")
                    continue
                if cell.columns > 1 or cell.rows > 1:
                    commands.append(("SPAN", (x, y), (x + cell.columns - 1, y + cell.rows - 1)))
                shown = escape(cell.text).replace("\n", "<br/>")
                line.append(Flow(shown, cell_styles[cell.align, cell.bold]) if shown else "")
            data.append(line)
        return Ruled(data, [w / whole * width for w in widths], style=commands)

    def note_rows(table, first, last, page):
        for row in [*range(table.header), *range(first, last)]:
            for key in table.keys.get(row, []):
                pages.rows.setdefault((table.form, key), page)

    tall, wide = A4, landscape(A4)
    tall_width, wide_width = tall[0] - 50 * mm, wide[0] - 36 * mm

    def form_pages(table):
        width = wide_width if table.landscape else tall_width
        header, body = table.rows[: table.header], table.rows[table.header :]
        step = table.rows_per_page if table.repeat and table.rows_per_page else max(1, len(body))
        made = []
        for first in range(0, len(body), step):
            chunk = body[first : first + step]
            made += [NextPageTemplate("wide" if table.landscape else "tall"), NewPage()]
            if table.mark:
                made.append(Flow(escape(table.mark), styles["mark"]))
            made += [Flow(escape(table.title), styles["title"]), Spacer(0, 2)]
            above = Ruled(
                [[Flow(escape(table.department), styles["note"]), Flow(escape(table.unit), styles["mark"])]],
                [width / 2] * 2,
                style=[("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)],
            )
            start = table.header + first
            made += [above, ruled([*header, *chunk], table.widths, width)]
            made.append(Here(partial(note_rows, table, start, start + len(chunk))))
        made.append(Spacer(0, 3))
        made += [Flow(escape(note), styles["note"]) for note in table.notes]
        return made + [NextPageTemplate("tall")]

    story = []
    seen_cover = False
    for block in document.blocks:
        if isinstance(block, Heading):
            story.append(Flow(escape(block.text), styles[f"h{block.level}"]))
        elif isinstance(block, Paragraph):
            if block.kind == "cover" and not seen_cover:
                story.append(Spacer(0, 75 * mm))
                seen_cover = True
            key = f"contents{block.level}" if block.kind == "contents" else block.kind
            figures = [index for index, _ in pieces(block.text) if index is not None]
            story.append(Whole(escape(unmarked(block.text)), styles[key], figures))
        elif isinstance(block, PageBreak):
            story.append(NewPage())
        elif isinstance(block, Table) and block.form is None:
            story += [ruled(block.rows, block.widths, tall_width), Spacer(0, 6)]
        elif isinstance(block, Table):
            story += form_pages(block)

    # invariant: no dates and no random identifier, so the same figures give the same bytes.
    template = BaseDocTemplate(str(path), pagesize=tall, invariant=1, title=document.title, author="", initialFontName="Song")
    margins = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    template.addPageTemplates([
        PageTemplate("tall", [Frame(25 * mm, 22 * mm, tall_width, tall[1] - 44 * mm, **margins)], number_page, pagesize=tall),
        PageTemplate("wide", [Frame(18 * mm, 18 * mm, wide_width, wide[1] - 34 * mm, **margins)], number_page, pagesize=wide),
    ])  # fmt: skip

    template.build(story)
    return pages
