"""A report as HTML with a style sheet for pages, for the producers that print HTML."""

import html

from document import Cell, Heading, PageBreak, Paragraph, unmarked
from faces import BY_NAME
from fitting import fit
from report import Report
from sheet import FreeTable
from tabular import Laid

RULES = {
    "grid": "td{border:0.7pt solid #000}",
    "shaded": "td{border:0.7pt solid #000} thead td{background:#dedede}",
    "no-outer": "td{border:0.7pt solid #000} table.ruled{border-style:hidden}",
    "three-line": "table{border-top:1.4pt solid #000;border-bottom:1.4pt solid #000} thead tr:last-child td, td.headend{border-bottom:0.7pt solid #000}",
    "horizontal": "td{border-top:0.7pt solid #000;border-bottom:0.7pt solid #000}",
    "none": "",
    "dashed": "td{border:0.6pt dashed #000}",
    "double": "td{border:0.7pt solid #000} table{border:2.2pt double #000}",
    "hairline": "td{border:0.1pt solid #000}",
    "grey": "td{border:0.7pt solid #999}",
    "filled": "table{border-collapse:separate;border-spacing:0;border-top:0.7pt solid #000;border-left:0.7pt solid #000} td{border-right:0.7pt solid #000;border-bottom:0.7pt solid #000}",
}
COUNTERS = {
    "none": "",
    "plain": "counter(page)",
    "dashes": '"- " counter(page) " -"',
    "words": '"第 " counter(page) " 页 共 " counter(pages) " 页"',
    "slash": 'counter(page) "/" counter(pages)',
}


def style(report: Report) -> str:
    plan, faces = report.plan, BY_NAME[report.plan["fonts"]]
    words = f"'{faces.figures.name}','{faces.words.name}'"
    heads = f"'{faces.figures.name}','{faces.heads.name}'"
    counter = COUNTERS[plan["page-numbers"]]
    margin = f"@bottom-center{{content:{counter};font:9pt {words};vertical-align:bottom;padding-bottom:8mm}}" if counter else ""
    running = f"@top-left{{content:'{report.running}';font:9pt {words}}}" if report.running else ""
    deep = plan["short-pages"] == "yes"
    cut = "tr{break-inside:auto}" if plan["page-break"] == "row-cut" else "tr{break-inside:avoid}"
    repeat = "" if plan["page-break"] == "header" else "thead{display:table-row-group}"
    valign = plan["valign"] if plan["valign"] != "middle" else "middle"
    return f"""@page{{size:A4;margin:22mm 20mm;{margin}{running}}}
@page lying{{size:A4 landscape;margin:22mm 20mm {"90mm" if deep else "18mm"};{margin}{running}}}
@page upright{{size:A4;margin:22mm 20mm {"130mm" if deep else "20mm"};{margin}{running}}}
body{{font:13pt/1.7 {words};margin:0}} p{{margin:0;text-indent:2em}} p.cover{{font:26pt/1.6 {heads};text-align:center;text-indent:0;padding-top:45mm}}
p.contents{{text-indent:0;font-size:12pt}} p.l1{{padding-left:2em}} h1,h2,h3,h4{{font-family:{heads};font-weight:normal;margin:2mm 0;break-after:avoid}}
h1,h2{{text-align:center;font-size:17pt}} h3{{font-size:14pt}} h4{{font-size:13pt}} .break{{break-after:page}}
section.lying{{page:lying}} section.upright{{page:upright}} section.own{{break-before:page}} section.more{{margin-top:8mm}}
.title{{font:16pt {heads};text-align:center;text-indent:0;margin:1mm 0}} .line{{font-size:9.5pt;text-indent:0}} .right{{text-align:right}} .center{{text-align:center}}
.both{{display:flex;justify-content:space-between}} .note{{font-size:9pt;text-indent:0;line-height:1.4}}
table{{border-collapse:collapse;table-layout:fixed;line-height:1.3;margin:1mm 0 2mm}} td{{padding:0.8mm 0.7mm;vertical-align:{valign};text-indent:0;overflow-wrap:anywhere}}
thead td{{vertical-align:middle}} td.bold{{font-family:{heads}}} td.right{{white-space:nowrap}} {RULES[plan["rulings"]]} {cut} {repeat}"""


def cell_html(cell: Cell, last_head: bool) -> str:
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
    classes = " ".join(
        filter(None, (cell.align if cell.align != "left" else "", "bold" if cell.bold else "", "headend" if last_head else ""))
    )
    text = "<br>".join(html.escape(part) for part in cell.text.split("\n"))
    return f"<td{spans}{f' class={chr(34)}{classes}{chr(34)}' if classes else ''}>{text}</td>"


def table_html(laid: Laid, width: float) -> str:
    size, widths = fit(laid, width)
    columns = "".join(f'<col style="width:{w:.1f}pt">' for w in widths)
    rows = []
    for y, row in enumerate(laid.rows):
        rows.append("<tr>" + "".join(cell_html(c, y < laid.header and y + c.rows == laid.header) for c in row) + "</tr>")
    head = f"<thead>{''.join(rows[: laid.header])}</thead>" if laid.header else ""
    return f'<table class="ruled" style="width:{sum(widths):.1f}pt;font-size:{size}pt"><colgroup>{columns}</colgroup>{head}<tbody>{"".join(rows[laid.header :])}</tbody></table>'


def above_html(laid: Laid) -> str:
    made = []
    for kind, text in laid.above:
        if kind == "title":
            made.append(f'<p class="title">{html.escape(text)}</p>')
        elif kind == "both":
            left, _, right = text.partition("\t")
            made.append(f'<div class="line both"><span>{html.escape(left)}</span><span>{html.escape(right)}</span></div>')
        else:
            made.append(f'<p class="line {kind}">{html.escape(text)}</p>')
    return "".join(made)


def form_html(laid: Laid, report: Report, first: bool) -> str:
    width = (841.89 if laid.landscape else 595.28) - 2 * 56.7
    own = report.plan["per-page"] == "one" or laid.landscape or report.plan["short-pages"] == "yes"
    classes = " ".join(("lying" if laid.landscape else "upright", "own" if own and not first else "more"))
    heading = f"<h3>{html.escape(laid.heading)}</h3>" if laid.heading else ""
    notes = "".join(f'<p class="note">{html.escape(n)}</p>' for n in laid.notes)
    return f'<section class="{classes}">{heading}{above_html(laid)}{table_html(laid, width)}{notes}</section>'


def document_html(report: Report) -> str:
    parts: list[str] = []
    for block in report.blocks:
        if isinstance(block, Laid):
            parts.append(form_html(block, report, not parts))
        elif isinstance(block, FreeTable):
            laid = Laid([[Cell(t) for t in row] for row in block.rows], block.widths, block.header)
            title = f'<p class="title">{html.escape(block.title)}</p>' if block.title else ""
            parts.append(title + table_html(laid, 470))
        elif isinstance(block, PageBreak):
            parts.append('<div class="break"></div>')
        elif isinstance(block, Heading):
            parts.append(f"<h{block.level}>{html.escape(block.text)}</h{block.level}>")
        elif isinstance(block, Paragraph):
            level = f" l{block.level}" if block.kind == "contents" else ""
            parts.append(f'<p class="{block.kind}{level}">{html.escape(unmarked(block.text))}</p>')
    return (
        f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(report.title)}</title><style>{style(report)}</style></head>'
        f"<body>{''.join(parts)}</body></html>"
    )
