"""Single errors to plant into a sound report, one kind for each thing that a careful reader would notice.

A kind is a method of `Forms`, which works on the forms before they are laid out, or of `Words` or `Parts`, which work on
the finished report. It plants one error and says which, or returns None where the report offers no place for it. No method
knows how the error will be looked for.
"""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from classification import EARLIER, FUNCTIONAL
from department import Department
from document import MARK, Heading, Paragraph, unmarked
from faults import Flaw, Planter, digits_pattern
from misprints import misprinted
from parts import add_parts
from plan import Plan
from printing import printer
from report import Report
from sheet import FreeTable, Line, Sheet

LEAST = {"wan": "1", "yuan": "10000"}  # an error of less than 1 万元 may pass as rounding of many figures
CARRIED_OVER = ("governmentFund", "stateCapital")


class Forms:
    """Errors in the forms."""

    def __init__(self, plan: Plan, department: Department, rng: random.Random, sheets: list):
        self.plan, self.department, self.rng = plan, department, rng
        self.sheets = [s for s in sheets if isinstance(s, Sheet) and not s.empty]
        self.planter = Planter(plan, department)
        self.planter.rng = rng

    # Figures

    def slip(self, sheet: Sheet, line: Line, column: int) -> Flaw | None:
        p = printer(self.plan, sheet.only_wan)
        right = p.digits(line.values[column])
        text = misprinted(right, LEAST[p.unit], self.rng)
        if text is None:
            return None
        fen = round(float(text) * (1_000_000 if p.unit == "wan" else 100))
        line.values = (*line.values[:column], fen, *line.values[column + 1 :])
        wrong = p.digits(fen)
        if wrong == right:
            return None
        return Flaw(
            "cell", "R", f"{sheet.title}: {line.code or line.name}: {wrong} instead of {right}", [[digits_pattern(wrong)]]
        )

    def pick(self, sheets: list[Sheet], of: Callable[[Line], bool], columns: Callable[[Sheet], Iterable[int]]) -> Flaw | None:
        """A slip in some amount of these lines."""
        cells = [
            (sheet, line, column)
            for sheet in sheets
            for line in sheet.lines
            if of(line)
            for column in columns(sheet)
            if column < len(line.values) and isinstance(line.values[column], int) and line.values[column] > 2_000_000
        ]
        return self.slip(*self.rng.choice(cells)) if cells else None

    def lists(self) -> list[Sheet]:
        """Forms by function that print classes, divisions and items."""
        return [
            s
            for s in self.sheets
            if s.shape == "list"
            and s.labels.scheme == "functional"
            and {len(line.code) for line in s.lines if line.code} == {3, 5, 7}
            and any(line.kind == "total" for line in s.lines)
        ]

    def item(self):
        return self.pick(self.lists(), lambda line: len(line.code or "") == 7, lambda s: range(1))

    def division(self):
        return self.pick(self.lists(), lambda line: len(line.code or "") == 5, lambda s: range(1))

    def class_(self):
        return self.pick(self.lists(), lambda line: len(line.code or "") == 3, lambda s: range(1))

    def total(self):
        return self.pick(self.lists(), lambda line: line.kind == "total", lambda s: range(1))

    def part_of_row(self):
        return self.pick(self.lists(), lambda line: bool(line.code), lambda s: range(1, len(s.sides[0].columns)))

    def sides(self) -> list[Sheet]:
        return [s for s in self.sheets if s.shape == "sides"]

    def side_item(self):
        return self.pick(self.sides(), lambda line: line.kind == "item" and line.name[:1] in "一二三四五六七八九", lambda s: range(1))

    def side_total(self):
        return self.pick(self.sides(), lambda line: line.kind != "item", lambda s: range(1))

    def economic(self) -> list[Sheet]:
        return [s for s in self.sheets if s.labels.scheme == "economic" or s.form == "generalBudgetBasicExpenditure"]

    def economic_item(self):
        return self.pick(self.economic(), lambda line: len(line.code or "") == 5, lambda s: range(1))

    def economic_class(self):
        return self.pick(self.economic(), lambda line: len(line.code or "") == 3, lambda s: range(1))

    def three_public(self):
        sheets = [s for s in self.sheets if s.form == "threePublicExpenses" and not s.blank]
        others = ("会议费", "培训费", "机关运行")
        return self.pick(
            sheets,
            lambda line: not any(other in line.name for other in others),
            lambda s: [i for i, path in enumerate(s.sides[0].columns) if not any(o in n for n in path for o in others)],
        )

    def carried_over(self):
        """An opening or closing balance of a fund."""
        sheets = [s for s in self.sheets if s.form in CARRIED_OVER and len(s.sides[0].columns) == 6]
        return self.pick(sheets, lambda line: bool(line.code), lambda s: range(5, 6))

    def other_table(self):
        """An item, and all that it is part of, is higher in one form than in the others."""
        sheets = [s for s in self.lists() if s.form in ("income", "expenditure", "generalBudgetExpenditure")]
        if not sheets:
            return None
        sheet = self.rng.choice(sheets)
        p = printer(self.plan, sheet.only_wan)
        items = [line for line in sheet.lines if len(line.code or "") == 7 and isinstance(line.values[1], int) and line.values[1]]
        item = self.rng.choice(items)
        more = self.rng.randint(3, 90) * 1_000_000
        whole: Line | None = None
        for line in sheet.lines:
            if line.kind == "total" or line.code and item.code.startswith(line.code):
                line.values = (line.values[0] + more, line.values[1] + more, *line.values[2:])
                whole = line if line.kind == "total" else whole
        wrong = p.digits(whole.values[0])
        return Flaw("table", "R", f"{sheet.title}: {wrong} in all, more than elsewhere", [[digits_pattern(wrong)]])

    # Words

    def by_planter(self, plant: Callable[[list[Sheet]], None]) -> Flaw | None:
        plant(self.sheets)
        return self.planter.flaws[0] if self.planter.flaws else None

    def line_number(self):
        return self.by_planter(self.planter.misprinted_line)

    def line_formula(self):
        return self.by_planter(self.planter.misprinted_formula)

    def earlier_name(self):
        return self.by_planter(self.planter.other_name)

    def neighbour_name(self):
        """An item bears the name of the item below it."""
        if self.plan["codes"] == "absent":
            return None
        known = {}
        for sheet in self.lists():
            for line in sheet.lines:
                known.setdefault(line.code, []).append(sheet)
        sheets = [s for s in self.lists() if any(len(known[line.code]) > 1 for line in s.lines if line.code)]
        if not sheets:
            return None
        sheet = self.rng.choice(sheets)
        items = [line for line in sheet.lines if len(line.code or "") == 7]
        pairs = [(a, b) for a, b in zip(items, items[1:]) if a.name != b.name and len(known[a.code]) > 1]
        if not pairs:
            return None
        line, below = self.rng.choice(pairs)
        right, line.name = line.name, below.name
        return Flaw("name", "S", f"{sheet.title}: {line.code} is called {line.name} instead of {right}", [[line.code, line.name]])

    # Forms

    def blank_table(self):
        return self.by_planter(self.planter.blank_table) if not self.department.budget else None

    def missing_table(self):
        forms = [s for s in self.sheets if s.form or self.department.budget]
        standard = [s for s in forms if s.form and s.form != "threePublicExpenses"]
        flaw = self.by_planter(lambda _: self.planter.missing_table(standard)) if len(standard) > 3 else None
        for pattern in flaw.patterns if flaw else []:
            # A finding calls it by the title that most places give it.
            pattern[0] = re.sub("(决算)(总|明细)?表$", "决算(总|明细)?表", pattern[0].replace("收支", "(收支|收入支出)"))
        return flaw


