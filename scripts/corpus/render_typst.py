"""PDF by Typst: tables flow over pages, with or without their header again."""

from document import Cell, Heading, PageBreak, Paragraph, unmarked
from faces import BY_FILE, Face
from fitting import fit
from report import Report
from sheet import FreeTable
from tabular import Laid

FONT_FOLDERS = ["/usr/share/fonts/truetype", "/usr/share/fonts/opentype/noto"]
STROKES = {
    "grid": "0.6pt",
    "shaded": "0.6pt",
    "double": "0.6pt",
    "hairline": "0.1pt",
    "grey": "0.6pt + luma(150)",
    "none": "none",
    "three-line": "none",
    "dashed": '(thickness: 0.5pt, dash: "dashed")',
    "horizontal": "(x: none, y: 0.6pt)",
    "no-outer": "(x, y) => (left: if x > 0 { 0.6pt }, top: if y > 0 { 0.6pt })",
}
NUMBERS = {"none": "none", "plain": '"1"', "dashes": '"- 1 -"', "words": '"第 1 页 共 1 页"', "slash": '"1/1"'}


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def family(words: Face, figures: Face) -> str:
    return (
        f'((name: {quoted(figures.name)}, covers: "latin-in-cjk"), {quoted(words.name)})'
        if words != figures
        else f"({quoted(words.name)},)"
    )


