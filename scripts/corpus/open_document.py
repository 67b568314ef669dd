"""What Writer's and Calc's flat files share: styles made as they are needed, borders of cells, pages, and the run of soffice."""

import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from document import Cell
from faces import BY_NAME
from plan import Plan
from tabular import Laid

NAMESPACES = " ".join(
    f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"'
    for k, v in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
LINES = {
    "hairline": "0.05pt solid #000000",
    "grey": "0.7pt solid #999999",
    "dashed": "0.7pt dashed #000000",
    "double": "0.7pt solid #000000",
}
_profile: str | None = None


def attributes(values: dict[str, str]) -> str:
    return "".join(f" {key}={quoteattr(value)}" for key, value in values.items())


class Styles:
    """Automatic styles, one for each set of properties."""

    def __init__(self):
        self.names: dict[tuple, str] = {}
        self.parts: list[str] = []

    def add(self, family: str, properties: dict[str, dict[str, str]], **more: str) -> str:
        key = (family, repr(properties), repr(more))
        if key not in self.names:
            name = self.names[key] = f"a{len(self.names)}"
            inner = "".join(f"<style:{kind}-properties{attributes(values)}/>" for kind, values in properties.items())
            head = attributes({k.replace("__", ":").replace("_", "-"): v for k, v in more.items()})
            self.parts.append(f'<style:style style:name="{name}" style:family="{family}"{head}>{inner}</style:style>')
        return self.names[key]


def text_properties(plan: Plan, size: float, heads: bool = False) -> dict[str, str]:
    faces = BY_NAME[plan["fonts"]]
    words = faces.heads if heads else faces.words
    return {
        "fo:font-family": f"'{faces.figures.name}'",
        "style:font-family-asian": f"'{words.name}'",
        "fo:font-size": f"{size}pt",
        "style:font-size-asian": f"{size}pt",
    }


def borders(plan: Plan, laid: Laid, x: int, y: int, cell: Cell, plain: bool = False) -> dict[str, str]:
    """The borders of a cell at column x and row y."""
    style = plan["rulings"]
    if y < laid.title_lines or (style == "none" and not plain):
        return {"fo:border": "none"}
    top, bottom = y == laid.title_lines, y + cell.rows == len(laid.rows)
    left, right = x == 0, x + cell.columns == laid.columns
    line = LINES.get(style, "0.7pt solid #000000")
    if style == "no-outer":
        return {
            "fo:border-top": "none" if top else line,
            "fo:border-bottom": "none" if bottom else line,
            "fo:border-left": "none" if left else line,
            "fo:border-right": "none" if right else line,
        }
    if style == "three-line" and not plain:
        return {
            "fo:border-top": "1.4pt solid #000000" if top else "none",
            "fo:border-left": "none",
            "fo:border-right": "none",
            "fo:border-bottom": "1.4pt solid #000000"
            if bottom
            else (line if y < laid.header and y + cell.rows == laid.header else "none"),
        }
    if style == "horizontal" and not plain:
        return {"fo:border-top": line, "fo:border-bottom": line, "fo:border-left": "none", "fo:border-right": "none"}
    if style == "double":
        thick = "2.2pt double #000000"
        return {
            "fo:border-top": thick if top else line,
            "fo:border-bottom": thick if bottom else line,
            "fo:border-left": thick if left else line,
            "fo:border-right": thick if right else line,
        }
    made = {"fo:border": line}
    if style == "shaded" and y < laid.header:
        made["fo:background-color"] = "#dedede"
    return made


def page_number(plan: Plan) -> str:
    number, count = "<text:page-number>1</text:page-number>", "<text:page-count>1</text:page-count>"
    return {
        "none": "",
        "plain": number,
        "dashes": f"- {number} -",
        "words": f"第 {number} 页 共 {count} 页",
        "slash": f"{number}/{count}",
    }[plan["page-numbers"]]


def page_layout(name: str, lying: bool, foot: int = 7) -> str:
    """A kind of page; a tall foot makes tables break early, and its text stands at its end."""
    width, height = ("297mm", "210mm") if lying else ("210mm", "297mm")
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}" fo:page-height="{height}" '
        f'style:print-orientation="{"landscape" if lying else "portrait"}" fo:margin-top="15mm" fo:margin-bottom="14mm" fo:margin-left="20mm" fo:margin-right="20mm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="7mm" fo:margin-bottom="1mm"/></style:header-style>'
        f'<style:footer-style><style:header-footer-properties fo:min-height="{foot}mm" fo:margin-top="1mm"/></style:footer-style></style:page-layout>'
    )


def convert(source: str, ending: str, path: Path) -> None:
    """Has soffice print a flat file, or write it as the Office document that the path asks for."""
    with tempfile.TemporaryDirectory() as folder:
        flat = Path(folder) / f"report.{ending}"
        flat.write_text(source, encoding="utf-8")
        convert_file(flat, path)


def convert_file(source: Path, path: Path) -> None:
    """Has soffice write a document as another kind. One profile serves all documents of a process: making it takes seconds."""
    global _profile
    if _profile is None:
        _profile = tempfile.mkdtemp(prefix="soffice-profile-")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{_profile}",
                "--headless",
                "--convert-to",
                path.suffix[1:],
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        made = Path(folder) / source.with_suffix(path.suffix).name
        if not made.exists():
            raise RuntimeError(f"soffice made no {path.suffix}")
        path.write_bytes(made.read_bytes())


__all__ = ["NAMESPACES", "Styles", "attributes", "borders", "convert", "convert_file", "escape", "page_layout", "page_number", "text_properties"]