AMOUNTS = (
    "收入支出总计 财政拨款收入支出总计 本年收入合计 本年支出合计 财政拨款收入 基本支出 项目支出 一般公共预算财政拨款支出 "
    "一般公共预算财政拨款基本支出 人员经费 公用经费 收入预算 支出预算 财政拨款收入预算 一般公共预算支出"
).split()
THREE_PUBLIC = "“三公”经费 因公出国（境）费 公务用车购置及运行费 公务用车购置费 公务用车运行费 公务接待费".split()


class Words:
    """Errors in the words of the finished report."""

    def __init__(self, rng: random.Random, report: Report):
        self.rng, self.report = rng, report
        self.year = report.department.year
        self.planter = Planter(report.plan, report.department)
        self.planter.rng = rng

    # Figures

    def figures(self, wanted: Callable[[str], bool]) -> list[tuple[Paragraph, re.Match, str]]:
        found = []
        for block in self.report.blocks:
            if isinstance(block, Paragraph):
                for match in MARK.finditer(block.text):
                    label = self.report.facts[int(match[1])][0]
                    if wanted(label):
                        found.append((block, match, label))
        return found

    def slip(self, wanted: Callable[[str], bool], least: str | None = None) -> Flaw | None:
        """A slip in one of the figures of the text."""
        places = self.figures(wanted)
        self.rng.shuffle(places)
        for block, match, label in places:
            unit = self.report.facts[int(match[1])][2]
            wrong = misprinted(match[2], least or LEAST["yuan" if unit == "元" else "wan"], self.rng)
            if wrong is not None and not match[2].replace(",", "").strip("0.") == "":
                block.text = block.text[: match.start(2)] + wrong + block.text[match.end(2) :]
                return Flaw(
                    "figure", "R", f"{label}: {wrong} instead of {match[2]}", [[digits_pattern(wrong.replace(",", ""))]]
                )
        return None

    def amount(self):
        return self.slip(lambda label: label in AMOUNTS) if self.report.laid else None

    def item(self):
        return self.slip(lambda label: re.fullmatch(r"\d{7}( 支出决算)?", label) is not None) if self.report.laid else None

    def item_of_class(self):
        return self.slip(lambda label: re.fullmatch(r"一般公共预算支出 \d{3}", label) is not None)

    def three_public(self):
        return self.slip(lambda label: label in THREE_PUBLIC or label.removesuffix("支出决算") in THREE_PUBLIC)

    def fund(self):
        return self.slip(lambda label: label.startswith("政府性基金") and not label.endswith("拨款"))

    def procurement(self):
        return self.slip(lambda label: label.startswith("政府采购"))

    def change(self):
        return self.slip(lambda label: label.endswith("增减额"))

    def rate(self):
        return self.slip(lambda label: label.endswith("增减率"), "1")

    def share(self):
        return self.slip(lambda label: "占比" in label, "1")

    def completion(self):
        return self.slip(lambda label: label.endswith("完成率"), "1")

    def direction(self):
        """A rise told as a fall."""
        for block, match, label in self.figures(lambda label: label.endswith("增减率")):
            before = block.text[: match.start()]
            verb = re.search(r"(增加|减少)([ ]?\ue000\d+\ue001[^\ue001]*\ue002[ ]?万?元，)(增长|下降)[ ]?$", before)
            if verb and float(match[2]) >= 4:
                more = verb[1] == "增加"
                told = ("减少" if more else "增加") + verb[2] + ("下降" if more else "增长")
                block.text = before[: verb.start()] + told + before[verb.end(3) :] + block.text[match.start() :]
                return Flaw("direction", "R", f"{label}: the wrong way", [[digits_pattern(match[2])]])
        return None

    def greater(self):
        """大于 for 小于."""
        places = [b for b in self.report.blocks if isinstance(b, Paragraph) and re.search("决算数(大于|小于)年初预算数", b.text)]
        if not places:
            return None
        block = self.rng.choice(places)
        spent = [m[2] for m in MARK.finditer(block.text) if self.report.facts[int(m[1])][0].endswith("支出决算")]
        block.text = re.sub("决算数(大于|小于)", lambda m: "决算数" + ("小于" if m[1] == "大于" else "大于"), block.text)
        return Flaw("direction", "R", "大于 for 小于", [["大于|小于", digits_pattern(spent[-1].replace(",", ""))]])

    def nothing_as_base(self):
        """A rise by the whole amount, from nothing, and its percentage."""
        for block, match, label in self.figures(lambda label: label.removesuffix("支出决算") in THREE_PUBLIC[1:]):
            at = re.match("[ ]?万?元", block.text[match.end() :])
            if at and float(match[2].replace(",", "")):
                spent = match[2] + at[0].strip()
                end = match.end() + at.end()
                block.text = f"{block.text[:end]}，比上年增加{spent}，增长100%{block.text[end:]}"
                return Flaw("base", "R", f"{label}: 100% of nothing", [["100%", digits_pattern(match[2].replace(",", ""))]])
        return None

    # Names

    def list_without_item(self):
        """The list of what the basic expenditure pays leaves one out."""
        if not self.report.laid:
            return None
        for block in self.report.blocks:
            match = isinstance(block, Paragraph) and re.match("(人员经费|公用经费).*，用于([^。]*)。$", block.text)
            if match and (items := match[2].split("、")) and len(items) > 3:
                left_out = items.pop(self.rng.randrange(len(items)))
                block.text = block.text[: match.start(2) - 2] + f"主要包括：{'、'.join(items)}。"
                return Flaw("list", "S", f"{match[1]} without {left_out}", [[left_out]])
        return None

    def name_of_class(self):
        """A class under its earlier or later name."""
        if not self.report.laid:
            return None
        for block, match, label in self.figures(lambda label: re.fullmatch(r"一般公共预算支出 \d{3}", label) is not None):
            code = label[-3:]
            names = [FUNCTIONAL[code], EARLIER[code][1]] if code in EARLIER else []
            used = next((n for n in names if n + "（类）" in block.text), None)
            if used:
                other = next(n for n in names if n != used)
                block.text = block.text.replace(used + "（类）", other + "（类）")
                return Flaw("name", "S", f"{code} is called {other}, in the tables {used}", [[other]])
        return None

    # Years

    def year_of_heading(self):
        parts = [b for b in self.report.blocks if isinstance(b, Heading) and b.level == 2 and str(self.year) in b.text]
        if not parts:
            return None
        block = self.rng.choice(parts)
        block.text = block.text.replace(str(self.year), str(self.year - 1))
        return Flaw("year", "S", block.text, [[f"{self.year - 1}年"]])

    def closing_date(self):
        return self.year_in("截至{}年12月31日", self.year, self.year - 1)

    def year_of_comparison(self):
        return self.year_in("与{}年度相比", self.year - 1, self.year) or self.year_in("与 {} 年度相比", self.year - 1, self.year)

    def year_in(self, words: str, right: int, wrong: int) -> Flaw | None:
        for block in self.report.blocks:
            if isinstance(block, Paragraph) and words.format(right) in block.text:
                block.text = block.text.replace(words.format(right), words.format(wrong), 1)
                return Flaw("year", "S", words.format(wrong), [[str(wrong)]])
        return None

    # Left from the template

    def sentences(self) -> list[Paragraph]:
        return [b for b in self.report.blocks if isinstance(b, Paragraph) and b.kind == "body" and b.text.endswith("。")]

    def punctuation(self):
        block = self.rng.choice(self.sentences())
        mark = self.rng.choice(("，，", "。。", "；；"))
        at = {"，，": "，", "。。": "。", "；；": "；"}[mark]
        if at not in block.text:
            return None
        block.text = mark.join(block.text.rsplit(at, 1))
        return Flaw("punctuation", "S", mark, [[mark]])

    def template_choice(self):
        places = [b for b in self.sentences() if re.search("(增加|减少)[ ]?\ue000", b.text)]
        if not places:
            return None
        block = self.rng.choice(places)
        block.text = re.sub("(增加|减少)(?=[ ]?\ue000)", "增加（减少）", block.text, count=1)
        return Flaw("template", "S", "增加（减少）", [[r"增加[（(]减少"]])

    def placeholder(self):
        block = self.rng.choice([b for b in self.report.blocks if isinstance(b, Heading) and "概况" in b.text] or [None])
        if block is None:
            return None
        name = self.rng.choice(("XX局", "××局", "（单位名称）"))
        block.text = block.text.replace(self.report.department.name, name)
        return Flaw("placeholder", "S", name, [[re.escape(name)]])

    def unit_of_table(self):
        self.planter.wrong_unit(self.report)
        return self.planter.flaws[0] if self.planter.flaws else None


