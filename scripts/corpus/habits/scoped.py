"""Amounts of 人员经费, 项目支出 and the like that are one class's, one code's, one project's or one unit's."""

from department import Department
from figures import APPROPRIATION, HUNDREDTH_OF_WAN, Source
from plan import Plan
from wording import Section

from .parts import split
from .talk_parts import insert

NAME = "scoped"
GENERAL = [Source.GENERAL]


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    title, part = {
        "economic": ("支出按经济科目分类的明细情况", by_economic),
        "function": ("支出按功能科目分类的明细情况", by_function),
        "project": ("重点项目绩效情况", by_project),
        "unit": ("所属单位收支情况", by_unit),
        "item": ("支出具体安排情况", by_item),
        "targets": ("绩效目标管理情况", of_targets),
        "bracket": ("财政拨款支出构成情况", in_brackets),
    }[plan[NAME]]
    before = {"project": "nothing", "unit": "nothing", "targets": "nothing"}.get(plan[NAME], "“三公”")
    return insert(sections, before, title, part)


def by_economic(n) -> list[str]:
    """商品和服务支出（302）…，其中：公用经费 …: the class's, not the table's."""
    a = n.accounts
    project = a.sum("project", GENERAL)
    services = project * 7 // 10 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
    parts = [
        ("工资福利支出", "301", "人员经费", 0),
        ("商品和服务支出", "302", "公用经费", services),
        ("对个人和家庭的补助", "303", "人员经费", 0),
        ("资本性支出", "310", "公用经费", project - services),
    ]
    texts = [f"本{n.word()}一般公共预算支出{n.wan('一般公共预算支出 by economic', a.sum('expenditure', GENERAL))}，其中："]
    for name, code, kind, more in parts:
        basic = a.economic_sum(code)
        if not basic + more:
            continue
        text = f"{name}（{code}）{n.wan(f'{code} in all', basic + more)}"
        if not more:
            text += f"，全部为{kind}。"
        else:
            text += f"，其中：{kind}{n.wan(f'{code} {kind}', basic)}，专项业务经费{n.wan(f'{code} 专项', more)}。"
        texts.append(text)
    return texts


def by_function(n) -> list[str]:
    """社会保障和就业支出（208）…，其中：人员经费 …, and its divisions."""
    a, d = n.accounts, n.department
    texts = []
    for code in (c for c in a.codes(GENERAL) if len(c) in (3, 5)):
        whole, people = a.sum("expenditure", GENERAL, code), d.personnel_of(code, GENERAL)
        running, project = a.sum("basic", GENERAL, code) - people, a.sum("project", GENERAL, code)
        kinds = [(k, v) for k, v in (("人员经费", people), ("公用经费", running), ("项目支出", project)) if v]
        if not whole:
            continue
        text = f"{n.class_name(code)}（{code}）{n.wan(f'{code} in all', whole)}"
        if len(kinds) == 1:
            text += f"，全部为{kinds[0][0]}。"
        else:
            text += "，其中：" + "、".join(f"{k}{n.wan(f'{code} {k}', v)}" for k, v in kinds) + "。"
        texts.append(text)
    return texts


def by_item(n) -> list[str]:
    """The amounts of each item behind 具体为, and a division's sum called 支出合计."""
    a, d = n.accounts, n.department
    texts = []
    for number, code in enumerate((c for c in a.codes(GENERAL) if len(c) == 7), 1):
        people = d.personnel_of(code, GENERAL)
        running, project = a.sum("basic", GENERAL, code) - people, a.sum("project", GENERAL, code)
        kinds = [(k, v) for k, v in (("人员经费", people), ("公用经费", running), ("专项业务经费", project)) if v]
        if not kinds:
            continue
        listed = "，".join(f"{k}{n.wan(f'{code} {k} of item', v)}" for k, v in kinds)
        texts.append(f"{number}．{n.class_name(code)}（{code}），具体为：{listed}。")
    division = next(c for c in a.codes(GENERAL) if len(c) == 5 and a.sum("expenditure", GENERAL, c))
    amount = a.sum("expenditure", GENERAL, division)
    return [*texts, f"其中{n.class_name(division)}（款）支出合计{n.wan(f'{division} 合计', amount)}。"]


def of_targets(n) -> list[str]:
    """What the projects with targets are paid from."""
    works = n.department.works
    amount = sum(v for _, v in works.values())
    brought = amount // 5 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
    return [
        f"{n.department.year}年纳入绩效目标管理的项目{len(works)}个，涉及一般公共预算当年拨款{n.wan('目标 当年拨款', amount - brought)}、"
        f"上年结转资金{n.wan('目标 上年结转', brought)}。"
    ]


def by_project(n) -> list[str]:
    """One project's budget, appropriation and execution."""
    texts, rng = [], n.plan.random(NAME)
    for name, (_, amount) in list(n.department.works.items())[:3]:
        brought = amount * rng.randint(0, 30) // 100 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
        verb = "安排" if n.department.budget else "支出"
        text = f"{name}项目：{n.department.year}年{verb}财政拨款{n.wan(f'{name} 财政拨款', amount)}"
        if brought:
            text += f"，其中：当年拨款{n.wan(f'{name} 当年拨款', amount - brought)}，上年结转{n.wan(f'{name} 上年结转', brought)}"
        texts.append(text + "，项目支出全部用于年度任务，绩效目标已设定。")
    return texts


def by_unit(n) -> list[str]:
    """An account of every unit, in the words of the whole department's."""
    a, d = n.accounts, n.department
    values = (a.sum("expenditure", APPROPRIATION), d.personnel_of("", APPROPRIATION))
    running, project = a.sum("basic", APPROPRIATION) - values[1], a.sum("project", APPROPRIATION)
    parts = split((*values, running, project), [share for _, share in d.shares])
    texts = []
    for (unit, _), (whole, people, office, works) in zip(d.shares, parts):
        texts.append(
            f"{unit}{d.year}年财政拨款支出{n.wan(f'{unit} 财政拨款支出', whole)}，其中：基本支出{n.wan(f'{unit} 基本支出', people + office)}"
            f"（人员经费{n.wan(f'{unit} 人员经费', people)}，公用经费{n.wan(f'{unit} 公用经费', office)}），项目支出{n.wan(f'{unit} 项目支出', works)}。"
        )
    return texts


def in_brackets(n) -> list[str]:
    """The whole's parts in brackets, and parts of a part behind 其中."""
    a, d = n.accounts, n.department
    people = d.personnel_of("", APPROPRIATION)
    basic, project = a.sum("basic", APPROPRIATION), a.sum("project", APPROPRIATION)
    name, (_, amount) = max(d.works.items(), key=lambda item: item[1][1])
    return [
        f"{d.year}年财政拨款支出{n.wan('财政拨款支出 and parts', basic + project)}（基本支出{n.wan('基本支出 in bracket', basic)}，其中：人员经费{n.wan('人员 in bracket', people)}，"
        f"公用经费{n.wan('公用 in bracket', basic - people)}；项目支出{n.wan('项目支出 in bracket', project)}，其中：{name}{n.wan(f'{name} in bracket', amount)}）。"
    ]
