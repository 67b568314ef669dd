"""What the forms of budgets are made of, whatever the manner: lines by code, by unit, by project, two-sided tables."""

from collections.abc import Sequence

from classification import PERSONNEL, RUNNING, functional_name
from codes import classes
from department import Department
from figures import APPROPRIATION, Source
from final_forms import ordinals
from habits import below_line, division_rows, same_projects, specifications
from plan import Plan
from sheet import FreeTable, Labels, Line, Path, Sheet, Side, coded_lines

GENERAL, FUND, CAPITAL = ([s] for s in APPROPRIATION)
ALL = tuple(Source)
FUNCTIONAL_LABELS, ECONOMIC_LABELS = Labels(), Labels("economic")
# Income columns of budgets that name every source, in their order, and the sources behind them.
INCOME = (
    ("一般公共预算", GENERAL),
    ("政府性基金预算", FUND),
    ("国有资本经营预算", CAPITAL),
    ("财政专户管理资金", []),
    ("事业收入", [Source.SERVICE]),
    ("事业单位经营收入", [Source.BUSINESS]),
    ("上级补助收入", [Source.SUPERIOR]),
    ("附属单位上缴收入", [Source.AFFILIATES]),
    ("其他收入", [Source.OTHER]),
)
CARRIED = (
    ("一般公共预算", GENERAL),
    ("政府性基金预算", FUND),
    ("国有资本经营预算", CAPITAL),
    ("财政专户管理资金", []),
    ("单位资金", [s for s in Source if s not in APPROPRIATION]),
)
# The government's own economic classification beside that of departments.
GOVERNMENT = {
    "301": ("501", "机关工资福利支出"),
    "302": ("502", "机关商品和服务支出"),
    "303": ("509", "对个人和家庭的补助"),
    "307": ("511", "债务利息及费用支出"),
    "310": ("503", "机关资本性支出"),
    "399": ("599", "其他支出"),
}
GOVERNMENT_DIVISIONS = {
    "30101": ("50101", "工资奖金津补贴"),
    "30102": ("50101", "工资奖金津补贴"),
    "30103": ("50101", "工资奖金津补贴"),
    "30108": ("50102", "社会保障缴费"),
    "30109": ("50102", "社会保障缴费"),
    "30110": ("50102", "社会保障缴费"),
    "30111": ("50102", "社会保障缴费"),
    "30112": ("50102", "社会保障缴费"),
    "30113": ("50103", "住房公积金"),
    "30215": ("50202", "会议费"),
    "30216": ("50203", "培训费"),
    "30217": ("50206", "公务接待费"),
    "30231": ("50208", "公务用车运行维护费"),
    "30213": ("50209", "维修（护）费"),
    "30227": ("50205", "委托业务费"),
    "30302": ("50905", "离退休费"),
    "30304": ("50901", "社会福利和救助"),
    "31002": ("50306", "设备购置"),
}


def government_division(code: str) -> tuple[str, str]:
    if len(code) == 3:
        return GOVERNMENT[code]
    rest = {
        "301": ("50199", "其他工资福利支出"),
        "302": ("50201", "办公经费"),
        "303": ("50999", "其他对个人和家庭的补助"),
        "310": ("50399", "其他资本性支出"),
    }
    return GOVERNMENT_DIVISIONS.get(code, rest.get(code[:3], ("59999", "其他支出")))


