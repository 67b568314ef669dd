"""Shares of something other than all expenditure: of the year's, of what was appropriated, of the projects, of the section."""

from department import Department
from figures import APPROPRIATION, Source
from plan import Plan
from wording import Section

from .talk_parts import insert

NAME = "share-base"
GENERAL = [Source.GENERAL]


def of_sections(department: Department, plan: Plan, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    word = "预算" if department.budget else "决算"
    title, part = {
        "year": (f"支出{word}结构情况", of_year),
        "appropriated": ("一般公共预算当年拨款情况", of_appropriated),
        "projects": ("主要项目情况", of_projects),
        "section": ("财政拨款支出用途情况", of_section),
    }[plan[NAME]]
    return insert(sections, "“三公”", title, part)


def of_year(n) -> list[str]:
    """The section opens with more than the year's expenditure."""
    a = n.accounts
    spent, left = a.expenditure, a.sum("closing") + a.sum("distributed")
    kinds = [("基本支出", "basic"), ("项目支出", "project"), ("上缴上级支出", "to_superior"), ("经营支出", "business"),
             ("对附属单位补助支出", "to_affiliates")]  # fmt: skip
    word = "预算" if n.department.budget else ""
    texts = [f"{n.department.year}年支出总计{n.wan('支出总计', spent + left)}，其中本年支出{n.wan('本年支出', spent)}。"]
    for name, kind in kinds:
        if amount := a.sum(kind):
            texts.append(f"{name}{word}{n.wan(f'{name} of year', amount)}，占本年支出的{n.share(f'{name}占比', amount, spent)}。")
    if left:
        texts.append(f"年末结转结余及结余分配{n.wan('结转', left)}，不计入本年支出。")
    return texts


def of_appropriated(n) -> list[str]:
    """Only what this year's appropriation pays is the whole; the paragraph before tells a greater one."""
    a = n.accounts
    whole = a.sum("income", GENERAL)
    classes = [(c, a.sum("income", GENERAL, c)) for c in a.codes(GENERAL) if len(c) == 3]
    listed = "；".join(
        f"{n.class_name(c)}（类）支出{n.wan(f'当年拨款 {c}', v)}，占{n.share(f'当年拨款占比 {c}', v, whole)}" for c, v in classes if v
    )
    return [
        f"{n.department.year}年一般公共预算当年拨款{n.wan('一般公共预算当年拨款', whole)}。",
        f"当年拨款结构：{listed}。",
    ]


def of_projects(n) -> list[str]:
    """Each project's share of the projects."""
    a = n.accounts
    whole = a.sum("project", GENERAL)
    listed = "；".join(
        f"{name}项目{n.wan(f'项目 {name}', v)}，占项目支出的{n.share(f'项目占比 {name}', v, whole)}"
        for name, (_, v) in n.department.works.items()
    )
    return [f"一般公共预算项目支出{n.wan('一般公共预算项目支出', whole)}，主要用于：{listed}。"]


def of_section(n) -> list[str]:
    """Bare 占: of the amount that the section opens with."""
    a = n.accounts
    whole = a.sum("expenditure", APPROPRIATION)
    people = n.department.personnel_of("", APPROPRIATION)
    running, project = a.sum("basic", APPROPRIATION) - people, a.sum("project", APPROPRIATION)
    listed = "；".join(
        f"{name}{n.wan(f'{name} of section', v)}，占{n.share(f'{name}占比', v, whole)}"
        for name, v in (("人员支出", people), ("日常公用支出", running), ("项目支出", project))
        if v
    )
    return [f"{n.department.year}年财政拨款支出{n.wan('财政拨款支出', whole)}。按支出用途分：{listed}。"]
