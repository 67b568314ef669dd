"""The prose of a report: contents, duties, the numbered explanations of the tables, the glossary.

Every figure that the explanations print passes through a `Narrator`, which keeps it as a fact for the truth.
"""
import random
from dataclasses import dataclass

from amounts import per_cent, plain, wan
from classification import PERSONNEL, RUNNING, functional_name
from document import Heading, PageBreak, Paragraph, mark
from figures import APPROPRIATION, Source
from forms import NUMERALS

MORE = ["新增任务较多，相应经费随之增加", "人员有所增加，工资和社会保险缴费相应提高", "上年结转的任务在本年完成支付"]
LESS = ["压减一般性支出，部分任务改由既有力量承担", "个别合同的尾款按进度转到下一年支付", "人员调出和退休，相关经费减少"]
SAME = "与年初安排基本一致"


@dataclass(frozen=True)
class Voice:
    """How one place writes: spaces around figures, thousands separators, how it names the figures' forms."""

    spaced: bool = False
    thousands: bool = False
    public_prefix: str = "一般公共预算财政拨款"
    comma_lists: str = "；"


class Narrator:
    def __init__(self, accounts, voice, seed):
        self.accounts = accounts
        self.voice = voice
        self.rng = random.Random(f"words {seed}")
        self.facts = []

    def figure(self, label, printed, unit, sign=""):
        self.facts.append((label, sign + plain(printed), unit))
        gap = " " if self.voice.spaced else ""
        return gap + mark(len(self.facts) - 1, printed) + ("" if unit == "%" else gap) + unit

    def wan(self, label, fen):
        return self.figure(label, wan(fen, self.voice.thousands), "万元")

    def share(self, label, part, whole):
        return self.figure(label, per_cent(part, whole), "%")

    def year(self, offset=0, inside=False):
        """The year, and `inside` a sentence with its gap before it."""
        gap = " " if self.voice.spaced else ""
        return f"{gap if inside else ''}{self.accounts.profile.year + offset}{gap}年度"

    def change(self, label, now, before):
        """增加 … 万元，增长 …% with a reason, or that nothing changed."""
        if now == before:
            return "与上年持平"
        more = now > before
        sign, verb, rate = ("", "增加", "增长") if more else ("-", "减少", "下降")
        amount = wan(abs(now - before), self.voice.thousands)
        text = verb + self.figure(label + "增减额", amount, "万元", sign)
        if before:
            text += f"，{rate}" + self.figure(label + "增减率", per_cent(abs(now - before), before), "%", sign)
        return text

    def reason(self, more):
        return self.rng.choice(MORE if more else LESS)

    def executed(self, label, final, budget):
        """年初预算为 … 支出决算为 … 完成 …%"""
        text = f"年初预算为{self.wan(label + '年初预算', budget)}，支出决算为{self.wan(label + '支出决算', final)}"
        if budget:
            text += f"，完成年初预算的{self.share(label + '完成率', final, budget)}"
        return text


def numeral(index):
    return NUMERALS[index] + "、"


def totals(n):
    a = n.accounts
    return [
        f"{n.year()}收、支总计均为{n.wan('收入支出总计', a.total)}。与{n.year(-1, inside=True)}相比，收、支总计各"
        f"{n.change('收入支出总计', a.total, a.before['total'])}。主要原因是{n.reason(a.total > a.before['total'])}。"
    ]


def income(n):
    a = n.accounts
    parts = [("财政拨款收入", a.sum("income", APPROPRIATION))]
    parts += [(s.value, a.sum("income", [s])) for s in Source if s not in APPROPRIATION]
    listed = n.voice.comma_lists.join(
        f"{name}{n.wan(name, amount)}，占本年收入的{n.share(name + '占比', amount, a.income)}" for name, amount in parts if amount
    )
    return [f"{n.year()}收入合计{n.wan('本年收入合计', a.income)}，其中：{listed}。"]


def expenditure(n):
    a = n.accounts
    names = {"basic": "基本支出", "project": "项目支出", "to_superior": "上缴上级支出", "business": "经营支出",
             "to_affiliates": "对附属单位补助支出"}  # fmt: skip
    listed = n.voice.comma_lists.join(
        f"{name}{n.wan(name, a.sum(kind))}，占本年支出的{n.share(name + '占比', a.sum(kind), a.expenditure)}"
        for kind, name in names.items()
        if a.sum(kind)
    )
    return [f"{n.year()}支出合计{n.wan('本年支出合计', a.expenditure)}，其中：{listed}。"]