class BudgetForms:
    def __init__(self, department: Department, plan: Plan):
        self.d, self.plan, self.a, self.year = department, plan, department.accounts, department.year
        self.rng = plan.random("forms")
        self.variant = plan["wording"] == "variant"
        self.unit_code = str(self.rng.randint(101, 399))
        self.used = self.plan["basic-rows"] == "used"

    def name(self, code: str) -> str:
        return functional_name(code, self.year)

    def spent(self, code: str, sources=ALL) -> int:
        return self.a.sum("expenditure", sources, code)

    # Amounts of a code

    def kinds(self, code: str, sources=ALL) -> tuple:
        return tuple(self.a.sum(k, sources, code) for k in ("expenditure", "basic", "project"))

    def six_kinds(self, code: str) -> tuple:
        return tuple(
            self.a.sum(k, ALL, code) for k in ("expenditure", "basic", "project", "business", "to_superior", "to_affiliates")
        )

    def people(self, code: str, sources=ALL) -> tuple:
        """合计, 基本支出 小计, 人员经费, 公用经费, 项目支出"""
        whole, basic, project = self.kinds(code, sources)
        return (whole, basic, self.d.personnel_of(code, sources), self.d.running_of(code, sources), project)

    def coded(self, title, columns, sources, values, labels=FUNCTIONAL_LABELS, leaves=False, **more) -> Sheet:
        codes = self.a.codes(sources)
        lines = coded_lines(codes, self.name, values)
        if leaves:
            # Without the rows above them, items cannot leave the higher levels of their codes out.
            lines = [line for line in lines if line.code is None or len(line.code) == 7]
            more["code_schemes"] = ("joined", "split", "dash-name", "bracket-name", "first-of-three", "merged-three")
        subject = more.pop("subject", title.split("预算")[0] + "预算支出")
        return Sheet(None, title, "list", [Side(columns, lines)], labels, empty=not codes, subject=subject, **more)

    def economic_lines(self, value, names=None, leaves=False) -> list[Line]:
        order = sorted({**PERSONNEL, **RUNNING}.items()) if names is None else names
        made = []
        for code, name in order:
            if leaves and len(code) == 3:
                continue
            amount = self.a.economic_sum(code)
            if amount or not self.used:
                made.append(
                    Line(name, value(code, amount), code, "subtotal" if len(code) == 3 else "item", level=int(len(code) == 5))
                )
        return made

    def two_parts(self, code: str, amount: int) -> tuple:
        return (amount, amount if code in PERSONNEL else 0, amount if code in RUNNING else 0)

    def economic(self, title: str, columns: list[Path], value=None, labels=ECONOMIC_LABELS, leaves=False, **more) -> Sheet:
        a = self.a
        value = value or self.two_parts
        whole = (a.personnel + a.running, a.personnel, a.running)
        total = Line("合计", whole[: len(columns)] if len(columns) <= 3 else value("", whole[0]), kind="total")
        lines = self.economic_lines(value, leaves=leaves)
        if labels.between:
            total.between = ("",) * len(labels.between)
            for line in lines:
                line.between = government_division(line.code) if len(labels.between) == 2 else ()
        if labels.before:
            total.before = ("",) * len(labels.before)
            for line in lines:
                line.before = ("-".join(government_division(line.code)),)
        return Sheet(None, title, "list", [Side(columns, [total, *lines])], labels, **more)

    # Two-sided tables

    def class_lines(self, sources, columns: int, every: bool, style=ordinals) -> list[Line]:
        codes = [c for c in classes(self.year) if every or self.spent(c, sources)]
        lines = []
        for code, name in zip(codes, style([self.name(c) for c in codes])):
            parts = tuple(self.spent(code, [s]) for s in APPROPRIATION)
            values = {1: (self.spent(code, sources),), 4: (sum(parts), *parts), 5: self.people(code), 3: ()}[columns]
            lines.append(Line(name, values[:1] + values[2:] if columns == 5 else values))
        return lines

    def summary(
        self,
        title,
        income: list[tuple],
        right: list[Line],
        right_columns: list[Path],
        carry=True,
        word="预算数",
        heads=("收入", "支出"),
        totals=("收入总计", "支出总计"),
        sums=("本年收入合计", "本年支出合计"),
        carried="上年结转结余",
    ) -> Sheet:
        """Income by source, expenditure by class; the closing lines stand below the longer side."""
        a = self.a
        below = 0  # income that is printed below the year's
        if self.plan.habit(below_line.NAME):
            income, below = below_line.apart(income)
        if self.plan.habit(division_rows.NAME):
            right = division_rows.lines(a, self.name)
        left = [Line(n, (v,), level=level) for n, v, level in income]
        while len(left) < len(right):
            left.append(Line("", (None,)))
        while len(right) < len(left):
            right.append(Line("", (None,) * len(right_columns)))
        width = len(right_columns)
        whole = [sum(line.values[i] or 0 for line in right if not line.level) for i in range(width)]
        if carry:
            brought, left_over = a.sum("opening"), (a.sum("closing"),) * width
            left += [
                Line(sums[0], (a.income - below,), kind="subtotal"),
                *([Line(below_line.LABEL, (below,))] if below else []),
                Line(carried, (brought,)),
                Line(totals[0], (a.total,), kind="total"),
            ]
            right += [
                Line(sums[1], tuple(whole), kind="subtotal"),
                *([Line("", (None,) * width)] if below else []),
                Line("年终结转结余" if self.variant else "结转下年", left_over),
                Line(totals[1], tuple(v + more for v, more in zip(whole, left_over)), kind="total"),
            ]
        else:
            left.append(Line(totals[0], (sum(v for _, v, level in income if not level),), kind="total"))
            right.append(Line(totals[1], tuple(whole), kind="total"))
        return Sheet(
            None,
            title,
            "sides",
            [
                Side([(word,)], left, "income", heads[0]),
                Side(right_columns, right, "expenditure", heads[1]),
            ],
        )

    def appropriated(
        self,
        title,
        income: list[tuple],
        every: bool,
        columns=4,
        word="预算数",
        heads=("收入", "支出"),
        totals=("收入总计", "支出总计"),
        style=ordinals,
        grouped=False,
    ) -> Sheet:
        a = self.a
        right_columns: list[Path] = (
            [(word,)] if columns == 1 else [("合计",), ("一般公共预算",), ("政府性基金预算",), ("国有资本经营预算",)]
        )
        right = self.class_lines(APPROPRIATION, columns, every, style)
        width = len(right_columns)
        whole = tuple(sum(line.values[i] for line in right) for i in range(width))
        brought, received = a.sum("opening", APPROPRIATION), a.sum("income", APPROPRIATION)
        left = [Line(n, (v,), level=level) for n, v, level in income]
        if grouped:
            left.insert(0, Line("一、本年收入", (received,)))
            right.insert(0, Line("一、本年支出", whole))
            left += [Line("二、上年结转", (brought,))]
            left += [
                Line(n, (a.sum("opening", s),), level=1)
                for n, s in zip(
                    ("（一）一般公共预算拨款", "（二）政府性基金预算拨款", "（三）国有资本经营预算拨款"), (GENERAL, FUND, CAPITAL)
                )
            ]
        elif brought:
            left.append(Line("上年结转", (brought,)))
        left_over = tuple(a.sum("closing", s) for s in (APPROPRIATION, GENERAL, FUND, CAPITAL))[:width]
        if any(left_over):
            right.append(Line("二、结转下年" if grouped else "结转下年", left_over))
        while len(left) < len(right):
            left.append(Line("", (None,)))
        while len(right) < len(left):
            right.append(Line("", (None,) * width))
        if grouped and not any(left_over):
            right[-1] = right[-1] if right[-1].name else Line("二、结转下年", (0,) * width)
        left.append(Line(totals[0], (received + brought,), kind="total"))
        right.append(Line(totals[1], tuple(v + more for v, more in zip(whole, left_over)), kind="total"))
        return Sheet(
            None, title, "sides", [Side([(word,)], left, "income", heads[0]), Side(right_columns, right, "expenditure", heads[1])]
        )

    # Income by unit

    def share(self, amount: int, per_mille: int, rest: bool, others: int) -> int:
        return amount - others if rest else amount * per_mille // 1000 // 10000 * 10000

    def by_unit(self, values: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
        """Values divided among the units, the first taking what is left over."""
        rows = [[unit, tuple(v * part // 1000 // 10000 * 10000 for v in values)] for unit, part in self.d.shares]
        rest = tuple(v - sum(row[1][i] for row in rows[1:]) for i, v in enumerate(values))
        rows[0][1] = rest
        return [(unit, amounts) for unit, amounts in rows]

    def additive(self, sources_columns) -> tuple[int, ...]:
        return tuple(self.a.sum("income", s) if s else 0 for _, s in sources_columns)

    def income_by_unit(self, title, labels: Labels, suffix: str = "", coded=False) -> Sheet:
        """合计 | 本年收入 … | 上年结转结余 … by unit."""
        received = self.additive(INCOME)
        carried = tuple(self.a.sum("opening", s) if s else 0 for _, s in CARRIED)
        units = self.by_unit((*received, *carried))
        cut = len(INCOME)

        def values(parts: tuple) -> tuple:
            return (sum(parts), sum(parts[:cut]), *parts[:cut], sum(parts[cut:]), *parts[cut:])

        columns: list[Path] = [
            ("总计" if self.variant else "合计",),
            ("本年收入", "小计"),
            *(("本年收入", n + suffix) for n, _ in INCOME),
            ("上年结转结余", "小计"),
            *(("上年结转结余", n) for n, _ in CARRIED),
        ]
        whole = tuple(sum(parts[i] for _, parts in units) for i in range(cut + len(CARRIED)))
        lines = [Line("合计", values(whole), kind="total", before=("",) * len(labels.before))]
        for number, (unit, parts) in enumerate(units, 1):
            lines.append(Line(unit, values(parts), before=(f"{self.unit_code}{number:03d}",) if labels.before else ()))
        return Sheet(None, title, "list", [Side(columns, lines)], labels, total="head")

    def flat_income_by_unit(self, title: str) -> Sheet:
        """合计 and one column a source, with 上年结转结余 last."""
        received = self.additive(INCOME)
        units = self.by_unit((*received, self.a.sum("opening")))
        columns: list[Path] = [
            ("合计",),
            *((n + "拨款收入" if i < 3 else n if n.endswith("收入") else n + "收入",) for i, (n, _) in enumerate(INCOME)),
            ("上年结转结余",),
        ]
        whole = tuple(sum(parts[i] for _, parts in units) for i in range(len(received) + 1))
        lines = [Line("合计", (sum(whole), *whole), kind="total"), *(Line(unit, (sum(p), *p)) for unit, p in units)]
        return Sheet(None, title, "list", [Side(columns, lines)], Labels("name", name="单位名称"), total="head")

    # 三公, procurement, projects

    def public_parts(self, p) -> dict[str, int]:
        return {
            "total": p.total,
            "abroad": p.abroad,
            "vehicles": p.vehicles,
            "purchase": p.purchase,
            "operation": p.operation,
            "reception": p.reception,
        }

    def three_row(
        self,
        title,
        order=("total", "abroad", "vehicles", "purchase", "operation", "reception"),
        more: Sequence[tuple[Path, int]] = (),
        group: str = "",
        vehicles="公务用车购置及运行费",
        total="合计",
        abroad="因公出国（境）费",
        purchase="公务用车购置费",
        operation="公务用车运行费",
    ) -> Sheet:
        names: dict[str, Path] = {
            "total": (total,),
            "abroad": (abroad,),
            "vehicles": (vehicles, "小计"),
            "purchase": (vehicles, purchase),
            "operation": (vehicles, operation),
            "reception": ("公务接待费",),
        }
        p = self.public_parts(self.a.three_public_budget)
        columns = [((group,) if group else ()) + names[k] for k in order] + [path for path, _ in more]
        values = tuple(p[k] for k in order) + tuple(v for _, v in more)
        return Sheet(None, title, "row", [Side(columns, [Line("", values)])], Labels("none"), only_wan=True)

    def three_rows(self, title: str, columns: list[Path] | None = None) -> Sheet:
        p = self.public_parts(self.a.three_public_budget)
        rows = [
            ("合计", p["total"], 0),
            ("1、因公出国（境）费用", p["abroad"], 0),
            ("2、公务接待费", p["reception"], 0),
            ("3、公务用车购置及运行费", p["vehicles"], 0),
            ("其中：（1）公务用车购置费", p["purchase"], 1),
            ("（2）公务用车运行费", p["operation"], 1),
        ]
        lines = [Line(n, (v,), kind="total" if i == 0 else "item", level=level) for i, (n, v, level) in enumerate(rows)]
        return Sheet(
            None, title, "list", [Side(columns or [("预算数",)], lines)], Labels("name", name="项目"), only_wan=True, total="head"
        )

    def procurement(self, title, labels: Labels, columns: list[Path]) -> Sheet:
        p = self.a.procurement
        kinds = [("A", "货物", p["货物"]), ("B", "工程", p["工程"]), ("C", "服务", p["服务"])]
        whole = sum(v for _, _, v in kinds)
        width = len(columns)

        def values(amount: int) -> tuple:
            return (amount, amount, *(0,) * (width - 2))[:width]

        lines = [Line("合计", values(whole), kind="total", before=("",) * len(labels.before))]
        for code, name, amount in kinds:
            if amount:
                lines.append(Line(name, values(amount), before=(code,) if labels.before else ()))
        sheet = Sheet(None, title, "list", [Side(columns, lines)], labels)
        if self.plan.habit(specifications.NAME):
            specifications.add(sheet, self.plan.random(specifications.NAME))
        return sheet

    def projects(self, title, columns: list[Path], labels: Labels, total_first=True) -> Sheet:
        """A line for every project; amounts of the general budget in the first two columns."""
        whole = sum(amount for _, amount in self.d.works.values())
        width = len(columns)

        def values(amount: int) -> tuple:
            return (amount, amount, *(0,) * (width - 2))[:width]

        lines = [
            Line(
                "合计",
                values(whole),
                kind="total",
                before=("",) * len(labels.before),
                after=("",) * len(labels.after),
                between=("",) * len(labels.between),
            )
        ]
        how = self.plan[same_projects.NAME] if self.plan.habit(same_projects.NAME) else None
        for number, (name, unit, amount) in enumerate(same_projects.listed(self.d, how), 1):
            before = {"单位名称": unit, "序号": str(number), "单位编码": f"{self.unit_code}001"}
            lines.append(
                Line(
                    name,
                    values(amount),
                    before=tuple(before[h] for h in labels.before),
                    between=tuple("特定目标类" for _ in labels.between),
                    after=tuple(f"按季度完成{name}的年度任务，服务对象满意度不低于九成。" for _ in labels.after),
                )
            )
        return Sheet(None, title, "list", [Side(columns, lines)], labels)

    def targets(self, title: str) -> FreeTable:
        name, (_, amount) = next(iter(self.d.works.items()))
        wan = f"{amount // 1_000_000}.{amount // 10_000 % 100:02d}"
        return FreeTable(
            [
                ["项目名称", name, "主管部门", self.d.name],
                ["资金金额（万元）", wan, "其中：财政拨款", wan],
                ["年度目标", f"完成{name}，资金按进度支付。", "", ""],
                ["一级指标", "二级指标", "三级指标", "指标值"],
                ["产出指标", "数量指标", "完成批次", f"≥{self.rng.randint(2, 12)}批"],
                ["产出指标", "质量指标", "验收合格率", f"≥{self.rng.randint(90, 99)}%"],
                ["效益指标", "社会效益指标", "服务人次", f"≥{self.rng.randint(3, 60) * 100}人次"],
                ["满意度指标", "服务对象满意度指标", "受益对象满意度", "≥90%"],
            ],
            [1.2, 2, 2, 2],
            title,
            header=0,
        )

    def income_items(self, names: list[tuple[str, list, int]]) -> list[tuple[str, int, int]]:
        return [(n, self.a.sum("income", s) if s else 0, level) for n, s, level in names]


# Columns that several manners share.
PARTS: list[Path] = [("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("基本支出", "公用经费"), ("项目支出",)]
KINDS: list[Path] = [("合计",), ("基本支出",), ("项目支出",)]
SIX: list[Path] = [("合计",), ("基本支出",), ("项目支出",), ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)]
TRIPLE: list[Path] = [("合计",), ("人员经费",), ("公用经费",)]
OWN = [s for s in Source if s not in APPROPRIATION]


def under(group: str, columns: list[Path]) -> list[Path]:
    return [(group, *path) for path in columns]
