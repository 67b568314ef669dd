"""Pages of the web whose text flows: a site's own, an export of Word or Excel, and a saved page of either."""

import base64
import html
import quopri
import re

from document import Cell, Heading, PageBreak, Paragraph, unmarked
from report import Report
from sheet import FreeTable
from tabular import Laid

FIGURE = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?")


class Page:
    """What both manners share: the blocks in their order."""

    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.rng = report.plan.random("web")
        self.parts: list[str] = []

    def blocks(self) -> None:
        for block in self.report.blocks:
            if isinstance(block, Laid):
                if block.heading:
                    self.heading(block.heading, 3)
                self.form(block)
            elif isinstance(block, PageBreak):
                self.page_break()
            elif isinstance(block, FreeTable):
                if block.title:
                    self.heading(block.title, 3)
                rows = [[Cell(t) for t in row] for row in block.rows]
                self.table(Laid(rows, block.widths, block.header))
            elif isinstance(block, Heading):
                self.heading(block.text, block.level)
            elif isinstance(block, Paragraph):
                self.paragraph(unmarked(block.text), block.kind)

    def page_break(self) -> None:
        pass

    def spans(self, cell: Cell) -> str:
        return (f" colspan={self.quoted(cell.columns)}" if cell.columns > 1 else "") + (
            f" rowspan={self.quoted(cell.rows)}" if cell.rows > 1 else ""
        )

    def quoted(self, value) -> str:
        return f'"{value}"'