class Parts(Words):
    """Errors in staff, self-evaluation and contents."""

    def tables(self) -> list[FreeTable]:
        return [b for b in self.report.blocks if isinstance(b, FreeTable) and b.title.endswith("自评表")]

    def cell(self, row: int, column: int, wrong: Callable[[str], str | None], what: str, told: str = "") -> Flaw | None:
        """Another text in a cell of one of the tables of self-evaluation; rows are counted from the end where negative."""
        tables = self.tables()
        if not tables:
            return None
        table = self.rng.choice(tables)
        right = table.rows[row][column]
        text = wrong(right)
        if text is None or text == right:
            return None
        table.rows[row][column] = text
        return Flaw("score", "R", f"{table.title}: {what} {text} instead of {right}", [[digits_pattern(told or text.rstrip("%"))]])

    def score_above_maximum(self):
        return self.cell(5, 7, lambda _: "51.00", "score")

    def total_score(self):
        return self.cell(-1, 7, lambda right: f"{float(right) - self.rng.randint(2, 6):.2f}", "total")

    def weight(self):
        return self.cell(-2, 6, lambda right: str(int(right) + 5), "maximum", "105")

    def execution_rate(self):
        return self.cell(2, 6, lambda right: f"{float(right[:-1]) - 3:.2f}%", "rate")

    def execution_score(self):
        return self.cell(2, 7, lambda right: f"{float(right) - 2:.2f}", "score")

    def source_of_money(self):
        return self.cell(3, 3, lambda right: f"{float(right) * 1.4 + 2:.2f}", "source")

    def amount_of_project(self):
        places = [b for b in self.sentences() if "绩效自评综述" in b.text]
        if not places:
            return None
        block = self.rng.choice(places)
        match = re.search("全年预算数为([0-9.]+)", block.text)
        wrong = misprinted(match[1], "1", self.rng)
        if wrong is None:
            return None
        block.text = block.text[: match.start(1)] + wrong + block.text[match.end(1) :]
        return Flaw("figure", "R", f"全年预算数 {wrong} instead of {match[1]}", [[digits_pattern(wrong)]])

    def number_of_projects(self):
        for block in self.sentences() if self.tables() else []:
            if match := re.search("涉及项目([0-9]+)个", block.text):
                block.text = block.text.replace(match[0], f"涉及项目{int(match[1]) - 1}个")
                return Flaw("count", "S", f"涉及项目{int(match[1]) - 1}个", [[f"{int(match[1]) - 1}个"]])
        return None

    def staff(self):
        for block in self.sentences():
            if match := re.search("行政编制([0-9]+)人", block.text):
                block.text = block.text.replace(match[0], f"行政编制{int(match[1]) + 7}人")
                return Flaw("staff", "R", f"行政编制{int(match[1]) + 7}人", [[f"(?<!\\d){int(match[1]) + 7}(?!\\d)"], ["编制", "合计|之和"]])
        return None

    def part_of_contents(self):
        """The heading of a part that the contents list says something else."""
        listed = any(isinstance(b, Paragraph) and b.kind == "contents" and "名词解释" in b.text for b in self.report.blocks)
        for block in self.report.blocks if listed else []:
            if isinstance(block, Heading) and block.text.endswith("名词解释"):
                block.text = "附：有关用语"
                return Flaw("contents", "S", "名词解释 is not there", [["名词解释"]])
        return None

    def number_in_contents(self):
        entries = [b for b in self.report.blocks if isinstance(b, Paragraph) and b.kind == "contents" and b.text.startswith("第三部分")]
        if not entries:
            return None
        entries[0].text = entries[0].text.replace("第三", "第四", 1)
        return Flaw("contents", "S", "第四部分 for 第三部分", [["第四部分"]])