def appropriation(n):
    a = n.accounts
    now, before = a.appropriation_total, a.before["appropriation"]
    return [
        f"{n.year()}财政拨款收、支总计均为{n.wan('财政拨款收入支出总计', now)}。与{n.year(-1, inside=True)}相比，财政拨款收、支总计各"
        f"{n.change('财政拨款收入支出总计', now, before)}，主要是{n.reason(now > before)}。"
    ]


def general_overall(n):
    a = n.accounts
    now, before = a.sum("expenditure", [Source.GENERAL]), a.before["general"]
    return [
        f"{n.year()}一般公共预算财政拨款支出{n.wan('一般公共预算财政拨款支出', now)}，"
        f"占本年支出合计的{n.share('一般公共预算财政拨款支出占比', now, a.expenditure)}。与{n.year(-1, inside=True)}相比，"
        f"{n.change('一般公共预算财政拨款支出', now, before)}，原因在于{n.reason(now > before)}。"
    ]


def general_structure(n):
    a = n.accounts
    whole = a.sum("expenditure", [Source.GENERAL])
    classes = [code for code in a.codes([Source.GENERAL]) if len(code) == 3]
    listed = "；".join(
        f"{functional_name(code, a.profile.year)}（类）{n.wan('一般公共预算支出 ' + code, a.sum('expenditure', [Source.GENERAL], code))}，"
        f"占{n.share('一般公共预算支出占比 ' + code, a.sum('expenditure', [Source.GENERAL], code), whole)}"
        for code in classes
    )
    return [f"{n.year()}一般公共预算财政拨款支出按功能分类看：{listed}。"]


def general_items(n):
    a = n.accounts
    general = [Source.GENERAL]
    final, budget = a.sum("expenditure", general), sum(a.initial_budget.values())
    paragraphs = [f"一般公共预算财政拨款支出{n.executed('一般公共预算财政拨款支出', final, budget)}。逐项情况如下："]
    items = [code for code in a.codes(general) if len(code) == 7]
    for number, code in enumerate(items, 1):
        spent, planned = a.sum("expenditure", general, code), a.initial_budget[code]
        path = "".join(
            f"{functional_name(code[:length], a.profile.year)}（{level}）" for length, level in ((3, "类"), (5, "款"), (7, "项"))
        )
        text = f"{number}．{path}。{n.executed(code + ' ', spent, planned)}"
        if spent == planned:
            text += f"，{SAME}。"
        else:
            side = "大于" if spent > planned else "小于"
            text += f"。决算数{side}年初预算数的主要原因：{n.reason(spent > planned)}。"
        paragraphs.append(text)
    return paragraphs


def basic(n):
    a = n.accounts

    def spent_on(names):
        return "、".join(name for code, name in names.items() if len(code) == 5 and a.economic.get(code))

    return [
        f"{n.year()}一般公共预算财政拨款基本支出{n.wan('一般公共预算财政拨款基本支出', a.personnel + a.running)}。",
        f"人员经费{n.wan('人员经费', a.personnel)}，用于{spent_on(PERSONNEL)}。",
        f"公用经费{n.wan('公用经费', a.running)}，用于{spent_on(RUNNING)}。",
    ]


def three_public(n):
    a = n.accounts
    final, budget = a.three_public_final, a.three_public_budget
    paragraphs = [f"{n.year()}“三公”经费{n.executed('“三公”经费', final.total, budget.total)}。"
                  f"比上年{n.change('“三公”经费', final.total, a.before['three public'])}。分项情况如下："]  # fmt: skip
    parts = [
        ("因公出国（境）费", budget.abroad, final.abroad, ""),
        ("公务用车购置及运行费", budget.vehicles, final.vehicles,
         f"其中：公务用车购置费{n.wan('公务用车购置费', final.purchase)}，公务用车运行费{n.wan('公务用车运行费', final.operation)}，"
         f"年末公务用车保有量{a.counts['车辆']}辆。"),
        ("公务接待费", budget.reception, final.reception,
         f"全年国内公务接待{a.counts['接待批次']}批次、{a.counts['接待人次']}人次。"),
    ]  # fmt: skip
    for number, (name, planned, spent, more) in enumerate(parts, 1):
        if planned or spent:
            paragraphs.append(f"{number}．{name}{n.executed(name, spent, planned)}。{more}")
        else:
            paragraphs.append(f"{number}．{name}：年初未安排预算，全年没有支出。")
    return paragraphs


