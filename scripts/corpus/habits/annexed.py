"""The tables are published apart: the report lists them and shows none, but for a small one that has nothing to do with them."""

from random import Random

from document import Paragraph
from sheet import FreeTable

NAME = "tables-place"
RATES = (("会议室", "每小时"), ("自习室", "每天"), ("展厅", "每场"), ("运动场地", "每小时"))


def shown(rng: Random) -> list:
    rows = [["序号", "收费项目", "计费单位", "收费标准（元）"]]
    rows += [[str(i), name, unit, str(rng.randint(2, 60) * 10)] for i, (name, unit) in enumerate(RATES, 1)]
    return [Paragraph("各表另行公开，见附件。附：收费标准"), FreeTable(rows, [0.6, 2, 1.5, 1.5])]
