"""A page of the web as converters make it: every line of text and every ruling an element with its own place."""

import html

from render_canvas import composed
from report import Report


def px(points: float) -> str:
    return f"{points / 0.75:.2f}px"


class Placed:
    def __init__(self, report: Report):
        self.composer, self.pages = composed(report)
        self.rng = report.plan.random("placed")
        self.classes = self.rng.random() < 0.4  # what all have in common stands in a style sheet
        self.bars = self.rng.random() < 0.5  # rulings are filled, else borders
        self.title = report.title

    def element(self, style: str, content: str = "") -> str:
        if self.classes:
            return f'<div class="p" style="{style}">{content}</div>'
        return f'<div style="position:absolute;{style}">{content}</div>'

    def text(self, page, x, y, text, face, size) -> str:
        wide = self.composer.measure(text, face, size)
        bold = ";font-weight:bold" if face == self.composer.heads and face != self.composer.words else ""
        place = f"left:{px(x)};top:{px(page.height - y - 0.86 * size)};font-size:{size:g}pt;line-height:{size:g}pt{bold}"
        if self.rng.random() < 0.3:
            place += f";width:{px(wide + 1)};white-space:nowrap"
        else:
            place += ";white-space:nowrap"
        return self.element(place, html.escape(text).replace("  ", "&nbsp; "))

    def line(self, page, x0, y0, x1, y1, width, dash, grey) -> str:
        shade = "#" + f"{round(grey * 255):02x}" * 3
        left, top = min(x0, x1), page.height - max(y0, y1)
        wide, high = abs(x1 - x0), abs(y1 - y0)
        width = max(width, 0.3)
        flat = wide > high
        if self.bars and not dash:
            where = (left, top - width / 2, wide, width) if flat else (left - width / 2, top, width, high)
            return self.element(
                f"left:{px(where[0])};top:{px(where[1])};width:{px(where[2])};height:{px(where[3])};background:{shade}"
            )
        side = "top" if flat else "left"
        style = "dashed" if dash else "solid"
        size = f"width:{px(wide)};height:0" if flat else f"width:0;height:{px(high)}"
        return self.element(f"left:{px(left)};top:{px(top)};{size};border-{side}:{width:.2f}pt {style} {shade}")

    def box(self, page, x0, y0, x1, y1, width, dash, grey) -> str:
        shade = "#" + f"{round(grey * 255):02x}" * 3
        width = max(width, 0.3)
        return self.element(
            f"left:{px(x0 - width / 2)};top:{px(page.height - y1 - width / 2)};width:{px(x1 - x0 - width)};"
            f"height:{px(y1 - y0 - width)};border:{width:.2f}pt {'dashed' if dash else 'solid'} {shade}"
        )

    def fill(self, page, x0, y0, x1, y1, grey) -> str:
        shade = "#" + f"{round(grey * 255):02x}" * 3
        return self.element(
            f"left:{px(x0)};top:{px(page.height - y1)};width:{px(x1 - x0)};height:{px(y1 - y0)};background-color:{shade}"
        )

    def page(self, page) -> str:
        parts = []
        for kind, *rest in page.operations:
            match kind:
                case "text":
                    parts.append(self.text(page, *rest[:5]))
                case "line":
                    parts.append(self.line(page, *rest))
                case "box":
                    parts.append(self.box(page, *rest))
                case "fill":
                    parts.append(self.fill(page, *rest))
        return f'<div style="position:relative;width:{px(page.width)};height:{px(page.height)};overflow:hidden">{"".join(parts)}</div>'

    def whole(self) -> str:
        sheet = "<style>.p{position:absolute}</style>" if self.classes else ""
        pages = "\n".join(self.page(page) for page in self.pages)
        return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(self.title)}</title>{sheet}</head><body>{pages}</body></html>'


def render(report: Report, path) -> None:
    path.write_text(Placed(report).whole(), encoding="utf-8")
