"""Guangdong: 情况表 with codes in brackets before the names, and lists of projects."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, BudgetForms, under
from figures import Source
from sheet import Labels, Line, Path, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a = f.a
    income = f.income_items(
        [
            ("一、一般公共预算", GENERAL, 0),
            ("二、政府性基金预算", FUND, 0),
            ("三、国有资本经营预算", CAPITAL, 0),
            ("四、财政专户拨款", [], 0),
            ("五、事业收入", [Source.SERVICE], 0),
            ("六、事业单位经营收入", [Source.BUSINESS], 0),
            ("七、其他收入", [Source.OTHER], 0),
            ("八、上级补助收入", [Source.SUPERIOR], 0),
            ("九、附属单位上缴收入", [Source.AFFILIATES], 0),
        ]
    )
    p = f.public_parts(a.three_public_budget)
    rows = [
        ("行政经费", a.running, 0),
        ("“三公”经费", p["total"], 0),
        ("其中：（一）因公出国（境）支出", p["abroad"], 1),
        ("（二）公务用车购置及运行维护支出", p["vehicles"], 1),
        ("1.公务用车购置费", p["purchase"], 2),
        ("2.公务用车运行维护费", p["operation"], 2),
        ("（三）公务接待费支出", p["reception"], 1),
    ]
    three = Sheet(
        None,
        "财政拨款安排的行政经费及“三公”经费预算表",
        "list",
        [
            Side(
                [("合计",), ("一般公共预算",), ("政府性基金预算",), ("国有资本经营预算",)],
                [Line(n, (v, v, 0, 0), level=level) for n, v, level in rows],
            )
        ],
        Labels("name", name="项目"),
        only_wan=True,
        total="none",
    )
    fiscal: list[Path] = [
        ("总计",),
        ("财政拨款", "合计"),
        ("财政拨款", "一般公共预算"),
        ("财政拨款", "政府性基金预算"),
        ("财政拨款", "国有资本经营预算"),
        ("财政专户拨款",),
        ("其他资金",),
    ]

    def spread(v: int) -> tuple:
        return (v, v, v, 0, 0, 0, 0)

    basic = [
        Line("合计", spread(a.personnel + a.running), kind="total"),
        Line(f"{f.d.name}（本级）", spread(a.personnel + a.running)),
    ]
    basic += [
        Line(name, spread(a.economic_sum(code)), level=1)
        for code, name in (
            ("301", "工资福利支出"),
            ("302", "商品和服务支出"),
            ("303", "对个人和家庭的补助"),
            ("310", "资本性支出"),
        )
        if a.economic_sum(code)
    ]
    whole = sum(v for _, v in f.d.works.values())
    project = [Line("合计", spread(whole), kind="total", after=("",)), Line(f.d.name, spread(whole), after=("",))]
    project += [Line(n, spread(v), level=1, after=(f"按计划完成{n}，资金使用合规。",)) for n, (_, v) in f.d.works.items()]
    equipment = whole * 3 // 10 // 10000 * 10000
    economic_projects = [
        Line("合计", (whole,), kind="total"),
        Line("商品和服务支出", (whole - equipment,), "302"),
        Line("委托业务费", (whole - equipment,), "30227", level=1),
        Line("资本性支出", (equipment,), "310"),
        Line("专用设备购置", (equipment,), "31003", level=1),
    ]
    three_kinds: list[Path] = [("小计",), ("其中：基本支出",), ("项目支出",)]
    six: list[Path] = [("合计",), ("基本支出",), ("项目支出",), ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)]
    return [
        f.summary("收支总体情况表", income, f.class_lines(ALL, 1, True), [("预算",)], word="预算"),
        f.flat_income_by_unit("收入总体情况表"),
        f.coded("本年支出总体情况表", six, ALL, f.six_kinds, total="head"),
        f.appropriated("财政拨款收支总体情况表", income[:3], True, columns=1, word="预算"),
        f.coded(
            "一般公共预算支出情况表（按功能分类科目）",
            under("一般公共预算支出", three_kinds),
            GENERAL,
            lambda c: f.kinds(c, GENERAL),
            total="head",
            code_schemes=("bracket-name", "joined"),
        ),
        f.economic(
            "一般公共预算基本支出情况表（按经济分类科目）",
            [("预算",)],
            lambda c, v: (v,),
            Labels("economic", name="部门预算支出经济科目"),
            total="head",
            code_schemes=("bracket-name",),
        ),
        Sheet(
            None,
            "一般公共预算项目支出情况表（按经济分类科目）",
            "list",
            [Side([("预算",)], economic_projects)],
            Labels("economic", name="部门预算支出经济科目"),
            total="head",
            code_schemes=("bracket-name",),
        ),
        three,
        f.coded(
            "政府性基金预算支出情况表", under("政府性基金预算支出", three_kinds), FUND, lambda c: f.kinds(c, FUND), total="head"
        ),
        f.coded(
            "国有资本经营预算支出情况表",
            under("国有资本经营预算支出", three_kinds),
            CAPITAL,
            lambda c: f.kinds(c, CAPITAL),
            total="head",
        ),
        Sheet(
            None,
            "部门预算基本支出预算表",
            "list",
            [Side(fiscal, basic)],
            Labels("name", name="支出项目类别（资金使用单位）"),
            total="head",
        ),
        Sheet(
            None,
            "部门预算项目支出及其他支出预算表",
            "list",
            [Side(fiscal, project)],
            Labels("name", name="支出项目类别（资金使用单位）", after=("绩效目标",)),
            total="head",
        ),
    ]
