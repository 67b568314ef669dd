"""A table of procurement says of what size the things are, in words full of numbers."""

from dataclasses import replace
from random import Random

from sheet import Line, Sheet

NAME = "specifications"
COLUMN = "规格型号"
SIZES = ("{}人，{}天", "{}平方米×{}间", "{}GB/{}核", "{}页，{}册")


def add(sheet: Sheet, rng: Random) -> None:
    sheet.labels = replace(sheet.labels, between=(*sheet.labels.between, COLUMN))
    for line in sheet.lines:
        line.between = (*line.between, size(line, rng))


def size(line: Line, rng: Random) -> str:
    if line.kind == "total":
        return ""
    return rng.choice(SIZES).format(rng.choice((201, 208, 221, 302, 310, rng.randint(100, 400))), rng.randint(2, 9))