class Writer:
    def __init__(self, report: Report):
        self.report, self.plan = report, report.plan
        self.faces = BY_FILE[self.plan["fonts"]]
        self.heads = family(self.faces.heads, self.faces.figures)
        self.parts: list[str] = []
        self.short = self.plan["short-pages"] == "yes"

    def cell(self, cell: Cell, size: float, header: bool) -> str:
        spans = (f"colspan: {cell.columns}, " if cell.columns > 1 else "") + (f"rowspan: {cell.rows}, " if cell.rows > 1 else "")
        where = {"middle": "horizon", "top": "top", "bottom": "bottom"}["middle" if header else self.plan["valign"]]
        font = f", font: {self.heads}" if cell.bold else ""
        lines = (
            " + linebreak() + ".join(f"text(size: {size}pt{font}, {quoted(t)})" for t in cell.text.split("\n"))
            if cell.text
            else "[]"
        )
        return f"table.cell({spans}align: {cell.align} + {where}, {lines})"

    def table(self, laid: Laid, width: float, plain: bool = False) -> str:
        size, widths = fit(laid, width)
        style = "grid" if plain and self.plan["rulings"] in ("none", "three-line") else self.plan["rulings"]
        header = ", ".join(self.cell(c, size, True) for row in laid.rows[: laid.header] for c in row)
        body = [self.cell(c, size, False) for row in laid.rows[laid.header :] for c in row]
        columns = ", ".join(f"{w:.2f}pt" for w in widths)
        fill = f", fill: (x, y) => if y < {laid.header} {{ luma(220) }}" if style == "shaded" else ""
        three = style == "three-line"
        repeat = "true" if self.plan["page-break"] == "header" and not plain else "false"
        pieces = [f"columns: ({columns},), inset: (x: 2pt, y: 2.6pt), stroke: {STROKES[style]}{fill}"]
        if three:
            pieces.append("table.hline(stroke: 1.2pt)")
        if laid.header:
            pieces.append(f"table.header(repeat: {repeat}, {header})")
        if three:
            pieces.append("table.hline(stroke: 0.6pt)")
        pieces += body
        if three:
            pieces.append("table.hline(stroke: 1.2pt)")
        made = f"#table({', '.join(pieces)})"
        return f"#block(stroke: 0.6pt, inset: 1.8pt)[{made}]" if style == "double" else made

    def lines_above(self, laid: Laid) -> str:
        made = []
        for kind, text in laid.above:
            if kind == "title":
                made.append(f"#align(center, text(size: 15pt, font: {self.heads}, {quoted(text)}))")
            elif kind == "both":
                left, _, right = text.partition("\t")
                made.append(f"#grid(columns: (1fr, auto), text(size: 9.5pt, {quoted(left)}), text(size: 9.5pt, {quoted(right)}))")
            else:
                made.append(f"#align({kind}, text(size: 9.5pt, {quoted(text)}))")
        return "\n".join(made)

    def form(self, laid: Laid) -> None:
        width = (841.89 if laid.landscape else 595.28) - 2 * 56.7
        heading = f"#text(size: 14pt, font: {self.heads}, {quoted(laid.heading)})\n" if laid.heading else ""
        notes = "\n".join(f"#text(size: 9pt, {quoted(note)})\n" for note in laid.notes)
        body = f"{heading}{self.lines_above(laid)}\n{self.table(laid, width)}\n{notes}"
        if laid.landscape or self.plan["per-page"] == "one" or self.short:
            bottom = (90 if laid.landscape else 130) if self.short else 20
            # A page number stays at the page's foot, however far above it a short page ends.
            self.parts.append(
                f"#page(flipped: {str(laid.landscape).lower()}, footer-descent: {bottom - 14}mm, "
                f"margin: (x: 20mm, top: 22mm, bottom: {bottom}mm))[{body}]"
            )
        else:
            self.parts.append(f"#v(6mm)\n{body}")

    def block(self, block) -> None:
        if isinstance(block, Laid):
            self.form(block)
        elif isinstance(block, FreeTable):
            laid = Laid(
                [[Cell(t, align="center" if i < block.header else "left") for t in row] for i, row in enumerate(block.rows)],
                block.widths,
                block.header,
            )
            title = f"#align(center, text(size: 14pt, font: {self.heads}, {quoted(block.title)}))\n" if block.title else ""
            self.parts.append(title + self.table(laid, 460, plain=True))
        elif isinstance(block, PageBreak):
            self.parts.append("#pagebreak(weak: true)")
        elif isinstance(block, Heading):
            size = {1: 18, 2: 16, 3: 14, 4: 13}[block.level]
            text = f"text(size: {size}pt, font: {self.heads}, {quoted(block.text)})"
            self.parts.append(f"#align(center, {text})" if block.level <= 2 else f"#block({text})")
        elif isinstance(block, Paragraph):
            text = unmarked(block.text)
            if block.kind == "cover":
                # Of a title of many lines the first two, as those of two.
                room = "#v(40mm)\n" if sum("26pt" in part for part in self.parts) < 2 else ""
                self.parts.append(f"{room}#align(center, text(size: 26pt, font: {self.heads}, {quoted(text)}))")
            elif block.kind == "contents":
                self.parts.append(f"#block(inset: (left: {2 * block.level}em))[#{quoted(text)}]")
            else:
                self.parts.append(f"#par(first-line-indent: (amount: 2em, all: true))[#{quoted(text)}]")

    def source(self) -> str:
        numbering = NUMBERS[self.plan["page-numbers"]]
        header = f"header: align(left, text(size: 9pt, {quoted(self.report.running)})), " if self.report.running else ""
        for block in self.report.blocks:
            self.block(block)
        family_of_words = family(self.faces.words, self.faces.figures)
        return (
            f"#set document(title: {quoted(self.report.title)}, date: none)\n"
            f'#set page(paper: "a4", {header}numbering: {numbering}, margin: (x: 20mm, top: 22mm, bottom: 20mm))\n'
            f'#set text(font: {family_of_words}, size: 13pt, lang: "zh", region: "cn", fallback: true)\n#set par(leading: 0.9em, justify: true)\n'
            + "\n\n".join(self.parts)
        )


_fonts = None


def render(report: Report, path) -> None:
    import typst

    global _fonts
    if _fonts is None:
        _fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=FONT_FOLDERS)
    source = Writer(report).source()
    path.write_bytes(typst.compile(source.encode("utf-8"), font_paths=_fonts))