@dataclass(frozen=True)
class Kind:
    """A kind of error, by where it is looked for and the method that plants it."""

    where: type
    method: str

    @property
    def name(self) -> str:
        return f"{self.where.__name__.lower()}.{self.method.strip('_')}"


def kinds_of(where: type, methods: str) -> tuple[Kind, ...]:
    return tuple(Kind(where, method) for method in methods.split())


KINDS = kinds_of(
    Forms,
    "item division class_ total part_of_row side_item side_total economic_item economic_class three_public carried_over "
    "other_table line_number line_formula earlier_name neighbour_name blank_table missing_table",
) + kinds_of(
    Words,
    "amount item item_of_class three_public fund procurement change rate share completion direction greater nothing_as_base "
    "list_without_item name_of_class year_of_heading closing_date year_of_comparison punctuation template_choice placeholder "
    "unit_of_table",
) + kinds_of(
    Parts,
    "score_above_maximum total_score weight execution_rate execution_score source_of_money amount_of_project number_of_projects "
    "staff part_of_contents number_in_contents",
)


class Single:
    """Plants one error of one kind into a report with all its parts; what `compose` asks of a planter."""

    def __init__(self, kind: Kind | None, plan: Plan, department: Department):
        self.kind, self.plan, self.department = kind, plan, department
        self.rng = plan.random(f"planting {kind.name}" if kind else "no planting")
        self.slips: dict[str, str] = {}
        self.flaws: list[Flaw] = []

    def plant(self, ground: Forms | Words) -> None:
        flaw = getattr(ground, self.kind.method)()
        self.flaws += [flaw] if flaw else []

    def in_sheets(self, sheets: list) -> None:
        if self.kind and self.kind.where is Forms:
            self.plant(Forms(self.plan, self.department, self.rng, sheets))

    def in_report(self, report: Report) -> None:
        add_parts(report)
        if self.kind and self.kind.where is not Forms:
            self.plant(self.kind.where(self.rng, report))
