"""Rises and falls that belong to the whole: behind a list or a bracket of its parts, or with the base named first."""

from amounts import per_cent
from department import Department
from figures import APPROPRIATION, HUNDREDTH_OF_WAN, Source
from plan import Plan
from wording import Section

from .talk_parts import insert

NAME = "change-words"


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    title, part = {
        "base-first": ("会议费和培训费情况", base_first),
        "after-list": ("收支规模变化情况", after_list),
        "after-bracket": ("“三公”经费变化情况", after_bracket),
        "after-semicolons": ("收支规模变化情况", after_semicolons),
    }[plan[NAME]]
    return insert(sections, "其他", title, part)


def base_first(n) -> list[str]:
    """较上年的 … 增加 …: the first amount is last year's."""
    texts, rng = [], n.plan.random(NAME)
    word = "预算" if n.department.budget else "支出"
    for name, code in (("劳务费", "30226"), ("维修（护）费", "30213")):
        now = n.accounts.economic[code]
        before = now * rng.choice((31, 62, 87, 118, 160)) // 100 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
        if now == before:
            continue
        more = now > before
        sign, verb, rate = ("", "增加", "增幅") if more else ("-", "减少", "降幅")
        texts.append(
            f"{n.department.year}年基本支出中的{name}{word}{n.wan(name, now)}，较上年的{n.wan(name + '上年', before)}{verb}"
            f"{n.wan(name + '增减额', abs(now - before), sign)}，{rate}{n.figure(name + '增减率', per_cent(abs(now - before), before), '%', sign)}，"
            f"主要原因是{n.reason(more)}。"
        )
    return texts


def sources(n) -> list[tuple[str, int]]:
    a = n.accounts
    named = [("财政拨款", APPROPRIATION), ("事业收入", [Source.SERVICE]), ("经营收入", [Source.BUSINESS]),
             ("上级补助收入", [Source.SUPERIOR]), ("附属单位上缴收入", [Source.AFFILIATES]), ("其他收入", [Source.OTHER])]  # fmt: skip
    parts = [(name, a.sum("income", s)) for name, s in named]
    brought = a.sum("opening") + a.sum("surplus_used")
    return [(name, v) for name, v in (*parts, ("上年结转结余", brought)) if v]


def after_list(n) -> list[str]:
    a = n.accounts
    listed = "、".join(f"{name}{n.wan(f'{name} in list', v)}" for name, v in sources(n))
    return [
        f"本{n.word()}{n.department.year}年收入总计{n.wan('收入总计', a.total)}，其中：{listed}，较上年{n.change('收入总计', a.total, a.before['total'])}，"
        f"主要原因是{n.reason(a.total > a.before['total'])}。"
    ]


def after_semicolons(n) -> list[str]:
    a = n.accounts
    listed = "；".join(f"{name}{n.wan(f'{name} in list', v)}" for name, v in sources(n))
    return [
        f"{n.department.year}年收入总计{n.wan('收入总计', a.total)}，包括：{listed}。收入总计比上年{n.change('收入总计', a.total, a.before['total'])}。"
    ]


def after_bracket(n) -> list[str]:
    a = n.accounts
    p = a.three_public_budget if n.department.budget else a.three_public_final
    word = "预算" if n.department.budget else "支出决算"
    before = a.before["three public"]
    return [
        f"{n.department.year}年“三公”经费{word}{n.wan('“三公”经费 again', p.total)}（其中：因公出国（境）费{n.wan('出国 in bracket', p.abroad)}，"
        f"公务用车购置及运行费{n.wan('用车 in bracket', p.vehicles)}，公务接待费{n.wan('接待 in bracket', p.reception)}），"
        f"比上年{n.change('“三公”经费 again', p.total, before)}。"
    ]
