"""Errors planted on purpose: in figures, in words, in whole forms. Each is listed as a flaw with patterns that tell it.

A pattern is a list of regular expressions that must all occur in one finding, without spaces and thousands separators.
"""

import random
import re
from dataclasses import dataclass, field

from classification import EARLIER
from department import Department
from document import Heading, Paragraph
from plan import Plan
from printing import plain_digits, printer
from sheet import Line, Sheet


@dataclass
class Flaw:
    kind: str
    cls: str  # R: a contradiction, S: a flaw of structure or wording
    text: str
    patterns: list[list[str]]
    pages: list[int] = field(default_factory=list)


def digits_pattern(digits: str) -> str:
    whole, _, rest = digits.partition(".")
    rest = rest.rstrip("0")
    return f"(?<![\\d.]){re.escape(whole)}" + (f"\\.{rest}0*(?!\\d)" if rest else "(?:\\.0+)?(?![\\d.])")


class Planter:
    """Plants the faults of a plan, first in the forms, then in the finished report."""

    def __init__(self, plan: Plan, department: Department):
        self.plan, self.department = plan, department
        self.rng: random.Random = plan.random("faults")
        self.flaws: list[Flaw] = []
        # Labels of the narrative whose figure or word goes wrong, and how.
        self.slips: dict[str, str] = {}

    def in_sheets(self, sheets: list) -> None:
        forms = [s for s in sheets if isinstance(s, Sheet)]
        choices = {
            "figures": [self.changed_cell, self.changed_total, self.wrong_narrative],
            "words": [self.other_name, self.misprinted_line, self.misprinted_formula],
            "forms": [self.blank_table, self.missing_table],
        }.get(self.plan["faults"], [])
        for plant in choices:
            plant(forms)

    # Figures

    def coded(self, forms: list[Sheet]) -> list[Sheet]:
        return [
            s
            for s in forms
            if s.shape == "list"
            and s.labels.scheme == "functional"
            and not s.empty
            and s.sides[0].lines[0].kind == "total"
            and len(s.sides[0].columns) >= 3
            and len(s.sides[0].lines) > 6
        ]

    def change(self, sheet: Sheet, line: Line, column: int, what: str) -> None:
        p = printer(self.plan, sheet.only_wan)
        before = line.values[column]
        after = before * self.rng.choice((3, 7)) // 10 if self.rng.random() < 0.5 else before + 9_000_000 * self.rng.randint(2, 8)
        after = after // 10000 * 10000
        line.values = (*line.values[:column], after, *line.values[column + 1 :])
        wrong, right = plain_digits(after, p.unit, p.decimals), plain_digits(before, p.unit, p.decimals)
        self.flaws.append(
            Flaw(
                "cell",
                "R",
                f"{sheet.title}: {what} {line.code or line.name}: {wrong} instead of {right}",
                [[digits_pattern(wrong)]],
            )
        )

    def changed_cell(self, forms: list[Sheet]) -> None:
        sheet = self.rng.choice(self.coded(forms))
        lines = [
            line
            for line in sheet.sides[0].lines
            if line.code and len(line.code) == 7 and isinstance(line.values[0], int) and line.values[0] > 2_000_000
        ]
        if lines:
            self.change(sheet, self.rng.choice(lines), 0, "item")

    def changed_total(self, forms: list[Sheet]) -> None:
        sheets = [
            s
            for s in forms
            if s.form in ("expenditure", "income", "generalBudgetExpenditure") or "支出预算" in s.title and s in self.coded(forms)
        ]
        sheets = [s for s in sheets if s in self.coded(forms)]
        if sheets:
            sheet = self.rng.choice(sheets)
            self.change(sheet, sheet.sides[0].lines[0], 1, "合计 column 2")

    def wrong_narrative(self, forms: list[Sheet]) -> None:
        if self.plan["order"] == "alone":
            return
        total = "收入预算" if self.department.budget else "收入支出总计"
        self.slips[total] = "amount"
        self.slips[f"{total}增减率"] = "rate"
        if not self.department.budget:
            self.slips["基本支出占比"] = "share"
            self.slips["财政拨款收入支出总计"] = "direction"

    # Words

    def other_name(self, forms: list[Sheet]) -> None:
        """One table calls a code by the name that it had in an earlier edition."""
        for sheet in forms:
            for line in sheet.lines:
                earlier = EARLIER.get(line.code or "")
                if (
                    earlier
                    and line.name != earlier[1]
                    and sheet.shape == "list"
                    and sheet.title.startswith(("支出", "部门支出", "一般"))
                ):
                    self.flaws.append(
                        Flaw(
                            "name",
                            "S",
                            f"{sheet.title}: {line.code} is called {earlier[1]}, elsewhere {line.name}",
                            [[earlier[1]]],
                        )
                    )
                    line.name = earlier[1]
                    return

    def misprinted_line(self, forms: list[Sheet]) -> None:
        if self.plan["line-numbers"] != "both":
            return
        for sheet in forms:
            if sheet.shape == "sides" and sheet.sides[-1].lines[1].number:
                line = sheet.sides[-1].lines[self.rng.randint(1, 8)]
                line.misprint = line.number + 10
                self.flaws.append(
                    Flaw(
                        "line number",
                        "S",
                        f"{sheet.title}: 行次 {line.misprint} instead of {line.number}",
                        [[str(line.misprint), f"{line.number}|行次"]],
                    )
                )
                return

    def misprinted_formula(self, forms: list[Sheet]) -> None:
        sheet = next((s for s in forms if s.formula), None)
        if sheet is None or self.plan["line-numbers"] != "both" or self.plan["notes"] != "yes":
            return
        last = sheet.sides[-1].lines[-1].number
        wrong = f"{last - 10} 行 = ({last - 3}"
        sheet.formula = sheet.formula.replace(f"{last} 行 = ({last - 3}", wrong)
        self.flaws.append(
            Flaw(
                "formula",
                "S",
                f"{sheet.title}: formula for line {last} says {last - 10}",
                [[f"{last - 10}行"], [f"(?<!\\d){last - 10}(?!\\d)", "公式|行次|勾稽"]],
            )
        )

    # Forms

    def blank_table(self, forms: list[Sheet]) -> None:
        sheets = [s for s in forms if s.only_wan]
        if sheets:
            sheet = self.rng.choice(sheets)
            for line in sheet.lines:
                line.values = (None,) * len(line.values)
            sheet.blank = True
            self.flaws.append(
                Flaw(
                    "blank table",
                    "R",
                    f"{sheet.title} is blank without a word",
                    [["三公", "空|缺|未填|无数据|没有"], [re.escape(sheet.title)]],
                )
            )

    def missing_table(self, forms: list[Sheet]) -> None:
        sheets = [s for s in forms[2:] if not s.blank and s.form != "threePublicExpenses"]
        sheet = self.rng.choice(sheets)
        sheet.absent = True
        self.flaws.append(
            Flaw(
                "missing table",
                "S",
                f"{sheet.title} is missing"
                + (", though the contents list it" if self.plan.get("contents") not in (None, "none") else ""),
                [[re.escape(sheet.title), "缺|未|没有|missing"]],
            )
        )

    # The finished report

    def in_report(self, report) -> None:
        for label, (kind, wrong, right) in report.slipped.items():
            cls = "R"
            text = f"narrative {label}: {wrong} instead of {right}"
            patterns = [[digits_pattern(wrong)]] if kind != "direction" else [[digits_pattern(w) for w in right.split(" ")]]
            self.flaws.append(Flaw(kind, cls, text, patterns))
        if self.plan["faults"] == "words":
            self.wrong_headings(report)
            self.spoiled_sentences(report)
        if self.plan["faults"] == "forms":
            self.wrong_unit(report)

    def wrong_headings(self, report) -> None:
        year = self.department.year
        parts = [b for b in report.blocks if isinstance(b, Heading) and b.level == 2 and str(year) in b.text]
        if parts:
            block = parts[-1]
            block.text = block.text.replace(str(year), str(year - 1))
            title = block.text.split("　")[-1]
            self.flaws.append(
                Flaw(
                    "year",
                    "S",
                    f"heading {block.text} in a report of {year}",
                    [[re.escape(title)], [str(year - 1), str(year), title[-4:]]],
                )
            )
        first = next((b for b in report.blocks if isinstance(b, Heading) and b.text.startswith("第一部分")), None)
        if first is not None:
            other = self.department.name[:3] + "XX局"
            first.text = f"第一部分　{other}概况"
            self.flaws.append(Flaw("department", "S", f"heading {first.text}", [["XX局"]]))

    def spoiled_sentences(self, report) -> None:
        paragraphs = [b for b in report.blocks if isinstance(b, Paragraph) and b.kind == "body" and "万元" in b.text + "元"]
        long = [b for b in paragraphs if b.text.endswith("。") and len(b.text) > 30]
        if long:
            block = self.rng.choice(long)
            block.text += "。"
            self.flaws.append(Flaw("punctuation", "S", f"…{block.text[-12:]}", [["。。"]]))
        choice = next((b for b in paragraphs if "减少" in b.text or "增加" in b.text), None)
        if choice is not None:
            word, other = ("增加", "减少") if "增加" in choice.text else ("减少", "增加")
            choice.text = choice.text.replace(word, f"{word}（{other}）", 1)
            self.flaws.append(
                Flaw(
                    "template",
                    "S",
                    f"template choice left in: {word}（{other}）",
                    [[f"{word}（{other}）"], [f"{word}\\({other}\\)"]],
                )
            )

    def wrong_unit(self, report) -> None:
        candidates = [
            laid
            for laid in report.laid
            if not laid.sheet.absent
            and not laid.sheet.blank
            and not laid.sheet.empty
            and laid.printer.unit == "wan"
            and any(isinstance(v, int) and v for line in laid.sheet.lines for v in line.values)
            and any("万元" in text for _, text in laid.above)
        ]
        if candidates:
            laid = self.rng.choice(candidates)
            laid.above = [(kind, text.replace("万元", "元")) for kind, text in laid.above]
            laid.printed_unit = "元"
            self.flaws.append(
                Flaw("unit", "R", f"{laid.sheet.title}: unit 元 instead of 万元", [[re.escape(laid.sheet.title), "单位|元"]])
            )


def listed(flaws: list[Flaw], name: str) -> list[dict]:
    stem = name.rsplit(".", 1)[0]
    return [
        {"id": f"{stem}-{f.cls}{i}", "document": name, "class": f.cls, "pages": f.pages, "text": f.text, "patterns": f.patterns}
        for i, f in enumerate(flaws, 1)
    ]
