"""PDF by way of HTML and WeasyPrint (Pango, CFF fonts): tables flow over pages with nothing repeated."""
import html
import tempfile
from pathlib import Path

from document import Heading, PageBreak, Pages, Paragraph, Table, pieces

# Family in the style sheet: (collection, index of the Simplified Chinese face in it, weight).
FACES = {
    "Body": ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2, "normal"),
    "Strong": ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2, "normal"),
}

STYLE = """
@page { size: A4; margin: 25mm 22mm 22mm; @bottom-center { content: counter(page); font: 9pt Body } }
@page :first { @bottom-center { content: none } }
@page wide { size: A4 landscape; margin: 20mm }
html { font: 12pt/1.75 Body; }
p { margin: 0 0 2mm; text-indent: 2em; text-align: justify; overflow-wrap: anywhere }
p.centred, p.cover, p.date { text-indent: 0; text-align: center }
p.cover { font: 26pt/1.6 Strong; }
p.cover.first { padding-top: 75mm }
p.date { font-size: 15pt; padding-top: 90mm }
p.contents { text-indent: 0; margin: 0 } p.contents.l0 { font-family: Strong; margin-top: 3mm } p.contents.l1 { padding-left: 2em }
h1, h2, h3, h4 { font-family: Strong; font-weight: normal; margin: 4mm 0 3mm; break-after: avoid }
h1 { font-size: 19pt; text-align: center } h2 { font-size: 17pt; text-align: center } h3 { font-size: 13pt } h4 { font-size: 12pt }
section.form { break-before: page } h2 + section.form { break-before: auto } section.wide { page: wide }
section.form h3 { text-align: center; font: 16pt Body }
p.unit { text-indent: 0; text-align: right; margin: 0 0 1mm; font-size: 10pt }
p.note { text-indent: 0; font-size: 9pt; margin: 1mm 0 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 9.5pt; line-height: 1.35; margin-bottom: 2mm }
td { border: 0.7pt solid black; padding: 0.9mm 1mm; vertical-align: middle; overflow-wrap: anywhere; text-indent: 0 }
td.right { text-align: right } td.center { text-align: center } td.bold { font-family: Strong }
table.dense { font-size: 8.5pt } table.dense td { padding: 0.6mm }
div.break { break-after: page }
"""


def cell_html(cell):
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
    classes = " ".join(filter(None, [cell.align if cell.align != "left" else "", "bold" if cell.bold else ""]))
    attribute = f' class="{classes}"' if classes else ""
    # Where a cell wraps is the producer's business here: it knows the widths.
    return f"<td{spans}{attribute}>{html.escape(cell.text.replace(chr(10), ''))}</td>"


def table_html(table, number):
    whole = sum(table.widths)
    columns = "".join(f'<col style="width:{width / whole * 100:.3f}%">' for width in table.widths)
    rows = "".join(
        f'<tr id="t{number}r{index}">{"".join(map(cell_html, row))}</tr>' for index, row in enumerate(table.rows)
    )
    dense = ' class="dense"' if len(table.widths) > 10 else ""
    body = f"<table{dense}><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>"
    if table.form is None:
        return body
    lines = "".join(f'<p class="unit">{html.escape(line)}</p>' for line in (table.mark, table.department, table.unit) if line)
    notes = "".join(f'<p class="note">{html.escape(note)}</p>' for note in table.notes)
    wide = " wide" if table.landscape else ""
    return f'<section class="form{wide}"><h3>{html.escape(table.title)}</h3>{lines}{body}{notes}</section>'


def text_html(text):
    return "".join(
        html.escape(piece) if index is None else f'<span id="f{index}">{html.escape(piece)}</span>'
        for index, piece in pieces(text)
    )


def body_html(document):
    parts, first_cover = [], True
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            parts.append(f"<h{block.level}>{html.escape(block.text)}</h{block.level}>")
        elif isinstance(block, Paragraph):
            more = f" l{block.level}" if block.kind == "contents" else ""
            if block.kind == "cover" and first_cover:
                more, first_cover = " first", False
            parts.append(f'<p class="{block.kind}{more}">{text_html(block.text)}</p>')
        elif isinstance(block, Table):
            parts.append(table_html(block, number))
        elif isinstance(block, PageBreak):
            parts.append('<div class="break"></div>')
    return "".join(parts)


def cut_fonts(text, folder):
    """The faces with no more than the characters of the text, as a style sheet.

    The producer keeps the glyph numbers of the 65,000-glyph originals, which alone costs some 100 kB a font.
    """
    from fontTools import subset

    options = subset.Options(layout_features=[], hinting=False, desubroutinize=True, recalc_timestamp=False)
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]
    rules = []
    for family, (collection, index, weight) in FACES.items():
        options.font_number = index
        font = subset.load_font(collection, options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(font)
        target = Path(folder) / f"{family}.otf"
        subset.save_font(font, target, options)
        rules.append(f"@font-face {{ font-family: {family}; font-weight: {weight}; src: url('{target.as_uri()}') }}")
    return "\n".join(rules)


def render(document, path):
    from weasyprint import HTML

    body = body_html(document)
    with tempfile.TemporaryDirectory() as folder:
        fonts = cut_fonts("".join(sorted(set(body) | set("0123456789"))), folder)
        source = (
            f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(document.title)}</title>'
            f"<style>{fonts}{STYLE}</style></head><body>{body}</body></html>"
        )
        rendered = HTML(string=source).render()
        # A fixed identifier and no dates: the same figures give the same bytes.
        rendered.write_pdf(path, pdf_identifier=document.title.encode("utf-8"))

    pages, where = Pages(), {}
    for page_number, page in enumerate(rendered.pages, 1):
        for anchor in page.anchors:
            where.setdefault(anchor, page_number)
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table) and block.form is not None:
            for row, found in block.keys.items():
                for key in found:
                    pages.rows[block.form, key] = where[f"t{number}r{row}"]
            # Rows that stand for nothing in the form still belong to the table's pages.
            pages.rows.setdefault((block.form, -1), where[f"t{number}r{len(block.rows) - 1}"])
    pages.figures = {int(name[1:]): page for name, page in where.items() if name[0] == "f"}
    return pages
