"""What stands on pages and is not to be read, and how pages lie on paper: drawn over finished files."""

import io
import random
from pathlib import Path

from plan import Plan

WORDS = "某区财政局公开"
PALE = 0.8


def draw(path: Path, plan: Plan) -> None:
    """Watermarks, stamps, hidden text and further page numbers, on every page."""
    if plan["unread"] == "nothing" and plan["footers"] == "as-planned":
        return
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        count = len(pdf.pages)
        for number, page in enumerate(pdf.pages, 1):
            _, _, width, height = (float(v) for v in page.mediabox)
            if "/Rotate" in page.obj and int(page.obj["/Rotate"]) % 180:
                continue
            with pikepdf.open(io.BytesIO(sheet(plan, number, count, width, height))) as drawn:
                form = pdf.copy_foreign(drawn.pages[0].as_form_xobject())
            if plan["unread"] == "layer":
                form.OC = layer(pdf)
            name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/Unread"))
            below = plan["unread"] in ("large", "level")
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(b"\nQ\n", prepend=False)
            page.contents_add(f"q {name} Do Q\n".encode(), prepend=below)
        pdf.save(path, deterministic_id=True)


def sheet(plan: Plan, number: int, count: int, width: float, height: float) -> bytes:
    from faces import BY_FILE
    from render_canvas import register
    from reportlab.pdfgen.canvas import Canvas

    face = register(BY_FILE["song"].words)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, initialFontName=face)
    kind = plan["unread"]
    if kind == "tiled":
        canvas.setFillGray(PALE)
        for row in range(int(height // 110) + 1):
            for column in range(int(width // 160) + 1):
                write(canvas, face, 16, 20 + 160 * column, 20 + 110 * row, 30)
    elif kind == "large":
        canvas.setFillGray(0.88)
        write(canvas, face, width / 8, width * 0.06, height * 0.6, 0)
    elif kind == "level":
        canvas.setFillGray(PALE)
        for row in range(int(height // 60) + 1):
            for column in range(3):
                write(canvas, face, 12, 30 + width / 3 * column, 17 + 60 * row, 0)
    elif kind == "white":
        canvas.setFillGray(1)
        rng = plan.random(f"white {number}")
        canvas.setFont(face, 9)
        for _ in range(6):
            canvas.drawString(rng.uniform(0.1, 0.8) * width, rng.uniform(0.1, 0.9) * height, "777.00")
    elif kind == "stamp" and number <= 3:
        canvas.setFillColorRGB(0.8, 0, 0)
        write(canvas, face, 22, width * 0.6, height * 0.3, 15)
    elif kind == "layer":
        canvas.setFont(face, 9)
        for row in range(5):
            canvas.drawString(width * 0.4, height * (0.2 + 0.15 * row), "888.00")
    canvas.setFillGray(0)
    text = {"counted": f"第{number}页，共{count}页", "english": f"-- {number} of {count} --"}.get(plan["footers"])
    if text:
        canvas.setFont(face, 9)
        canvas.drawCentredString(width / 2, 31, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(canvas, face: str, size: float, x: float, y: float, degrees: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(degrees)
    canvas.setFont(face, size)
    canvas.drawString(0, 0, WORDS)
    canvas.restoreState()


def layer(pdf):
    """The layer of a file that is switched off."""
    from pikepdf import Array, Dictionary, Name, String

    if "/OCProperties" not in pdf.Root:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    return pdf.Root.OCProperties.OCGs[0]


def two_up(path: Path) -> None:
    """Pairs of upright pages side by side on lying ones; a page that lies stays alone."""
    import pikepdf

    with pikepdf.open(path) as source, pikepdf.new() as made:
        waiting = None
        for page in source.pages:
            _, _, width, height = (float(v) for v in page.mediabox)
            if "/Rotate" in page.obj or width > height:
                waiting = None
                made.pages.append(page)
                continue
            if waiting is None:
                made.add_blank_page(page_size=(height, width))
                waiting = made.pages[-1]
                waiting.add_overlay(page, pikepdf.Rectangle(0, 0, height / 2, width))
            else:
                waiting.add_overlay(page, pikepdf.Rectangle(height / 2, 0, height, width))
                waiting = None
        made.save(path, deterministic_id=True)


def number_lines(path: Path, rng: random.Random) -> None:
    """A line with the number of a page where each page of the text ended, be it between the rows of a table."""
    lines = path.read_text(encoding="utf-8").split("\n")
    made: list[str] = []
    number, left = 1, rng.randint(18, 30)
    for index, line in enumerate(lines):
        made.append(line)
        left -= 1
        separates = line.startswith("| ---") or index + 1 < len(lines) and lines[index + 1].startswith("| ---")
        if left <= 0 and line.strip() and not separates:
            made.append(str(number))
            number, left = number + 1, rng.randint(18, 30)
    path.write_text("\n".join(made), encoding="utf-8")
