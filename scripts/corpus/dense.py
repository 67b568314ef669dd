"""Makes pages that hold much and no table: dense.py DIR [SEED].

Prose in two justified columns with figures in it, drawings of many strokes, meshes of rules, and pages of 10 to 10,000
lines, words and rules, to see what each costs (scripts/measure-dense). The same seed makes the same pages.
"""
import random
import sys
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LATIN, CHINESE = "Times-Roman", "STSong-Light"
SIZES = [10, 100, 1000, 10000]
LATIN_WORDS = """the budget of a department is read by those who pay for it and a report that nobody can compare with the
one before says little to them so that figures have to stand where others stood in the year before under heads which
have kept their names""".split()
CHINESE_CLAUSES = """本年收入合计 比上年决算数增加 主要原因是人员变动 完成年初预算的 其中基本支出 用于保障机构正常运转
按照有关规定 财政拨款收入 一般公共预算财政拨款支出 较上年减少 项目支出 根据绩效评价的结果 占本年支出合计的""".split()


def figure(dice):
    return dice.choice([f"{dice.uniform(1, 99999):,.2f}", f"{dice.uniform(0, 100):.2f}%", str(dice.randint(1, 3000))])


def latin(dice, count, figures=0.12):
    """Words; each is set by itself where a line is justified."""
    return [figure(dice) if dice.random() < figures else dice.choice(LATIN_WORDS) for _ in range(count)]


def few_figures(dice, count):
    return latin(dice, count, 0.01)


def chinese(dice, count):
    """Characters and figures: a line may end after each."""
    pieces = []
    while len(pieces) < count:
        pieces += dice.choice(CHINESE_CLAUSES)
        pieces += [figure(dice), *"万元"] if dice.random() < 0.6 else []
        pieces.append(dice.choice("，，，。；"))
    return pieces[:count]


def column(canvas, pieces, x, y, width, foot, font, size, gap):
    """Sets pieces into justified lines from (x, y) down to the foot; hands back those that are left."""
    canvas.setFont(font, size)
    while y > foot and pieces:
        end, used = 0, 0.0
        while end < len(pieces):
            more = pdfmetrics.stringWidth(pieces[end], font, size) + (gap if end else 0)
            if end and used + more > width:
                break
            used, end = used + more, end + 1
        space = (width - used) / (end - 1) if end > 1 and end < len(pieces) else 0
        at = x
        for piece in pieces[:end]:
            canvas.drawString(at, y, piece)
            at += pdfmetrics.stringWidth(piece, font, size) + gap + space
        pieces, y = pieces[end:], y - 1.25 * size
    return pieces


def prose(canvas, dice, pages, words, font, gap, shift=0.0, columns=2, size=10):
    """Pages of prose; where `shift` is not 0, the lines of a column stand between those of the one before."""
    margin, between = 50, 20
    width = (WIDTH - 2 * margin - (columns - 1) * between) / columns
    for _ in range(pages):
        for side in range(columns):
            top = HEIGHT - 60 - side * shift
            column(canvas, words(dice, 3000), margin + side * (width + between), top, width, 60, font, size, gap)
        canvas.showPage()


def strokes(canvas, dice, count):
    """A drawing: short strokes at all places, many of them level or upright."""
    canvas.setLineWidth(0.3)
    for _ in range(count):
        x, y, length = dice.uniform(40, WIDTH - 60), dice.uniform(40, HEIGHT - 60), dice.uniform(1, 20)
        canvas.line(x, y, *dice.choice([(x + length, y), (x, y + length)]))
    canvas.drawString(60, 30, "Figure 1")
    canvas.showPage()