def fund(n):
    a = n.accounts
    sources = [Source.FUND]
    if not a.codes(sources):
        return [f"{n.year()}没有政府性基金预算财政拨款收入，也没有安排支出。"]
    return [
        f"{n.year()}政府性基金预算财政拨款年初结转和结余{n.wan('政府性基金年初结转和结余', a.sum('opening', sources))}，"
        f"本年收入{n.wan('政府性基金本年收入', a.sum('income', sources))}，"
        f"本年支出{n.wan('政府性基金本年支出', a.sum('expenditure', sources))}，"
        f"年末结转和结余{n.wan('政府性基金年末结转和结余', a.sum('closing', sources))}。"
    ]


def capital(n):
    return [f"{n.year()}没有国有资本经营预算财政拨款收入，也没有安排支出。"]


def running_costs(n):
    a = n.accounts
    return [f"{n.year()}机关运行经费支出{n.wan('机关运行经费', a.running)}，"
            f"比上年{n.change('机关运行经费', a.running, a.before['running'])}，"
            f"主要是{n.reason(a.running > a.before['running'])}。"]  # fmt: skip


def procurement(n):
    p = n.accounts.procurement
    kinds = ("货物", "工程", "服务")
    whole = sum(p[k] for k in kinds)
    listed = "、".join(f"政府采购{k}支出{n.wan('政府采购' + k, p[k])}" for k in kinds)
    return [f"{n.year()}政府采购支出总额{n.wan('政府采购支出总额', whole)}，包括{listed}。"
            f"授予中小企业合同金额{n.wan('中小企业合同金额', p['中小企业'])}，"
            f"占政府采购支出总额的{n.share('中小企业占比', p['中小企业'], whole)}，其中授予小微企业合同金额"
            f"{n.wan('小微企业合同金额', p['小微企业'])}，占政府采购支出总额的{n.share('小微企业占比', p['小微企业'], whole)}。"]  # fmt: skip


def assets(n):
    a = n.accounts
    return [f"截至{a.profile.year}年12月31日，共有车辆{a.counts['车辆']}辆；单价50万元以上的通用设备{a.counts['通用设备']}台（套），"
            f"单价100万元以上的专用设备{a.counts['专用设备']}台（套）。"]  # fmt: skip


def performance(n):
    a = n.accounts
    amount = a.sum("project", [Source.GENERAL])
    return [
        f"对{n.year(inside=True)}一般公共预算项目支出组织了绩效自评，涉及项目{a.counts['绩效项目']}个、资金{n.wan('绩效自评资金', amount)}。"
        "自评显示，多数指标达到年初设定的目标，少数指标因实施进度延后未完全达到，已列入下一年改进清单。"
    ]


DUTIES = {
    "科学技术局": [
        "拟订全区科技创新的年度计划和配套措施，并推动落实。",
        "受理和管理区级科技项目，对立项、实施和验收全程负责。",
        "推动科技成果在区内企业转化，联系高校院所与企业对接。",
        "组织科普活动，管理区级科普场馆和科普队伍。",
        "办理区委、区政府交给的其他事务。",
    ],
    "民政局": [
        "拟订全区民政事业的规划和年度安排，并指导实施。",
        "负责社会组织的登记和日常管理。",
        "管理行政区域界线和地名，更新标准地名数据。",
        "统筹养老服务设施建设，指导养老机构提高服务质量。",
        "负责儿童福利、困境儿童保障和流浪人员救助。",
        "办理区委、区政府交给的其他事务。",
    ],
    "水务局": [
        "编制全市水务发展规划和年度建设计划。",
        "统一管理和保护水资源，核定各行业用水计划。",
        "负责水利工程的建设、运行和安全检查。",
        "组织防汛抗旱准备，按预案调度重点工程。",
        "监管城镇供水、排水和污水处理设施的运行。",
        "办理市委、市政府交给的其他事务。",
    ],
}

