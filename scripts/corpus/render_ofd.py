"""OFD (GB/T 33190): the layout of the canvas as text and paths in millimetres."""

from pathlib import Path
from xml.sax.saxutils import escape

from packing import zipped
from render_canvas import composed
from report import Report

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 25.4 / 72


def mm(points: float) -> str:
    return f"{points * MM:.3f}".rstrip("0").rstrip(".")


class Writer:
    def __init__(self, report: Report):
        self.composer, self.pages = composed(report)
        self.report = report
        self.rng = report.plan.random("ofd")
        self.steps = self.rng.choice(("all", "repeats", "repeats"))
        self.turned = self.rng.random() < 0.2  # text through a matrix that scales
        self.number = 10
        self.fonts: dict[str, int] = {}

    def id(self) -> int:
        self.number += 1
        return self.number

    def font(self, face: str) -> int:
        return self.fonts.setdefault(face, len(self.fonts) + 1)

    def deltas(self, widths: list[float]) -> str:
        words = [mm(w) for w in widths]
        if self.steps == "all":
            return " ".join(words)
        made, at = [], 0
        while at < len(words):
            end = at
            while end < len(words) and words[end] == words[at]:
                end += 1
            made.append(f"g {end - at} {words[at]}" if end - at > 2 else " ".join(words[at:end]))
            at = end
        return " ".join(made)

    def text(self, page, x, y, text, face, size) -> str:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        made = []
        for name, part in self.composer.runs(text, face):
            widths = [stringWidth(char, name, size) for char in part]
            # What stands in the text space is twice as large where a matrix makes it small again.
            scale = 2 if self.turned else 1
            matrix = ' CTM="0.5 0 0 0.5 0 0"' if self.turned else ""
            delta = f' DeltaX="{self.deltas([w * scale for w in widths[:-1]])}"' if len(part) > 1 else ""
            made.append(
                f'<ofd:TextObject ID="{self.id()}" Boundary="{mm(x)} {mm(page.height - y - size)} {mm(sum(widths))} {mm(size * 1.3)}"'
                f'{matrix} Font="{self.font(name)}" Size="{mm(size * scale)}"><ofd:TextCode X="0" Y="{mm(size * scale)}"{delta}>'
                f"{escape(part)}</ofd:TextCode></ofd:TextObject>"
            )
            x += sum(widths)
        return "".join(made)

    def path(self, page, x0, y0, x1, y1, data: str, attributes: str, colours: str) -> str:
        return (
            f'<ofd:PathObject ID="{self.id()}" Boundary="{mm(x0)} {mm(page.height - y1)} {mm(x1 - x0)} {mm(y1 - y0)}" {attributes}>'
            f"{colours}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def stroked(self, page, kind, x0, y0, x1, y1, width, dash, grey) -> str:
        left, right, low, high = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        wide, tall = mm(right - left), mm(high - low)
        data = f"M 0 0 L {wide} {tall}" if kind == "line" else f"M 0 0 L {wide} 0 L {wide} {tall} L 0 {tall} C"
        shade = round(grey * 255)
        colour = f'<ofd:StrokeColor Value="{shade} {shade} {shade}"/>' if shade else ""
        dashes = ' DashPattern="1 1"' if dash else ""
        return self.path(page, left, low, right, high, data, f'LineWidth="{mm(max(width, 0.1))}"{dashes}', colour)

    def fill(self, page, x0, y0, x1, y1, grey) -> str:
        wide, tall = mm(x1 - x0), mm(y1 - y0)
        shade = round(grey * 255)
        return self.path(
            page, x0, y0, x1, y1, f"M 0 0 L {wide} 0 L {wide} {tall} L 0 {tall} C", 'Stroke="false" Fill="true"',
            f'<ofd:FillColor Value="{shade} {shade} {shade}"/>',
        )  # fmt: skip

    def content(self, page) -> str:
        parts = []
        for kind, *rest in page.operations:
            match kind:
                case "text":
                    parts.append(self.text(page, *rest[:5]))
                case "line" | "box":
                    parts.append(self.stroked(page, kind, *rest))
                case "fill":
                    parts.append(self.fill(page, *rest))
        return (
            f"<ofd:Page {SPACE}><ofd:Area><ofd:PhysicalBox>0 0 {mm(page.width)} {mm(page.height)}</ofd:PhysicalBox></ofd:Area>"
            f'<ofd:Content><ofd:Layer Type="Body" ID="{self.id()}">{"".join(parts)}</ofd:Layer></ofd:Content></ofd:Page>'
        )

    def save(self, path) -> None:
        members = []
        listed = []
        for index, page in enumerate(self.pages):
            members.append((f"Doc_0/Pages/Page_{index}/Content.xml", self.content(page)))
            listed.append(f'<ofd:Page ID="{self.id()}" BaseLoc="Pages/Page_{index}/Content.xml"/>')
        fonts = "".join(f'<ofd:Font ID="{i}" FontName="{escape(name)}"/>' for name, i in self.fonts.items())
        first = [
            ("OFD.xml", f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo>'
             "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
            ("Doc_0/Document.xml", f"<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>{self.number}</ofd:MaxUnitID><ofd:PageArea>"
             "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
             f'<ofd:Pages>{"".join(listed)}</ofd:Pages></ofd:Document>'),
            ("Doc_0/PublicRes.xml", f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts>{fonts}</ofd:Fonts></ofd:Res>'),
        ]  # fmt: skip
        parts = [(name, '<?xml version="1.0" encoding="UTF-8"?>' + content) for name, content in (*first, *members)]
        Path(path).write_bytes(zipped(parts))


def render(report: Report, path) -> None:
    Writer(report).save(path)