def mesh(canvas, dice, count):
    """Half of the rules level, half upright, over the whole page."""
    canvas.setLineWidth(0.1)
    for index in range(count // 2):
        at = (index + 0.5) / (count // 2)
        canvas.line(30, 30 + at * (HEIGHT - 60), WIDTH - 30, 30 + at * (HEIGHT - 60))
        canvas.line(30 + at * (WIDTH - 60), 30, 30 + at * (WIDTH - 60), HEIGHT - 30)
    canvas.showPage()


def lines(canvas, dice, count, words):
    """As many lines, of a few words each with gaps as of columns: a listing, or the rows of one huge table."""
    leading = min(14, (HEIGHT - 80) / count)
    canvas.setFont("Helvetica", min(9, 0.8 * leading))
    for index in range(count):
        for place in range(words):
            text = f"{dice.uniform(1, 9999):,.2f}" if place else f"{2010000 + index}"
            canvas.drawRightString(100 + place * 400 / words, HEIGHT - 40 - index * leading, text)
    canvas.showPage()


def level(canvas, dice, count):
    """A table between level rules alone."""
    leading = min(14, (HEIGHT - 80) / count)
    size = min(9, 0.7 * leading)
    canvas.setFont("Helvetica", size)
    canvas.setLineWidth(min(0.5, 0.1 * leading))
    for index in range(count):
        y = HEIGHT - 40 - index * leading
        canvas.line(40, y, WIDTH - 40, y)
        canvas.drawString(50, y - 0.8 * leading, f"{2010000 + index}")
        for place in range(4):
            canvas.drawRightString(200 + 100 * place, y - 0.8 * leading, f"{dice.uniform(1, 9999):,.2f}")
    canvas.line(40, HEIGHT - 40 - count * leading, WIDTH - 40, HEIGHT - 40 - count * leading)
    canvas.showPage()


def scattered(canvas, dice, count):
    """Words at all places, as on a plan or a map."""
    canvas.setFont("Helvetica", 4)
    for _ in range(count):
        text = figure(dice) if dice.random() < 0.5 else dice.choice(LATIN_WORDS)
        canvas.drawString(dice.uniform(30, WIDTH - 60), dice.uniform(30, HEIGHT - 30), text)
    canvas.showPage()


def kinds():
    yield "prose-latin", lambda canvas, dice: prose(canvas, dice, 8, latin, LATIN, 2.5)
    yield "prose-chinese", lambda canvas, dice: prose(canvas, dice, 8, chinese, CHINESE, 0)
    yield "prose-latin-shifted", lambda canvas, dice: prose(canvas, dice, 8, latin, LATIN, 2.5, 4)
    yield "prose-latin-wide", lambda canvas, dice: prose(canvas, dice, 8, latin, LATIN, 4.5, 4)
    yield "prose-few-figures", lambda canvas, dice: prose(canvas, dice, 8, few_figures, LATIN, 4.5)
    yield "prose-chinese-shifted", lambda canvas, dice: prose(canvas, dice, 8, chinese, CHINESE, 0.3, 5)
    yield "prose-chinese-wide", lambda canvas, dice: prose(canvas, dice, 8, chinese, CHINESE, 2.6)
    yield "prose-three-columns", lambda canvas, dice: prose(canvas, dice, 8, chinese, CHINESE, 2.6, 3, 3, 7)
    yield "strokes-20000", lambda canvas, dice: strokes(canvas, dice, 20000)
    for size in SIZES:
        yield f"strokes-{size}", lambda canvas, dice, size=size: strokes(canvas, dice, size)
        yield f"mesh-{size}", lambda canvas, dice, size=size: mesh(canvas, dice, size)
        yield f"rows-{size}", lambda canvas, dice, size=size: lines(canvas, dice, size, 6)
        yield f"columns-{size}", lambda canvas, dice, size=size: lines(canvas, dice, max(1, size // 100), min(size, 100))
        yield f"level-{size}", lambda canvas, dice, size=size: level(canvas, dice, size)
        yield f"scattered-{size}", lambda canvas, dice, size=size: scattered(canvas, dice, size)


def main():
    folder = Path(sys.argv[1])
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    folder.mkdir(parents=True, exist_ok=True)
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    for name, draw in kinds():
        canvas = Canvas(str(folder / f"{name}.pdf"), pagesize=A4, invariant=1, pageCompression=1)
        draw(canvas, random.Random(f"{seed} {name}"))
        canvas.save()


if __name__ == "__main__":
    main()