GLOSSARY = [
    ("财政拨款收入", "同级财政在本年度拨给单位的资金。"),
    ("上级补助收入", "主管部门或上级单位给予的、不属于财政拨款的资金。"),
    ("事业收入", "事业单位做本行业务及相关辅助工作得到的收入。"),
    ("经营收入", "事业单位在本行业务以外、不单独核算的经营活动带来的收入。"),
    ("其他收入", "以上各类之外的收入，例如存款利息、资产出租收入等。"),
    ("年初结转和结余", "上年没有用完、按规定可以在本年接着使用的资金。"),
    ("年末结转和结余", "本年没有用完、按规定留到以后年度使用的资金。"),
    ("基本支出", "保证机构正常运转和日常工作所需的支出，分为人员经费和公用经费。"),
    ("项目支出", "为特定任务或发展目标、在基本支出以外安排的支出。"),
    ("“三公”经费", "用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。"),
    ("机关运行经费", "行政单位和参照公务员法管理的事业单位用于购买货物和服务的日常经费。"),
]


@dataclass(frozen=True)
class Section:
    title: str
    parts: tuple  # functions, or (subtitle, function)


CENTRAL_SECTIONS = (
    Section("收入支出决算总体情况说明", (totals,)),
    Section("收入决算情况说明", (income,)),
    Section("支出决算情况说明", (expenditure,)),
    Section("财政拨款收入支出决算总体情况说明", (appropriation,)),
    Section("一般公共预算财政拨款支出决算情况说明", (
        ("一般公共预算财政拨款支出决算总体情况", general_overall),
        ("一般公共预算财政拨款支出决算结构情况", general_structure),
        ("一般公共预算财政拨款支出决算具体情况", general_items),
    )),
    Section("一般公共预算财政拨款基本支出决算情况说明", (basic,)),
    Section("{prefix}“三公”经费支出决算情况说明", (three_public,)),
    Section("政府性基金预算财政拨款收入支出决算情况说明", (fund,)),
)  # fmt: skip
CAPITAL_SECTION = Section("国有资本经营预算财政拨款支出决算情况说明", (capital,))
SEPARATE_OTHERS = (
    Section("机关运行经费支出情况", (running_costs,)),
    Section("政府采购支出情况", (procurement,)),
    Section("国有资产占用情况", (assets,)),
    Section("预算绩效情况说明", (performance,)),
)
JOINT_OTHERS = (
    Section("预算绩效管理情况", (performance,)),
    Section("其他重要事项说明", (
        ("机关运行经费支出情况", running_costs),
        ("政府采购支出情况", procurement),
        ("国有资产占有使用情况", assets),
    )),
)  # fmt: skip
GROUPED_SECTIONS = (
    Section("收入支出决算总体情况说明", (
        ("年度收支总体情况", totals), ("年度收入情况", income), ("年度支出情况", expenditure),
    )),
    Section("财政拨款收入支出情况说明", (
        ("财政拨款收支总体情况", appropriation), ("一般公共预算财政拨款支出情况", general_overall),
        ("按功能分类的支出情况", general_items), ("基本支出情况", basic), ("政府性基金预算财政拨款情况", fund),
    )),
    Section("“三公”经费支出决算情况说明", (three_public,)),
    Section("其他重要事项的情况说明", (
        ("机关运行经费支出情况", running_costs), ("政府采购支出情况", procurement),
        ("国有资产占用情况", assets), ("预算绩效管理情况", performance),
    )),
)  # fmt: skip


def explanation(n, sections):
    """The numbered sections that explain the tables."""
    blocks = []
    for index, section in enumerate(sections):
        blocks.append(Heading(numeral(index) + section.title.format(prefix=n.voice.public_prefix), 3))
        for order, part in enumerate(section.parts):
            if isinstance(part, tuple):
                subtitle, part = part
                blocks.append(Heading(f"（{NUMERALS[order]}）{subtitle}", 4))
            blocks += [Paragraph(text) for text in part(n)]
    return blocks


def duties(profile):
    kind = next(key for key in DUTIES if profile.name.endswith(key))
    return [Paragraph(f"{number}. {text}") for number, text in enumerate(DUTIES[kind], 1)]


def glossary(numbering):
    return [Paragraph(f"{numbering(index)}{term}：{meaning}") for index, (term, meaning) in enumerate(GLOSSARY)]


def contents(parts):
    """The table of contents: (part title, entries)."""
    blocks = []
    for title, entries in parts:
        blocks.append(Paragraph(title, "contents", 0))
        blocks += [Paragraph(entry, "contents", 1) for entry in entries]
    return [*blocks, PageBreak()]
