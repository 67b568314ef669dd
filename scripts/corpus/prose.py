"""The prose around the tables of random documents: duties, units, explanations of accounts and budgets, glossary.

Every amount passes through `Talk`, which keeps it as a fact for the truth.
"""

import wording
import habits
from amounts import per_cent
from classification import functional_name
from department import Department
from document import Heading, Paragraph, mark
from figures import Source
from forms import NUMERALS
from plan import Plan
from printing import plain_digits, with_separators
from sheet import FreeTable
from wording import (
    CAPITAL_SECTION,
    CENTRAL_SECTIONS,
    GLOSSARY,
    GROUPED_SECTIONS,
    JOINT_OTHERS,
    SEPARATE_OTHERS,
    Narrator,
    Section,
    Voice,
)

GENERAL = [Source.GENERAL]


class Talk(Narrator):
    """A narrator that speaks in the unit and with the numbering of the plan."""

    def __init__(self, department: Department, plan: Plan, slips: dict[str, str]):
        how = plan["narrative-unit"]
        prefix = "财政拨款" if plan["wording"] == "variant" else "一般公共预算财政拨款"
        voice = Voice(spaced=how == "spaced", thousands=plan["separators"] == "yes", public_prefix=prefix)
        super().__init__(department.accounts, voice, plan.seed)
        self.department, self.plan = department, plan
        self.slips = slips  # labels that go wrong, and how
        self.slipped: dict[str, tuple[str, str, str]] = {}
        self.unit, self.decimals = ("yuan", "2") if how == "yuan" else ("wan", "6" if how == "wan6" else "2")

    def printed(self, fen: int) -> str:
        digits = plain_digits(abs(fen), self.unit, self.decimals)
        return with_separators(digits) if self.voice.thousands else digits

    def wan(self, label: str, fen: int, sign: str = "") -> str:
        """An amount with its unit, whatever the unit is here."""
        text = self.printed(fen)
        if self.slips.pop(label, None) == "amount":
            right, text = text, self.printed(fen + 23_000_000)
            self.slipped[label] = ("amount", text.replace(",", ""), right.replace(",", ""))
        self.facts.append((label, sign + text.replace(",", ""), "元" if self.unit == "yuan" else "万元"))
        gap = " " if self.voice.spaced else ""
        return gap + mark(len(self.facts) - 1, text) + gap + self.facts[-1][2]

    def change(self, label: str, now: int, before: int) -> str:
        if now == before:
            return "与上年持平"
        more = now > before
        if self.slips.pop(label, None) == "direction":
            more = not more
            self.slipped[label] = (
                "direction",
                "增加" if more else "减少",
                f"{self.printed(abs(now - before))} {self.printed(now)}".replace(",", ""),
            )
        sign, verb, rate = ("", "增加", "增长") if more else ("-", "减少", "下降")
        text = verb + self.wan(label + "增减额", abs(now - before), sign)
        if before:
            text += f"，{rate}" + self.rate(label + "增减率", abs(now - before), before, sign)
        return text

    def rate(self, label: str, part: int, whole: int, sign: str = "") -> str:
        printed = per_cent(part, whole)
        if self.slips.pop(label, None):
            right, printed = printed, per_cent(part + whole // 30, whole)
            self.slipped[label] = ("rate", printed, right)
        return self.figure(label, printed, "%", sign)

    def share(self, label: str, part: int, whole: int) -> str:
        return self.rate(label, part, whole)

    def executed(self, label: str, final: int, budget: int) -> str:
        text = f"年初预算为{self.wan(label + '年初预算', budget)}，支出决算为{self.wan(label + '支出决算', final)}"
        if budget:
            text += f"，完成年初预算的{self.share(label + '完成率', final, budget)}"
        return text

    def numeral(self, index: int, level: int) -> str:
        how = self.plan["numbering"]
        if level == 1:
            return {
                "hanzi": f"{NUMERALS[index]}、",
                "bracketed": f"（{NUMERALS[index]}）",
                "arabic": f"{index + 1}. ",
                "arabic-comma": f"{index + 1}、",
            }[how]
        return {
            "hanzi": f"（{NUMERALS[index]}）",
            "bracketed": f"{index + 1}. ",
            "arabic": f"{index + 1}）",
            "arabic-comma": f"（{index + 1}）",
        }[how]

    def class_name(self, code: str) -> str:
        return functional_name(code, self.department.year)

    def word(self) -> str:
        return "单位" if self.department.scope == "unit" else "部门"

    def section_titles(self, sections) -> list[str]:
        return [self.numeral(i, 1) + s.title.format(prefix=self.voice.public_prefix) for i, s in enumerate(sections)]


def capital(n: Talk) -> list[str]:
    amount = n.accounts.sum("expenditure", [Source.CAPITAL])
    if not amount:
        return wording.capital(n)
    return [f"{n.year()}国有资本经营预算财政拨款支出{n.wan('国有资本经营预算财政拨款支出', amount)}，全部为项目支出。"]


# Budgets


def budget_totals(n: Talk) -> list[str]:
    a, year = n.accounts, n.department.year
    left = a.sum("closing")
    if left:
        return [
            f"{year}年收入预算{n.wan('收入预算', a.total)}，比上年{n.change('收入预算', a.total, a.before['total'])}；支出总计{n.wan('支出总计 in all', a.total)}，"
            f"其中：本年支出预算{n.wan('本年支出预算', a.expenditure)}，结转下年{n.wan('结转下年', left)}。"
        ]
    return [
        f"{year}年收入预算{n.wan('收入预算', a.total)}，比上年{n.change('收入预算', a.total, a.before['total'])}；支出预算{n.wan('支出预算', a.expenditure)}，"
        f"收支平衡。变动的主要原因是{n.reason(a.total > a.before['total'])}。"
    ]


def budget_appropriation(n: Talk) -> list[str]:
    a = n.accounts
    return [
        f"{n.department.year}年财政拨款收入预算{n.wan('财政拨款收入预算', a.appropriation_total)}，其中：一般公共预算"
        f"{n.wan('一般公共预算拨款', a.sum('income', GENERAL))}，政府性基金预算{n.wan('政府性基金拨款', a.sum('income', [Source.FUND]))}。"
    ]


def budget_general(n: Talk) -> list[str]:
    a = n.accounts
    whole = a.sum("expenditure", GENERAL)
    paragraphs = [
        f"一般公共预算支出{n.wan('一般公共预算支出', whole)}，其中：基本支出{n.wan('基本支出', a.sum('basic', GENERAL))}，项目支出{n.wan('项目支出', a.sum('project', GENERAL))}。具体如下："
    ]
    items = [c for c in a.codes(GENERAL) if len(c) == 7]
    for number, code in enumerate(items, 1):
        path = "".join(
            f"{functional_name(code[:k], a.profile.year)}（{level}）" for k, level in ((3, "类"), (5, "款"), (7, "项"))
        )
        paragraphs.append(f"{number}．“{path}”{n.wan(code, a.sum('expenditure', GENERAL, code))}，用于相应职责所需的支出。")
    return paragraphs


def budget_three_public(n: Talk) -> list[str]:
    p = n.accounts.three_public_budget
    return [
        f"“三公”经费财政拨款预算{n.wan('“三公”经费', p.total)}，比上年{n.change('“三公”经费', p.total, n.accounts.before['three public'])}。其中：因公出国（境）费"
        f"{n.wan('因公出国（境）费', p.abroad)}，公务用车购置及运行费{n.wan('公务用车购置及运行费', p.vehicles)}，公务接待费{n.wan('公务接待费', p.reception)}。"
    ]


def budget_running(n: Talk) -> list[str]:
    return [f"机关运行经费财政拨款预算{n.wan('机关运行经费', n.accounts.running)}，用于日常办公和房屋、车辆的维护。"]


def budget_procurement(n: Talk) -> list[str]:
    p = n.accounts.procurement
    kinds = ("货物", "工程", "服务")
    listed = "，".join(f"政府采购{k}预算{n.wan('政府采购' + k, p[k])}" for k in kinds)
    return [f"政府采购预算{n.wan('政府采购预算', sum(p[k] for k in kinds))}，其中：{listed}。"]


def budget_performance(n: Talk) -> list[str]:
    return [
        f"编报绩效目标的项目共{len(n.department.works)}个，涉及资金{n.wan('绩效目标资金', sum(v for _, v in n.department.works.values()))}。"
    ]


BUDGET_SECTIONS = (
    Section("收支预算总体情况", (budget_totals,)),
    Section("财政拨款预算情况", (budget_appropriation,)),
    Section("一般公共预算支出情况", (budget_general,)),
    Section("“三公”经费预算情况", (budget_three_public,)),
    Section(
        "其他事项说明",
        (("机关运行经费", budget_running), ("政府采购预算", budget_procurement), ("绩效目标设置", budget_performance)),
    ),
)
UNIVERSITY_SECTIONS = (
    Section("收入支出决算总体情况说明", (wording.totals,)),
    Section("收入决算情况说明", (wording.income,)),
    Section("支出决算情况说明", (wording.expenditure,)),
    Section("财政拨款收入支出决算总体情况说明", (wording.appropriation,)),
)


def sections_of(department: Department, plan: Plan) -> tuple[Section, ...]:
    return habits.of_sections(department, plan, usual_sections(department, plan))


def usual_sections(department: Department, plan: Plan) -> tuple[Section, ...]:
    if department.budget:
        return BUDGET_SECTIONS
    if plan["set"] == "university-4":
        return UNIVERSITY_SECTIONS
    if plan.random("sections").random() < 0.35:
        return GROUPED_SECTIONS
    own_capital = (Section(CAPITAL_SECTION.title, (capital,)),) if department.year >= 2020 else ()
    others = SEPARATE_OTHERS if plan.random("others").random() < 0.5 else JOINT_OTHERS
    return (*CENTRAL_SECTIONS, *own_capital, *others)


def explanation(n: Talk, sections) -> list:
    blocks: list = []
    for title, section in zip(n.section_titles(sections), sections):
        blocks.append(Heading(title, 3))
        for order, part in enumerate(section.parts):
            if isinstance(part, tuple):
                subtitle, part = part
                blocks.append(Heading(n.numeral(order, 2) + subtitle, 4))
            blocks += [Paragraph(text) for text in part(n)]
    return blocks


def duties(department: Department) -> list[Paragraph]:
    place = "市" if department.name[2:3] == "市" else "区"
    works = department.family.works
    texts = [
        f"拟订本{place}相关事业的年度计划，并组织实施。",
        *(f"负责{w}等工作的组织和监督。" for w in works),
        "管理所属单位的资产、财务和人员。",
        "办理上级交给的其他事务。",
    ]
    return [Paragraph(f"{i}. {text}") for i, text in enumerate(texts, 1)]


def work_units(department: Department, scope: str) -> list:
    units = department.profile.units
    if len(units) == 1:
        return [Paragraph("本单位无下属单位。")]
    rows = [["序号", "单位名称"], *([str(i), unit] for i, unit in enumerate(units, 1))]
    return [Paragraph(f"纳入本{scope}编报范围的单位共{len(units)}个，名单如下："), FreeTable(rows, [1, 5])]


def glossary(department: Department) -> list[Paragraph]:
    return [Paragraph(f"{NUMERALS[i]}、{term}：{meaning}") for i, (term, meaning) in enumerate(GLOSSARY)]