class Site(Page):
    """A page of a site: what the CMS puts around it, headings, paragraphs and plain tables."""

    def __init__(self, report: Report):
        super().__init__(report)
        self.semantic = self.rng.random() < 0.5
        self.closes = self.rng.random() < 0.7  # cells and rows are closed
        self.heads = self.rng.random() < 0.5  # <thead> and <th>
        self.hides = self.rng.random() < 0.4
        self.inside = self.rng.random() < 0.25  # title and unit are rows of the table
        self.entities = self.rng.random() < 0.4

    def text(self, text: str) -> str:
        made = html.escape(text, quote=False)
        if self.entities:
            made = made.replace("\u201c", "&ldquo;").replace("\u201d", "&rdquo;").replace("\u2014", "&mdash;")
        return made

    def heading(self, text: str, level: int) -> None:
        if self.rng.random() < 0.6:
            self.parts.append(f"<h{level}>{self.text(text)}</h{level}>")
        else:
            self.parts.append(f'<p style="text-align:center"><strong>{self.text(text)}</strong></p>')

    def paragraph(self, text: str, kind: str) -> None:
        indent = "&nbsp;" * 4 if self.rng.random() < 0.3 else "\u3000\u3000" if self.rng.random() < 0.3 else ""
        body = self.text(text).replace("\t", "&emsp;&emsp;")
        if self.hides and self.rng.random() < 0.1:
            body += f'<span style="display: none">{self.rng.randint(100, 99999) / 100:.2f}万元</span>'
        if len(body) > 40 and "&" not in body and "<" not in body and self.rng.random() < 0.3:
            at = self.rng.randint(5, len(body) - 5)
            body = f"{body[:at]}<span>{body[at:]}</span>"
        self.parts.append(f"<p>{'' if kind == 'cover' else indent}{body}</p>")

    def cell(self, cell: Cell, is_head: bool) -> str:
        name = "th" if is_head else "td"
        lines = "<br>".join(self.text(line) for line in cell.text.split("\n"))
        body = f"<b>{lines}</b>" if cell.bold and lines and not is_head else lines
        if not lines:
            body = self.rng.choice(("", "&nbsp;"))
        elif self.rng.random() < 0.2:
            body = f"<p>{body}</p>"
        align = f' style="text-align:{cell.align}"' if cell.align != "left" else ""
        return f"<{name}{self.spans(cell)}{align}>{body}" + (f"</{name}>" if self.closes else "")

    def table(self, laid: Laid) -> None:
        width = laid.columns
        end = "</tr>\n" if self.closes else "\n"
        above = []
        if self.inside and laid.sheet is not None:
            for kind, text in laid.above:
                left, _, right = text.partition("\t")
                if kind == "both" and width > 1:
                    half = max(1, width // 2)
                    row = f"<tr><td colspan={half}>{self.text(left)}</td><td colspan={width - half} align=right>{self.text(right)}</td>"
                else:
                    row = f'<tr><td colspan={width} align="{"center" if kind == "title" else "right"}">{self.text(text)}</td>'
                above.append(row + end)
        rows = []
        for y, row in enumerate(laid.rows):
            is_head = y < laid.header
            hidden = ""
            if self.hides and not is_head and self.rng.random() < 0.02:
                hidden = f'<tr style="display:none">{"<td>9.99</td>" * width}</tr>\n'
            rows.append(hidden + "<tr>" + "".join(self.cell(cell, is_head and self.heads) for cell in row) + end)
        head = ""
        if self.heads:
            head = f"<thead>{''.join(rows[: laid.header])}</thead>"
            rows = rows[laid.header :]
        self.parts.append(f'<table border="1" cellspacing="0">{"".join(above)}{head}<tbody>{"".join(rows)}</tbody></table>')

    def form(self, laid: Laid) -> None:
        if not self.inside:
            for kind, text in laid.above:
                if kind == "title":
                    self.heading(text, 2)
                elif kind == "both":
                    left, _, right = text.partition("\t")
                    self.parts.append(f'<p><span style="float:left">{self.text(left)}</span>&emsp;&emsp;&emsp;<span>{self.text(right)}</span></p>')
                else:
                    self.parts.append(f'<p style="text-align:{kind}">{self.text(text)}</p>')
        self.table(laid)
        for note in laid.notes:
            self.paragraph(note, "note")

    def around(self, body: str) -> str:
        links = [f'<a href="/{i}/">{name}</a>' for i, name in enumerate(("首页", "信息公开", "政务服务", "互动交流", "财政资金"))]
        if self.semantic:
            top = f"<header><h1>示例市人民政府</h1></header><nav><ul>{''.join(f'<li>{link}</li>' for link in links)}</ul></nav>"
            crumbs = f"<nav>当前位置：{' &gt; '.join(links[:3])}</nav>"
            middle = f"<main><article>{body}</article></main>"
            bottom = "<footer><p>主办：示例市人民政府办公室　网站标识码0000000000</p></footer>"
        else:
            top = f'<div class="a1"><ul>{"".join(f"<li>{link}</li>" for link in links)}</ul></div>'
            crumbs = f"<div>当前位置：{' &gt; '.join(links[:3])}</div>"
            middle = f'<div class="b7"><div class="c9">{body}</div></div>'
            bottom = f'<div class="z"><a href="/about">关于我们</a> | <a href="/map">网站地图</a></div>'
        share = f"<div>分享到：<a href='#w'>微信</a> <button>打印</button></div>"
        more = f"<div><ul>{''.join(f'<li><a href=/n/{i}.html>{name}</a></li>' for i, name in enumerate(('2023年度部门决算公开', '2022年度部门决算公开')))}</ul></div>"
        return top + crumbs + middle + share + more + bottom

    def whole(self) -> bytes:
        self.blocks()
        body = self.around("\n".join(self.parts))
        encoding, declared = self.rng.choice((("utf-8", "utf-8"), ("utf-8", "utf-8"), ("gb18030", "gbk"), ("utf-8", "gb2312")))
        script = "<script>var total = '1,234.56'; if (1 < 2) document.write('<table>');</script>"
        page = (
            f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{declared}"><title>{html.escape(self.report.title)}</title>'
            f"<style>td {{ padding: 2px }}</style>{script}</head><body>{body}</body></html>"
        )
        return page.encode(encoding)


class Export(Page):
    """What Word, or Excel, saves as a web page: styles of mso, conditional comments, GB18030 that calls itself gb2312."""

    def __init__(self, report: Report):
        super().__init__(report)
        self.excel = report.plan["order"] == "alone" or self.rng.random() < 0.4
        self.hides = self.rng.random() < 0.5

    def text(self, text: str) -> str:
        return html.escape(text, quote=False)

    def quoted(self, value) -> str:
        return str(value)

    def run(self, text: str) -> str:
        """A run in a span, as Word cuts them, with its own line ends in the source."""
        if not text:
            return ""
        parts = [text]
        if len(text) > 8 and self.rng.random() < 0.5:
            at = self.rng.randint(2, len(text) - 2)
            parts = [text[:at], text[at:]]
        return "".join(f"<span\nlang=ZH-CN style='font-family:宋体;mso-ascii-font-family:\"Times New Roman\"'>{self.text(p)}</span>" for p in parts)

    def heading(self, text: str, level: int) -> None:
        self.parts.append(f"<h{level} style='text-align:center'><b>{self.run(text)}</b><o:p></o:p></h{level}>")

    def paragraph(self, text: str, kind: str) -> None:
        pieces = text.split("\t")
        tab = "<span style='mso-tab-count:1 dotted'>. </span>"
        body = tab.join(self.run(piece) for piece in pieces)
        if self.hides and self.rng.random() < 0.1:
            body += f"<span style='display:none;mso-hide:all'>{self.rng.randint(100, 99999) / 100:.2f}</span>"
        if self.hides and self.rng.random() < 0.05:
            body += "<![if !supportEmptyParas]>&nbsp;<![endif]><!--[if gte mso 9]><xml>1,234.00</xml><![endif]-->"
        self.parts.append(f"<p class=MsoNormal style='text-indent:24.0pt'>{body}<span lang=EN-US><o:p></o:p></span></p>\n")

    def page_break(self) -> None:
        self.parts.append("<span lang=EN-US style='font-size:12.0pt'><br clear=all style='page-break-before:always'>\n</span>")

    def word_cell(self, cell: Cell) -> str:
        lines = cell.text.split("\n")
        body = "".join(
            f"<p class=MsoNormal align={cell.align}>{'<b>' if cell.bold else ''}{self.run(line) or '<span lang=EN-US><o:p>&nbsp;</o:p></span>'}{'</b>' if cell.bold else ''}</p>"
            for line in lines
        )
        return f"<td width=80{self.spans(cell)} style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'>\n{body}\n</td>"

    def excel_cell(self, cell: Cell) -> str:
        text = "<br>".join(self.text(line) for line in cell.text.split("\n"))
        number = ""
        if FIGURE.fullmatch(cell.text) and not cell.text.startswith("0") and self.rng.random() < 0.9:
            value = cell.text.replace(",", "")
            number = " x:num" if value == cell.text else f' x:num="{value}"'
        return f"<td{self.spans(cell)} class={'xl66' if cell.bold else 'xl65'}{number}>{text}</td>"

    def table(self, laid: Laid) -> None:
        width = laid.columns
        rows = []
        if self.excel and laid.sheet is not None:
            for kind, text in laid.above:
                left, _, right = text.partition("\t")
                if kind == "both" and width > 1:
                    cells = f"<td class=xl70>{self.text(left)}</td>" + "<td class=xl70></td>" * (width - 2) + f"<td class=xl70>{self.text(right)}</td>"
                elif kind == "title" or width == 1:
                    cells = f"<td colspan={width} class=xl70>{self.text(text)}</td>"
                elif kind == "right":
                    cells = "<td class=xl70></td>" * (width - 1) + f"<td class=xl70>{self.text(text)}</td>"
                else:
                    cells = f"<td class=xl70>{self.text(text)}</td>" + "<td class=xl70></td>" * (width - 1)
                rows.append(f"<tr height=19>{cells}</tr>\n")
        make = self.excel_cell if self.excel else self.word_cell
        for y, row in enumerate(laid.rows):
            if self.hides and y > laid.header and self.rng.random() < 0.02:
                rows.append(f"<tr height=0 style='display:none'>{'<td class=xl65 x:num>9.99</td>' * width}</tr>\n")
            rows.append(f"<tr style='mso-yfti-irow:{y}'>{''.join(make(cell) for cell in row)}</tr>\n")
        if self.excel and laid.sheet is not None:
            rows += [f"<tr><td colspan={width} class=xl70>{self.text(note)}</td></tr>\n" for note in laid.notes]
        # Columns that set widths alone.
        rows.append("<![if supportMisalignedColumns]>\n<tr height=0 style='display:none'>" + "<td width=72></td>" * width + "</tr>\n<![endif]>")
        self.parts.append(f"<table class=MsoTableGrid border={0 if self.excel else 1} cellspacing=0 cellpadding=0 style='border-collapse:collapse'>\n{''.join(rows)}</table>\n")

    def form(self, laid: Laid) -> None:
        if not self.excel:
            for kind, text in laid.above:
                if kind == "title":
                    self.heading(text, 2)
                else:
                    self.paragraph(text, "above")
        self.table(laid)
        if not self.excel:
            for note in laid.notes:
                self.paragraph(note, "note")

    def whole(self) -> bytes:
        self.blocks()
        program = "excel" if self.excel else "word"
        styles = (
            "<!--table {mso-displayed-decimal-separator:\"\\.\"}\n.xl65 {mso-number-format:\"\\#\\,\\#\\#0\\.00\";border:.5pt solid windowtext;}\n"
            ".xl66 {font-weight:700;border:.5pt solid windowtext;}\n.xl70 {mso-style-parent:style0;}\n"
            "p.MsoNormal, li.MsoNormal {mso-style-parent:\"\";font-size:10.5pt;}-->"
        )
        page = (
            f'<html xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office"\n'
            f'xmlns:x="urn:schemas-microsoft-com:office:{program}"\nxmlns="http://www.w3.org/TR/REC-html40">\n\n<head>\n'
            f"<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n<title>{html.escape(self.report.title)}</title>\n"
            f"<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->\n<style>\n{styles}\n</style>\n"
            f"</head>\n\n<body lang=ZH-CN>\n\n<div class=Section1>\n{''.join(self.parts)}</div>\n\n</body>\n\n</html>\n"
        )
        return page.encode("gb18030")


def saved(report: Report) -> bytes:
    """A saved page: one part of several, packed in one way or another."""
    rng = report.plan.random("saved")
    export = rng.random() < 0.5
    body = (Export if export else Site)(report).whole()
    packing = rng.choice(("quoted-printable", "base64", "8bit"))
    packed = {
        "quoted-printable": lambda: quopri.encodestring(body).replace(b"\n", b"\r\n"),
        "base64": lambda: base64.encodebytes(body).replace(b"\n", b"\r\n"),
        "8bit": lambda: body.replace(b"\n", b"\r\n"),
    }[packing]()
    mark = "----=_NextPart_01D0"
    head = (
        f'From: <Saved by a browser>\r\nSubject: =?utf-8?B?{base64.b64encode(report.title.encode()).decode()}?=\r\nMIME-Version: 1.0\r\n'
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{mark}"\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n'
    )
    charset = ';\r\n\tcharset="gb2312"' if export else ""
    part = f"--{mark}\r\nContent-Type: text/html{charset}\r\nContent-Transfer-Encoding: {packing}\r\nContent-Location: http://a.example/page.htm\r\n\r\n"
    picture = f"--{mark}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: a.png\r\n\r\niVBORw0KGgo=\r\n"
    return head.encode() + part.encode() + packed + b"\r\n" + picture.encode() + f"--{mark}--\r\n".encode()


def render(report: Report, path) -> None:
    if report.plan["producer"] == "mht":
        path.write_bytes(saved(report))
    else:
        path.write_bytes((Site if report.plan["producer"] == "html" else Export)(report).whole())
