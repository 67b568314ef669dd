"""Shaanxi: 综合预算, four blocks side by side, three years of 三公."""

from budget_forms import ALL, CAPITAL, FUND, GENERAL, BudgetForms, under
from codes import classes
from figures import APPROPRIATION, Source
from sheet import Labels, Line, Path, Sheet, Side


def sheets(f: BudgetForms) -> list:
    a = f.a

    def four(title: str, sources, opening_name: str, income: list[tuple]) -> Sheet:
        whole = a.sum("expenditure", sources)
        basic = a.sum("basic", sources)
        project = whole - basic
        left = [Line(opening_name, (whole,)), *(Line(n, (v,), level=level) for n, v, level in income)]
        functional = [Line(opening_name, (whole,))]
        functional += [
            Line(f"{i}、{f.name(c)}", (a.sum("expenditure", sources, c),), level=1) for i, c in enumerate(classes(f.year), 1)
        ]
        department = [
            Line(opening_name, (whole,)),
            Line("1、人员经费和公用经费支出", (basic,), level=1),
            Line("(1)工资福利支出", (a.economic_sum("301"),), level=2),
            Line("(2)商品和服务支出", (a.economic_sum("302"),), level=2),
            Line("(3)对个人和家庭的补助", (a.economic_sum("303"),), level=2),
            Line("(4)资本性支出", (basic - sum(a.economic_sum(c) for c in ("301", "302", "303")),), level=2),
            Line("2、专项业务经费支出", (project,), level=1),
        ]
        government = [
            Line(opening_name, (whole,)),
            Line("1、机关工资福利支出", (a.economic_sum("301"),), level=1),
            Line("2、机关商品和服务支出", (whole - a.economic_sum("301") - a.economic_sum("303"),), level=1),
            Line("3、对个人和家庭的补助", (a.economic_sum("303"),), level=1),
        ]
        sides = [left, functional, department, government]
        longest = max(map(len, sides))
        for lines in sides:
            lines += [Line("", (None,))] * (longest - len(lines))
            lines.append(Line("本年收入合计" if lines is left else "本年支出合计", (whole,), kind="subtotal"))
            lines.append(Line("收入总计" if lines is left else "支出总计", (whole,), kind="total"))
        heads = ("项目", "支出功能分类科目（按大类）", "部门预算支出经济分类科目（按大类）", "政府预算支出经济分类科目（按大类）")
        keys = ("income", "expenditure", "departmentEconomic", "governmentEconomic")
        made = [
            Side([("预算数",)], lines, key, "收入" if i == 0 else "支出", head)
            for i, (lines, head, key) in enumerate(zip(sides, heads, keys))
        ]
        return Sheet(None, title, "sides", made)

    # The four blocks balance on what is spent; carried money is shown with its source.
    def money(sources) -> int:
        return a.sum("income", sources) + a.sum("opening", sources)

    every = [
        ("1、财政拨款", money(APPROPRIATION), 1),
        ("(1)一般公共预算拨款", money(GENERAL), 2),
        ("(2)政府性基金拨款", money(FUND), 2),
        ("(3)国有资本经营预算收入", money(CAPITAL), 2),
        ("2、上级补助收入", money([Source.SUPERIOR]), 1),
        ("3、事业收入", money([Source.SERVICE]), 1),
        ("4、事业单位经营收入", money([Source.BUSINESS]), 1),
        ("5、附属单位上缴收入", money([Source.AFFILIATES]), 1),
        ("6、其他收入", money([Source.OTHER]), 1),
    ]
    fiscal = [
        ("1、一般公共预算拨款", money(GENERAL), 1),
        ("2、政府性基金拨款", money(FUND), 1),
        ("3、国有资本经营预算收入", money(CAPITAL), 1),
    ]
    unit_parts = (
        money(GENERAL),
        0,
        money(FUND),
        money([Source.SUPERIOR]),
        money([Source.SERVICE]),
        money([Source.BUSINESS]),
        money([Source.AFFILIATES]),
        money(CAPITAL),
        money([Source.OTHER]),
    )
    unit_columns: list[Path] = under(
        "部门预算",
        [
            ("合计",),
            ("一般公共预算拨款", "小计"),
            ("一般公共预算拨款", "其中：专项资金列入部门预算项目"),
            ("政府性基金拨款",),
            ("上级补助收入",),
            ("事业收入",),
            ("事业单位经营收入",),
            ("附属单位上缴收入",),
            ("国有资本经营预算",),
            ("其他收入",),
        ],
    )

    def by_unit(title: str) -> Sheet:
        rows = [
            ("", "合计", unit_parts, "total"),
            (f.unit_code, f.d.name, unit_parts, "item"),
            (f"{f.unit_code}001", f.d.name, unit_parts, "item"),
        ]
        lines = [Line(n, (sum(p) - p[1], *p), kind=k, before=(c,)) for c, n, p, k in rows]
        return Sheet(
            None, title, "list", [Side(unit_columns, lines)], Labels("name", before=("单位编码",), name="单位名称"), total="head"
        )

    def three() -> Sheet:
        now, names = f.public_parts(a.three_public_budget), ("total", "abroad", "reception", "vehicles", "purchase", "operation")
        group, cars = "一般公共预算拨款安排的“三公”经费预算", "公务用车购置及运行维护费"
        heads: list[Path] = [
            ("合计",),
            (group, "小计"),
            (group, "因公出国（境）费用"),
            (group, "公务接待费"),
            (group, cars, "小计"),
            (group, cars, "公务用车购置费"),
            (group, cars, "公务用车运行维护费"),
            ("会议费",),
            ("培训费",),
        ]
        meetings = [a.economic["30215"], a.economic["30216"]]
        current = [now["total"] + sum(meetings), *(now[n] for n in names), *meetings]
        current = [
            current[0],
            now["total"],
            now["abroad"],
            now["reception"],
            now["vehicles"],
            now["purchase"],
            now["operation"],
            *meetings,
        ]
        before = [v * f.rng.choice((90, 100, 108, 120)) // 100 // 10000 * 10000 for v in current]
        before[4] = before[5] + before[6]
        before[1] = before[2] + before[3] + before[4]
        before[0] = before[1] + before[7] + before[8]
        a.before["three public"] = before[1]  # the text compares with the same year
        change = [x - y for x, y in zip(current, before)]
        columns = [(block, *h) for block in ("上年", "当年", "增减变化情况") for h in heads]
        values = tuple(before + current + change)
        lines = [Line("合计", values, kind="total", before=("",)), Line(f.d.name, values, before=(f.unit_code,))]
        return Sheet(
            None,
            "部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表",
            "list",
            [Side(columns, lines)],
            Labels("name", before=("单位编码",), name="单位名称"),
            total="head",
        )

    functional: list[Path] = [("合计",), ("人员经费支出",), ("公用经费支出",), ("专项业务经费支出",)]

    def detail(code: str) -> tuple:
        whole, _, people, running, project = f.people(code, GENERAL)
        return (whole, people, running, project)

    both = Labels("economic", between=("政府经济科目编码", "政府经济科目名称"), after=("备注",))

    def with_note(sheet: Sheet) -> Sheet:
        for line in sheet.lines:
            line.after = ("",)
        return sheet

    return [
        four("部门综合预算收支总表", ALL, "一、部门预算", every),
        by_unit("部门综合预算收入总表"),
        by_unit("部门综合预算支出总表"),
        four("部门综合预算财政拨款收支总表", APPROPRIATION, "一、财政拨款", fiscal),
        with_note(
            f.coded(
                "部门综合预算一般公共预算支出明细表（按支出功能分类科目）",
                functional,
                GENERAL,
                detail,
                Labels("functional", after=("备注",)),
                total="head",
            )
        ),
        with_note(
            f.coded(
                "部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）",
                functional[:3],
                GENERAL,
                lambda c: (f.a.sum("basic", GENERAL, c), *f.people(c, GENERAL)[2:4]),
                Labels("functional", after=("备注",)),
                total="head",
            )
        ),
        with_note(
            f.economic("部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）", functional[:3], labels=both, total="head")
        ),
        f.projects(
            "部门综合预算专项业务经费支出表",
            [("项目金额",)],
            Labels("name", before=("单位编码",), name="单位（项目）名称", after=("项目简介",)),
        ),
        three(),
        f.targets("部门专项业务经费绩效目标表"),
    ]
