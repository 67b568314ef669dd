"""The forms of budgets, in the manners of several provinces and cities."""
from classification import PERSONNEL, RUNNING, functional_name
from codes import classes
from department import Department
from figures import APPROPRIATION, Source
from final_forms import ordinals
from plan import Plan
from printing import Count
from sheet import FreeTable, Labels, Line, Path, Sheet, Side, coded_lines

GENERAL, FUND, CAPITAL = ([s] for s in APPROPRIATION)
ALL = tuple(Source)
# Income columns of budgets that name every source, in their order, and the sources behind them.
INCOME = (
    ("一般公共预算", GENERAL), ("政府性基金预算", FUND), ("国有资本经营预算", CAPITAL), ("财政专户管理资金", []),
    ("事业收入", [Source.SERVICE]), ("事业单位经营收入", [Source.BUSINESS]), ("上级补助收入", [Source.SUPERIOR]),
    ("附属单位上缴收入", [Source.AFFILIATES]), ("其他收入", [Source.OTHER]),
)  # fmt: skip
CARRIED = (("一般公共预算", GENERAL), ("政府性基金预算", FUND), ("国有资本经营预算", CAPITAL), ("财政专户管理资金", []),
           ("单位资金", [s for s in Source if s not in APPROPRIATION]))  # fmt: skip
# The government's own economic classification beside that of departments.
GOVERNMENT = {"301": ("501", "机关工资福利支出"), "302": ("502", "机关商品和服务支出"), "303": ("509", "对个人和家庭的补助"),
              "307": ("511", "债务利息及费用支出"), "310": ("503", "机关资本性支出"), "399": ("599", "其他支出")}  # fmt: skip
GOVERNMENT_DIVISIONS = {
    "30101": ("50101", "工资奖金津补贴"), "30102": ("50101", "工资奖金津补贴"), "30103": ("50101", "工资奖金津补贴"),
    "30108": ("50102", "社会保障缴费"), "30109": ("50102", "社会保障缴费"), "30110": ("50102", "社会保障缴费"),
    "30111": ("50102", "社会保障缴费"), "30112": ("50102", "社会保障缴费"), "30113": ("50103", "住房公积金"),
    "30215": ("50202", "会议费"), "30216": ("50203", "培训费"), "30217": ("50206", "公务接待费"),
    "30231": ("50208", "公务用车运行维护费"), "30213": ("50209", "维修（护）费"), "30227": ("50205", "委托业务费"),
    "30302": ("50905", "离退休费"), "30304": ("50901", "社会福利和救助"), "31002": ("50306", "设备购置"),
}  # fmt: skip


def government_division(code: str) -> tuple[str, str]:
    if len(code) == 3:
        return GOVERNMENT[code]
    rest = {"301": ("50199", "其他工资福利支出"), "302": ("50201", "办公经费"), "303": ("50999", "其他对个人和家庭的补助"),
            "310": ("50399", "其他资本性支出")}  # fmt: skip
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
        return tuple(self.a.sum(k, ALL, code) for k in ("expenditure", "basic", "project", "business", "to_superior", "to_affiliates"))

    def people(self, code: str, sources=ALL) -> tuple:
        """合计, 基本支出 小计, 人员经费, 公用经费, 项目支出"""
        whole, basic, project = self.kinds(code, sources)
        return (whole, basic, self.d.personnel_of(code, sources), self.d.running_of(code, sources), project)

    def coded(self, title, columns, sources, values, labels=Labels(), leaves=False, **more) -> Sheet:
        codes = self.a.codes(sources)
        lines = coded_lines(codes, self.name, values)
        if leaves:
            lines = [line for line in lines if line.code is None or len(line.code) == 7]
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
                made.append(Line(name, value(code, amount), code, "subtotal" if len(code) == 3 else "item", level=int(len(code) == 5)))
        return made

    def two_parts(self, code: str, amount: int) -> tuple:
        return (amount, amount if code in PERSONNEL else 0, amount if code in RUNNING else 0)

    def economic(self, title: str, columns: list[Path], value=None, labels=Labels("economic"), leaves=False, **more) -> Sheet:
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

    def summary(self, title, income: list[tuple], right: list[Line], right_columns: list[Path], carry=True, word="预算数",
                heads=("收入", "支出"), totals=("收入总计", "支出总计"), sums=("本年收入合计", "本年支出合计"), carried="上年结转结余") -> Sheet:  # fmt: skip
        """Income by source, expenditure by class; the closing lines stand below the longer side."""
        a = self.a
        left = [Line(n, (v,), level=level) for n, v, level in income]
        while len(left) < len(right):
            left.append(Line("", (None,)))
        while len(right) < len(left):
            right.append(Line("", (None,) * len(right_columns)))
        width = len(right_columns)
        whole = [sum(line.values[i] or 0 for line in right if not line.level) for i in range(width)]
        if carry:
            brought = a.sum("opening")
            left += [Line(sums[0], (a.income,), kind="subtotal"), Line(carried, (brought,)), Line(totals[0], (a.total,), kind="total")]
            right += [Line(sums[1], tuple(whole), kind="subtotal"), Line("年终结转结余" if self.variant else "结转下年", (0,) * width),
                      Line(totals[1], tuple(whole), kind="total")]  # fmt: skip
        else:
            left.append(Line(totals[0], (sum(v for _, v, level in income if not level),), kind="total"))
            right.append(Line(totals[1], tuple(whole), kind="total"))
        return Sheet(None, title, "sides", [
            Side([(word,)], left, "income", heads[0]), Side(right_columns, right, "expenditure", heads[1]),
        ])  # fmt: skip

    def appropriated(self, title, income: list[tuple], every: bool, columns=4, word="预算数", heads=("收入", "支出"), totals=("收入总计", "支出总计"),
                     style=ordinals, grouped=False) -> Sheet:  # fmt: skip
        a = self.a
        right_columns: list[Path] = [(word,)] if columns == 1 else [("合计",), ("一般公共预算",), ("政府性基金预算",), ("国有资本经营预算",)]
        right = self.class_lines(APPROPRIATION, columns, every, style)
        width = len(right_columns)
        whole = tuple(sum(line.values[i] for line in right) for i in range(width))
        brought, received = a.sum("opening", APPROPRIATION), a.sum("income", APPROPRIATION)
        left = [Line(n, (v,), level=level) for n, v, level in income]
        if grouped:
            left.insert(0, Line("一、本年收入", (received,)))
            right.insert(0, Line("一、本年支出", whole))
            left += [Line("二、上年结转", (brought,))]
            left += [Line(n, (a.sum("opening", s),), level=1) for n, s in zip(("（一）一般公共预算拨款", "（二）政府性基金预算拨款", "（三）国有资本经营预算拨款"), (GENERAL, FUND, CAPITAL))]
        elif brought:
            left.append(Line("上年结转", (brought,)))
        while len(left) < len(right):
            left.append(Line("", (None,)))
        while len(right) < len(left):
            right.append(Line("", (None,) * width))
        if grouped:
            right[-1] = right[-1] if right[-1].name else Line("二、结转下年", (0,) * width)
        left.append(Line(totals[0], (received + brought,), kind="total"))
        right.append(Line(totals[1], whole, kind="total"))
        return Sheet(None, title, "sides", [Side([(word,)], left, "income", heads[0]), Side(right_columns, right, "expenditure", heads[1])])

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

        columns: list[Path] = [("总计" if self.variant else "合计",), ("本年收入", "小计"), *(("本年收入", n + suffix) for n, _ in INCOME),
                               ("上年结转结余", "小计"), *(("上年结转结余", n) for n, _ in CARRIED)]  # fmt: skip
        whole = tuple(sum(parts[i] for _, parts in units) for i in range(cut + len(CARRIED)))
        lines = [Line("合计", values(whole), kind="total", before=("",) * len(labels.before))]
        for number, (unit, parts) in enumerate(units, 1):
            lines.append(Line(unit, values(parts), before=(f"{self.unit_code}{number:03d}",) if labels.before else ()))
        return Sheet(None, title, "list", [Side(columns, lines)], labels, total="head")

    def flat_income_by_unit(self, title: str) -> Sheet:
        """合计 and one column a source, with 上年结转结余 last."""
        received = self.additive(INCOME)
        units = self.by_unit((*received, self.a.sum("opening")))
        columns: list[Path] = [("合计",), *((n + "拨款收入" if i < 3 else n if n.endswith("收入") else n + "收入",) for i, (n, _) in enumerate(INCOME)), ("上年结转结余",)]
        whole = tuple(sum(parts[i] for _, parts in units) for i in range(len(received) + 1))
        lines = [Line("合计", (sum(whole), *whole), kind="total"), *(Line(unit, (sum(p), *p)) for unit, p in units)]
        return Sheet(None, title, "list", [Side(columns, lines)], Labels("name", name="单位名称"), total="head")

    # 三公, procurement, projects

    def public_parts(self, p) -> dict[str, int]:
        return {"total": p.total, "abroad": p.abroad, "vehicles": p.vehicles, "purchase": p.purchase, "operation": p.operation, "reception": p.reception}

    def three_row(self, title, order=("total", "abroad", "vehicles", "purchase", "operation", "reception"), more: list[tuple[Path, int]] = [],
                  group: str = "", vehicles="公务用车购置及运行费", total="合计", abroad="因公出国（境）费", purchase="公务用车购置费",
                  operation="公务用车运行费") -> Sheet:  # fmt: skip
        names: dict[str, Path] = {"total": (total,), "abroad": (abroad,), "vehicles": (vehicles, "小计"), "purchase": (vehicles, purchase),
                                  "operation": (vehicles, operation), "reception": ("公务接待费",)}  # fmt: skip
        p = self.public_parts(self.a.three_public_budget)
        columns = [((group,) if group else ()) + names[k] for k in order] + [path for path, _ in more]
        values = tuple(p[k] for k in order) + tuple(v for _, v in more)
        return Sheet(None, title, "row", [Side(columns, [Line("", values)])], Labels("none"), only_wan=True)

    def three_rows(self, title: str, columns: list[Path] | None = None, more: list[tuple[str, int]] = [], numbered=True) -> Sheet:
        p = self.public_parts(self.a.three_public_budget)
        rows = [("合计", p["total"], 0), ("1、因公出国（境）费用", p["abroad"], 0), ("2、公务接待费", p["reception"], 0), ("3、公务用车购置及运行费", p["vehicles"], 0),
                ("其中：（1）公务用车购置费", p["purchase"], 1), ("（2）公务用车运行费", p["operation"], 1)]  # fmt: skip
        lines = [Line(n, (v,), kind="total" if i == 0 else "item", level=level) for i, (n, v, level) in enumerate(rows)]
        return Sheet(None, title, "list", [Side(columns or [("预算数",)], lines)], Labels("name", name="项目"), only_wan=True, total="head")

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
        return Sheet(None, title, "list", [Side(columns, lines)], labels)

    def projects(self, title, columns: list[Path], labels: Labels, total_first=True) -> Sheet:
        """A line for every project; amounts of the general budget in the first two columns."""
        whole = sum(amount for _, amount in self.d.works.values())
        width = len(columns)

        def values(amount: int) -> tuple:
            return (amount, amount, *(0,) * (width - 2))[:width]

        lines = [Line("合计", values(whole), kind="total", before=("",) * len(labels.before), after=("",) * len(labels.after), between=("",) * len(labels.between))]
        for number, (name, (_, amount)) in enumerate(self.d.works.items(), 1):
            unit = self.d.shares[number % len(self.d.shares)][0]
            before = {"单位名称": unit, "序号": str(number), "单位编码": f"{self.unit_code}001"}
            lines.append(Line(name, values(amount), before=tuple(before[h] for h in labels.before),
                              between=tuple("特定目标类" for _ in labels.between),
                              after=tuple(f"按季度完成{name}的年度任务，服务对象满意度不低于九成。" for _ in labels.after)))  # fmt: skip
        return Sheet(None, title, "list", [Side(columns, lines)], labels)

    def targets(self, title: str) -> FreeTable:
        name, (_, amount) = next(iter(self.d.works.items()))
        wan = f"{amount // 1_000_000}.{amount // 10_000 % 100:02d}"
        return FreeTable([
            ["项目名称", name, "主管部门", self.d.name],
            ["资金金额（万元）", wan, "其中：财政拨款", wan],
            ["年度目标", f"完成{name}，资金按进度支付。", "", ""],
            ["一级指标", "二级指标", "三级指标", "指标值"],
            ["产出指标", "数量指标", "完成批次", f"≥{self.rng.randint(2, 12)}批"],
            ["产出指标", "质量指标", "验收合格率", f"≥{self.rng.randint(90, 99)}%"],
            ["效益指标", "社会效益指标", "服务人次", f"≥{self.rng.randint(3, 60) * 100}人次"],
            ["满意度指标", "服务对象满意度指标", "受益对象满意度", "≥90%"],
        ], [1.2, 2, 2, 2], title, header=0)  # fmt: skip

    def income_items(self, names: list[tuple[str, list, int]]) -> list[tuple[str, int, int]]:
        return [(n, self.a.sum("income", s) if s else 0, level) for n, s, level in names]


PARTS_OF_CAR: list[Path] = [("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("基本支出", "公用经费"), ("项目支出",)]
KINDS: list[Path] = [("合计",), ("基本支出",), ("项目支出",)]
SIX: list[Path] = [("合计",), ("基本支出",), ("项目支出",), ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)]
TRIPLE: list[Path] = [("合计",), ("人员经费",), ("公用经费",)]
OWN = [s for s in Source if s not in APPROPRIATION]


def under(group: str, columns: list[Path]) -> list[Path]:
    return [(group, *path) for path in columns]


def shanghai(f: BudgetForms) -> list:
    a, unit = f.a, "预算单位" if f.d.scope == "unit" else "部门"
    fiscal = a.sum("income", APPROPRIATION)
    income = [("一、财政拨款收入", fiscal, 0), ("1.一般公共预算", a.sum("income", GENERAL), 1), ("2.政府性基金预算", a.sum("income", FUND), 1),
              ("3.国有资本经营预算", a.sum("income", CAPITAL), 1), ("二、事业收入", a.sum("income", [Source.SERVICE]), 0),
              ("三、事业单位经营收入", a.sum("income", [Source.BUSINESS]), 0),
              ("四、其他收入", a.sum("income", [Source.OTHER, Source.SUPERIOR, Source.AFFILIATES]), 0)]  # fmt: skip
    other = [Source.OTHER, Source.SUPERIOR, Source.AFFILIATES]

    def received(code: str) -> tuple:
        return (a.sum("income", ALL, code), a.sum("income", APPROPRIATION, code), a.sum("income", [Source.SERVICE], code),
                a.sum("income", [Source.BUSINESS], code), a.sum("income", other, code))  # fmt: skip

    right = f.class_lines(ALL, 1, False)
    sheets = [
        f.summary(f"{unit}财务收支预算总表", income, right, [("预算数",)], carry=False, heads=("本年收入", "本年支出")),
        f.coded(f"{unit}收入预算总表", under("收入预算", [("合计",), ("财政拨款收入",), ("事业收入",), ("事业单位经营收入",), ("其他收入",)]), ALL, received, total="end"),
        f.coded(f"{unit}支出预算总表", under("支出预算", KINDS), ALL, f.kinds, total="end"),
        f.appropriated(f"{unit}财政拨款收支预算总表", [("一、一般公共预算", a.sum("income", GENERAL), 0), ("二、政府性基金预算", a.sum("income", FUND), 0),
                       ("三、国有资本经营预算", a.sum("income", CAPITAL), 0)], False, heads=("财政拨款收入", "财政拨款支出")),
    ]  # fmt: skip
    for title, sources in (("一般公共预算", GENERAL), ("政府性基金预算", FUND), ("国有资本经营预算", CAPITAL)):
        sheets.append(f.coded(f"{unit}{title}支出功能分类预算表", under(title + "支出", KINDS), sources, lambda c, s=sources: f.kinds(c, s), total="end"))
    sheets.append(f.economic(f"{unit}一般公共预算基本支出部门预算经济分类预算表", under("一般公共预算基本支出", TRIPLE), total="end"))
    if f.d.scope == "unit":
        sheets.append(project_codes(f, f"{unit}财政拨款项目支出预算表"))
    sheets.append(f.three_row(f"{'单位' if f.d.scope == 'unit' else unit}“三公”经费和机关运行经费预算表", ("total", "abroad", "reception", "vehicles", "purchase", "operation"),
                              [(("机关运行经费预算数",), a.running)], "“三公”经费预算数", abroad="因公出国(境)费", purchase="购置费", operation="运行费"))  # fmt: skip
    return sheets


def project_codes(f: BudgetForms, title: str) -> Sheet:
    """Projects below the functional items that pay them; 合计 last."""
    lines = [Line("合计", (sum(v for _, v in f.d.works.values()),), kind="total", between=("", ""))]
    for code in f.a.codes(GENERAL):
        amount = sum(v for c, v in f.d.works.values() if c.startswith(code))
        if not amount:
            continue
        lines.append(Line(f.name(code), (amount,), code, level={3: 0, 5: 1, 7: 2}[len(code)], between=("", "")))
        if len(code) == 7:
            for number, (name, (item, value)) in enumerate(((n, w) for n, w in f.d.works.items() if w[0] == code), 1):
                lines.append(Line("", (value,), level=3, between=(str(number), name)))
    return Sheet(None, title, "list", [Side([("预算数",)], lines)], Labels("functional", between=("序号", "项目名称")), total="end")


def beijing(f: BudgetForms) -> list:
    a = f.a
    income = f.income_items([("一、一般公共预算拨款收入", GENERAL, 0), ("二、政府性基金预算拨款收入", FUND, 0), ("三、国有资本经营预算拨款收入", CAPITAL, 0),
                             ("四、财政专户管理资金收入", [], 0), ("五、事业收入", [Source.SERVICE], 0), ("六、上级补助收入", [Source.SUPERIOR], 0),
                             ("七、附属单位上缴收入", [Source.AFFILIATES], 0), ("八、事业单位经营收入", [Source.BUSINESS], 0), ("九、其他收入", [Source.OTHER], 0)])  # fmt: skip
    received = f.additive(INCOME)
    carried = tuple(a.sum("opening", s) if s else 0 for _, s in CARRIED)
    columns: list[Path] = [("合计",), ("本年收入", "小计"), *(("本年收入", n) for n, _ in INCOME), ("上年结转结余", "小计"), *(("上年结转结余", n) for n, _ in CARRIED)]
    one = (sum(received) + sum(carried), sum(received), *received, sum(carried), *carried)
    general = [*PARTS_OF_CAR[:4], ("项目支出", "项目支出总数"), ("项目支出", "扣除基建项目后预算数")]
    return [
        f.summary("收支总表", income, f.class_lines(ALL, 1, True), [("预算数",)], totals=("收入总计", "支出总计")),
        Sheet(None, "收入总表", "row", [Side(columns, [Line("", one)])], Labels("none")),
        f.coded("支出总表", SIX, ALL, f.six_kinds, leaves=True, total="end"),
        f.appropriated("财政拨款收支总表", f.income_items([("一、一般公共预算资金", GENERAL, 0), ("二、政府性基金预算资金", FUND, 0), ("三、国有资本经营预算资金", CAPITAL, 0)]), True, columns=1),
        f.coded("一般公共预算支出表", under("预算数", general), GENERAL, lambda c: (*f.people(c, GENERAL), f.people(c, GENERAL)[4]), leaves=True, total="end"),
        f.economic("一般公共预算基本支出表", under("预算数", TRIPLE), labels=Labels("economic", before=("政府支出经济分类科目",), name="部门支出经济分类科目"), leaves=True, total="end",
                   code_schemes=("dash-name",)),
        f.coded("政府性基金预算支出表", under("预算数", KINDS), FUND, lambda c: f.kinds(c, FUND), leaves=True, total="end"),
        f.coded("国有资本经营预算支出表", under("预算数", KINDS), CAPITAL, lambda c: f.kinds(c, CAPITAL), leaves=True, total="end"),
        f.three_row("财政拨款“三公”经费支出表", ("total", "abroad", "reception", "vehicles", "purchase", "operation"), total="“三公”经费财政拨款预算总额",
                    vehicles="公务用车购置及运行维护费", operation="公务用车运行维护费", abroad="因公出国（境）费用"),
        f.procurement("政府采购预算明细表", Labels("name", name="采购类别"), [("金额",)]),
        f.projects("项目支出表", [("项目总额",), ("其中：", "财政资金"), ("其中：", "其他资金")], Labels("name", name="项目名称")),
        f.targets("项目支出绩效目标表"),
    ]  # fmt: skip


def jiangsu(f: BudgetForms) -> list:
    a = f.a
    word = "" if f.variant else "预算"
    income = f.income_items([("一、一般公共预算拨款收入", GENERAL, 0), ("二、政府性基金预算拨款收入", FUND, 0), ("三、国有资本经营预算拨款收入", CAPITAL, 0),
                             ("四、财政专户管理资金收入", [], 0), ("五、事业收入", [Source.SERVICE], 0), ("六、事业单位经营收入", [Source.BUSINESS], 0),
                             ("七、上级补助收入", [Source.SUPERIOR], 0), ("八、附属单位上缴收入", [Source.AFFILIATES], 0), ("九、其他收入", [Source.OTHER], 0)])  # fmt: skip
    fiscal = f.income_items([("（一）一般公共预算拨款", GENERAL, 1), ("（二）政府性基金预算拨款", FUND, 1), ("（三）国有资本经营预算拨款", CAPITAL, 1)])
    running = [line for line in f.economic_lines(lambda c, v: (v,)) if line.code in RUNNING]
    meetings = [(("会议费",), a.economic["30215"]), (("培训费",), a.economic["30216"])]

    def bracketed(names: list[str]) -> list[str]:
        return [f"（{n.split('、')[0]}）{n.split('、')[1]}" for n in ordinals(names)]

    return [
        f.summary(f"收支{word}总表", income, f.class_lines(ALL, 1, True), [("预算数",)]),
        f.income_by_unit(f"收入{word}总表", Labels("name", before=("部门代码",), name="部门名称")),
        f.coded(f"支出{word}总表", SIX, ALL, f.six_kinds, total="head"),
        f.appropriated(f"财政拨款收支{word}总表", fiscal, True, columns=1, style=bracketed, grouped=True),
        f.coded(f"财政拨款支出{word}表（功能科目）", PARTS_OF_CAR, APPROPRIATION, lambda c: f.people(c, APPROPRIATION), total="head"),
        f.economic(f"财政拨款基本支出{word}表（经济科目）", under("本年财政拨款基本支出", TRIPLE), total="head"),
        f.coded(f"一般公共预算支出{word}表（功能科目）", PARTS_OF_CAR, GENERAL, lambda c: f.people(c, GENERAL), total="head"),
        f.economic(f"一般公共预算基本支出{word}表（经济科目）", under("本年一般公共预算基本支出", TRIPLE), total="head"),
        f.three_row(f"一般公共预算“三公”经费、会议费、培训费支出{word}表", more=meetings, total="“三公”经费合计", vehicles="公务用车购置及运行维护费", operation="公务用车运行维护费"),
        f.coded(f"政府性基金预算支出{word}表", under("本年政府性基金预算支出", KINDS), FUND, lambda c: f.kinds(c, FUND), total="head"),
        f.coded("国有资本经营预算支出预算表", under("本年国有资本经营预算支出", KINDS), CAPITAL, lambda c: f.kinds(c, CAPITAL), total="head"),
        Sheet(None, "一般公共预算机关运行经费支出预算表", "list", [Side([("机关运行经费支出",)], [Line("合计", (a.running,), kind="total"), *running])], Labels("economic"), total="head"),
        f.procurement(f"政府采购支出{word}表", Labels("name", name="采购品目大类"), [("资金来源", "一般公共预算资金"), ("资金来源", "政府性基金"), ("资金来源", "其他资金"), ("总计",)][:1] + [("总计",)]),
    ]  # fmt: skip


def guangdong(f: BudgetForms) -> list:
    a = f.a
    income = f.income_items([("一、一般公共预算", GENERAL, 0), ("二、政府性基金预算", FUND, 0), ("三、国有资本经营预算", CAPITAL, 0), ("四、财政专户拨款", [], 0),
                             ("五、事业收入", [Source.SERVICE], 0), ("六、事业单位经营收入", [Source.BUSINESS], 0), ("七、其他收入", [Source.OTHER], 0),
                             ("八、上级补助收入", [Source.SUPERIOR], 0), ("九、附属单位上缴收入", [Source.AFFILIATES], 0)])  # fmt: skip
    p = f.public_parts(a.three_public_budget)
    rows = [("行政经费", a.running, 0), ("“三公”经费", p["total"], 0), ("其中：（一）因公出国（境）支出", p["abroad"], 1), ("（二）公务用车购置及运行维护支出", p["vehicles"], 1),
            ("1.公务用车购置费", p["purchase"], 2), ("2.公务用车运行维护费", p["operation"], 2), ("（三）公务接待费支出", p["reception"], 1)]  # fmt: skip
    three = Sheet(None, "财政拨款安排的行政经费及“三公”经费预算表", "list", [Side([("合计",), ("一般公共预算",), ("政府性基金预算",), ("国有资本经营预算",)],
                  [Line(n, (v, v, 0, 0), level=level) for n, v, level in rows])], Labels("name", name="项目"), only_wan=True, total="none")  # fmt: skip
    fiscal: list[Path] = [("总计",), ("财政拨款", "合计"), ("财政拨款", "一般公共预算"), ("财政拨款", "政府性基金预算"), ("财政拨款", "国有资本经营预算"), ("财政专户拨款",), ("其他资金",)]

    def spread(v: int) -> tuple:
        return (v, v, v, 0, 0, 0, 0)

    basic = [Line("合计", spread(a.personnel + a.running), kind="total"), Line(f"{f.d.name}（本级）", spread(a.personnel + a.running))]
    basic += [Line(name, spread(a.economic_sum(code)), level=1) for code, name in (("301", "工资福利支出"), ("302", "商品和服务支出"), ("303", "对个人和家庭的补助"), ("310", "资本性支出")) if a.economic_sum(code)]
    whole = sum(v for _, v in f.d.works.values())
    project = [Line("合计", spread(whole), kind="total", after=("",)), Line(f.d.name, spread(whole), after=("",))]
    project += [Line(n, spread(v), level=1, after=(f"按计划完成{n}，资金使用合规。",)) for n, (_, v) in f.d.works.items()]
    equipment = whole * 3 // 10 // 10000 * 10000
    economic_projects = [Line("合计", (whole,), kind="total"), Line("商品和服务支出", (whole - equipment,), "302"), Line("委托业务费", (whole - equipment,), "30227", level=1),
                         Line("资本性支出", (equipment,), "310"), Line("专用设备购置", (equipment,), "31003", level=1)]  # fmt: skip
    three_kinds: list[Path] = [("小计",), ("其中：基本支出",), ("项目支出",)]
    six: list[Path] = [("合计",), ("基本支出",), ("项目支出",), ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)]
    return [
        f.summary("收支总体情况表", income, f.class_lines(ALL, 1, True), [("预算",)], word="预算"),
        f.flat_income_by_unit("收入总体情况表"),
        f.coded("本年支出总体情况表", six, ALL, f.six_kinds, total="head"),
        f.appropriated("财政拨款收支总体情况表", income[:3], True, columns=1, word="预算"),
        f.coded("一般公共预算支出情况表（按功能分类科目）", under("一般公共预算支出", three_kinds), GENERAL, lambda c: f.kinds(c, GENERAL), total="head", code_schemes=("bracket-name", "joined")),
        f.economic("一般公共预算基本支出情况表（按经济分类科目）", [("预算",)], lambda c, v: (v,), Labels("economic", name="部门预算支出经济科目"), total="head", code_schemes=("bracket-name",)),
        Sheet(None, "一般公共预算项目支出情况表（按经济分类科目）", "list", [Side([("预算",)], economic_projects)], Labels("economic", name="部门预算支出经济科目"), total="head", code_schemes=("bracket-name",)),
        three,
        f.coded("政府性基金预算支出情况表", under("政府性基金预算支出", three_kinds), FUND, lambda c: f.kinds(c, FUND), total="head"),
        f.coded("国有资本经营预算支出情况表", under("国有资本经营预算支出", three_kinds), CAPITAL, lambda c: f.kinds(c, CAPITAL), total="head"),
        Sheet(None, "部门预算基本支出预算表", "list", [Side(fiscal, basic)], Labels("name", name="支出项目类别（资金使用单位）"), total="head"),
        Sheet(None, "部门预算项目支出及其他支出预算表", "list", [Side(fiscal, project)], Labels("name", name="支出项目类别（资金使用单位）", after=("绩效目标",)), total="head"),
    ]  # fmt: skip


def chongqing(f: BudgetForms) -> list:
    a = f.a
    income = f.income_items([("一、一般公共预算资金", GENERAL, 0), ("二、政府性基金预算资金", FUND, 0), ("三、国有资本经营预算资金", CAPITAL, 0), ("四、财政专户管理资金", [], 0),
                             ("五、事业收入资金", [Source.SERVICE], 0), ("六、上级补助收入资金", [Source.SUPERIOR], 0), ("七、附属单位上缴收入资金", [Source.AFFILIATES], 0),
                             ("八、事业单位经营收入资金", [Source.BUSINESS], 0), ("九、其他收入资金", [Source.OTHER], 0)])  # fmt: skip
    names = ("一般公共预算拨款收入", "政府性基金预算拨款收入", "国有资本经营预算拨款收入", "财政专户管理资金收入", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入")
    columns: list[Path] = [("总计",), *((n,) for n in names)]

    def received(code: str) -> tuple:
        parts = tuple(a.sum("income", s, code) + a.sum("opening", s, code) if s else 0 for _, s in INCOME)
        return (sum(parts), *parts)

    return [
        f.summary("部门收支总体情况表", income, f.class_lines(ALL, 1, False), [("预算数",)]),
        f.coded("部门收入总体情况表", columns, ALL, received, total="head"),
        f.coded("部门支出总体情况表", [("总计",), ("基本支出",), ("项目支出",)], [s for s in Source if s not in (Source.BUSINESS, Source.AFFILIATES)],
                lambda c: f.kinds(c, [s for s in Source if s not in (Source.BUSINESS, Source.AFFILIATES)]), total="head"),
        f.appropriated("财政拨款收支总体情况表", f.income_items([("（一）一般公共预算资金", GENERAL, 1), ("（二）政府性基金预算资金", FUND, 1), ("（三）国有资本经营预算资金", CAPITAL, 1)]), False, grouped=True),
        f.coded("一般公共预算支出情况表", [("总计",), *PARTS_OF_CAR[1:]], GENERAL, lambda c: f.people(c, GENERAL), total="head"),
        f.economic("一般公共预算基本支出情况表", under("基本支出", [("总计",), ("人员经费",), ("公用经费",)]), total="head"),
        f.coded("政府性基金预算支出情况表", under("预算数", [("总计",), ("基本支出",), ("项目支出",)]), FUND, lambda c: f.kinds(c, FUND), total="head"),
        f.three_row("财政拨款“三公”经费支出情况表"),
        f.procurement("政府采购预算明细表", Labels("name", before=("项目编号",), name="项目"), [("总计",), *((n,) for n in names[:5])]),
        f.targets("部门整体绩效目标表"),
    ]  # fmt: skip


def hunan(f: BudgetForms) -> list:
    a = f.a
    fiscal = a.sum("income", APPROPRIATION) + a.sum("opening", APPROPRIATION)
    income = [("一、本级财政拨款收入", fiscal, 0), ("二、财政专户管理事业收入", 0, 0), ("三、事业单位经营服务收入", a.sum("income", [Source.BUSINESS]), 0),
              ("四、上级补助收入", a.sum("income", [Source.SUPERIOR]), 0), ("五、事业收入", a.sum("income", [Source.SERVICE]), 0),
              ("六、其它收入", a.sum("income", [Source.OTHER, Source.AFFILIATES]) + a.sum("opening", OWN), 0)]  # fmt: skip
    right = [Line(n, (a.sum(k),)) for n, k in (("一、基本支出", "basic"), ("二、项目支出", "project"), ("三、事业单位经营支出", "business"),
                                               ("四、对附属单位补助支出", "to_affiliates"), ("五、上缴上级支出", "to_superior"))]  # fmt: skip

    def received(code: str) -> tuple:
        main = sum(a.sum(k, APPROPRIATION, code) for k in ("income", "opening"))
        parts = [main, main * 7 // 10 // 10000 * 10000, 0, a.sum("income", [Source.BUSINESS], code), a.sum("income", [Source.SUPERIOR], code),
                 a.sum("income", [Source.OTHER, Source.AFFILIATES], code), a.sum("income", [Source.SERVICE], code), a.sum("opening", OWN, code)]  # fmt: skip
        return (parts[0] + sum(parts[2:]), *parts)

    columns: list[Path] = [("合计",), ("本级财政拨款", "金额"), ("本级财政拨款", "其中:经费拨款"), ("财政专户管理事业收入",), ("事业单位经营服务收入",), ("上级补助收入",),
                           ("其它收入",), ("事业收入",), ("上年结转",)]  # fmt: skip
    fiscal_items = f.income_items([("1、一般公共预算拨款收入", GENERAL, 1), ("2、政府性基金预算拨款收入", FUND, 1), ("3、国有资本经营预算拨款收入", CAPITAL, 1)])
    return [
        f.summary("部门收支总体情况表", income, right, [("本年预算",)], carry=False, word="本年预算"),
        f.coded("部门收入总体情况表", columns, ALL, received, total="head"),
        f.coded("部门支出总体情况表", [("总计",), *SIX[1:3], ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)], ALL, f.six_kinds, total="head"),
        f.appropriated("财政拨款收支总体情况表", fiscal_items, False, grouped=True, word="金额", style=lambda names: [f"{i}、{n}" for i, n in enumerate(names, 1)]),
        f.coded("一般公共预算支出情况表", [("总计",), ("基本支出",), ("项目支出",)], GENERAL, lambda c: f.kinds(c, GENERAL), total="head"),
        f.economic("一般公共预算基本支出情况表", [("总计",), ("人员类",), ("公用经费",)], total="head"),
        f.three_row("一般公共预算“三公”经费支出情况表", ("total", "reception", "abroad", "vehicles", "purchase", "operation"), group="三公经费预（决）算数（财政拨款）", total="小计"),
        f.coded("政府性基金预算支出情况表", [("总计",), ("基本支出",), ("项目支出",)], FUND, lambda c: f.kinds(c, FUND), total="head"),
        f.targets("项目支出绩效目标表"),
    ]  # fmt: skip


def fujian(f: BudgetForms) -> list:
    income = f.income_items([("一、一般公共预算拨款收入", GENERAL, 0), ("二、政府性基金预算拨款收入", FUND, 0), ("三、国有资本经营预算拨款收入", CAPITAL, 0), ("四、财政专户管理资金收入", [], 0),
                             ("五、事业收入", [Source.SERVICE], 0), ("六、事业单位经营收入", [Source.BUSINESS], 0), ("七、上级补助收入", [Source.SUPERIOR], 0),
                             ("八、附属单位上缴收入", [Source.AFFILIATES], 0), ("九、其他收入", [Source.OTHER], 0)])  # fmt: skip
    parts: list[Path] = [("小计",), ("其中：", "基本支出"), ("其中：", "项目支出")]
    whole = {code: 0 for code in ("301", "302", "303", "307", "309", "310", "311", "312", "313", "399")}
    names = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "债务利息及费用支出", "资本性支出（基本建设）", "资本性支出", "对企业补助（基本建设）", "对企业补助", "对社会保障基金补助", "其他支出")
    for code in ("301", "302", "303", "310"):
        whole[code] = f.a.economic_sum(code)
    project = f.a.sum("project", GENERAL)
    whole["310"] += project * 3 // 10 // 10000 * 10000
    whole["302"] += project - project * 3 // 10 // 10000 * 10000
    lines = [Line("合计", (sum(whole.values()),), kind="total"), *(Line(n, (v,), c) for n, (c, v) in zip(names, whole.items()))]
    sheets = [
        f.summary("收支预算总表", income, f.class_lines(ALL, 1, True), [("预算数",)], totals=("收入合计", "支出合计"), carried="上年结转结余"),
        f.flat_income_by_unit("收入预算总表"),
        f.coded("支出预算总表", SIX, ALL, f.six_kinds, total="head"),
        f.appropriated("财政拨款收支预算总表", income[:3], True, columns=1, totals=("收入合计", "支出合计")),
    ]  # fmt: skip
    for name, sources in (("一般公共预算", GENERAL), ("政府性基金预算", FUND), ("国有资本经营预算", CAPITAL)):
        sheets.append(f.coded(f"{name}拨款支出预算表", parts, sources, lambda c, s=sources: f.kinds(c, s), total="head"))
    sheets += [
        Sheet(None, "一般公共预算支出经济分类情况表", "list", [Side([("预算数",)], lines)], Labels("economic"), total="head"),
        f.economic("一般公共预算基本支出经济分类情况表", [("预算数",)], lambda c, v: (v,), total="head"),
        f.three_rows("一般公共预算“三公”经费支出预算表"),
        f.targets("项目支出绩效目标表"),
    ]
    return sheets


def shaanxi(f: BudgetForms) -> list:
    a = f.a

    def four(title: str, sources, opening_name: str, income: list[tuple]) -> Sheet:
        whole = a.sum("expenditure", sources)
        basic = a.sum("basic", sources)
        project = whole - basic
        left = [Line(opening_name, (whole,)), *(Line(n, (v,), level=level) for n, v, level in income)]
        functional = [Line(opening_name, (whole,))]
        functional += [Line(f"{i}、{f.name(c)}", (a.sum("expenditure", sources, c),), level=1) for i, c in enumerate(classes(f.year), 1)]
        department = [Line(opening_name, (whole,)), Line("1、人员经费和公用经费支出", (basic,), level=1), Line("(1)工资福利支出", (a.economic_sum("301"),), level=2),
                      Line("(2)商品和服务支出", (a.economic_sum("302"),), level=2), Line("(3)对个人和家庭的补助", (a.economic_sum("303"),), level=2),
                      Line("(4)资本性支出", (basic - sum(a.economic_sum(c) for c in ("301", "302", "303")),), level=2),
                      Line("2、专项业务经费支出", (project,), level=1)]  # fmt: skip
        government = [Line(opening_name, (whole,)), Line("1、机关工资福利支出", (a.economic_sum("301"),), level=1), Line("2、机关商品和服务支出", (whole - a.economic_sum("301") - a.economic_sum("303"),), level=1),
                      Line("3、对个人和家庭的补助", (a.economic_sum("303"),), level=1)]  # fmt: skip
        sides = [left, functional, department, government]
        longest = max(map(len, sides))
        for lines in sides:
            lines += [Line("", (None,))] * (longest - len(lines))
            lines.append(Line("本年收入合计" if lines is left else "本年支出合计", (whole,), kind="subtotal"))
            lines.append(Line("收入总计" if lines is left else "支出总计", (whole,), kind="total"))
        heads = ("项目", "支出功能分类科目（按大类）", "部门预算支出经济分类科目（按大类）", "政府预算支出经济分类科目（按大类）")
        keys = ("income", "expenditure", "departmentEconomic", "governmentEconomic")
        made = [Side([("预算数",)], lines, key, "收入" if i == 0 else "支出", head) for i, (lines, head, key) in enumerate(zip(sides, heads, keys))]
        return Sheet(None, title, "sides", made)

    # The four blocks balance on what is spent; carried money is shown with its source.
    def money(sources) -> int:
        return a.sum("income", sources) + a.sum("opening", sources)

    every = [("1、财政拨款", money(APPROPRIATION), 1), ("(1)一般公共预算拨款", money(GENERAL), 2), ("(2)政府性基金拨款", money(FUND), 2), ("(3)国有资本经营预算收入", money(CAPITAL), 2),
             ("2、上级补助收入", money([Source.SUPERIOR]), 1), ("3、事业收入", money([Source.SERVICE]), 1), ("4、事业单位经营收入", money([Source.BUSINESS]), 1),
             ("5、附属单位上缴收入", money([Source.AFFILIATES]), 1), ("6、其他收入", money([Source.OTHER]), 1)]  # fmt: skip
    fiscal = [("1、一般公共预算拨款", money(GENERAL), 1), ("2、政府性基金拨款", money(FUND), 1), ("3、国有资本经营预算收入", money(CAPITAL), 1)]
    unit_parts = (money(GENERAL), 0, money(FUND), money([Source.SUPERIOR]), money([Source.SERVICE]), money([Source.BUSINESS]), money([Source.AFFILIATES]), money(CAPITAL), money([Source.OTHER]))
    unit_columns: list[Path] = under("部门预算", [("合计",), ("一般公共预算拨款", "小计"), ("一般公共预算拨款", "其中：专项资金列入部门预算项目"), ("政府性基金拨款",), ("上级补助收入",), ("事业收入",),
                                              ("事业单位经营收入",), ("附属单位上缴收入",), ("国有资本经营预算",), ("其他收入",)])  # fmt: skip

    def by_unit(title: str) -> Sheet:
        rows = [("", "合计", unit_parts, "total"), (f.unit_code, f.d.name, unit_parts, "item"), (f"{f.unit_code}001", f.d.name, unit_parts, "item")]
        lines = [Line(n, (sum(p) - p[1], *p), kind=k, before=(c,)) for c, n, p, k in rows]
        return Sheet(None, title, "list", [Side(unit_columns, lines)], Labels("name", before=("单位编码",), name="单位名称"), total="head")

    def three() -> Sheet:
        now, names = f.public_parts(a.three_public_budget), ("total", "abroad", "reception", "vehicles", "purchase", "operation")
        group, cars = "一般公共预算拨款安排的“三公”经费预算", "公务用车购置及运行维护费"
        heads: list[Path] = [("合计",), (group, "小计"), (group, "因公出国（境）费用"), (group, "公务接待费"), (group, cars, "小计"), (group, cars, "公务用车购置费"),
                             (group, cars, "公务用车运行维护费"), ("会议费",), ("培训费",)]  # fmt: skip
        meetings = [a.economic["30215"], a.economic["30216"]]
        current = [now["total"] + sum(meetings), *(now[n] for n in names), *meetings]
        current = [current[0], now["total"], now["abroad"], now["reception"], now["vehicles"], now["purchase"], now["operation"], *meetings]
        before = [v * f.rng.choice((90, 100, 108, 120)) // 100 // 10000 * 10000 for v in current]
        before[4] = before[5] + before[6]
        before[1] = before[2] + before[3] + before[4]
        before[0] = before[1] + before[7] + before[8]
        a.before["three public"] = before[1]  # the text compares with the same year
        change = [x - y for x, y in zip(current, before)]
        columns = [(block, *h) for block in ("上年", "当年", "增减变化情况") for h in heads]
        values = tuple(before + current + change)
        lines = [Line("合计", values, kind="total", before=("",)), Line(f.d.name, values, before=(f.unit_code,))]
        return Sheet(None, "部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表", "list", [Side(columns, lines)], Labels("name", before=("单位编码",), name="单位名称"), total="head")

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
        by_unit("部门综合预算收入总表"), by_unit("部门综合预算支出总表"),
        four("部门综合预算财政拨款收支总表", APPROPRIATION, "一、财政拨款", fiscal),
        with_note(f.coded("部门综合预算一般公共预算支出明细表（按支出功能分类科目）", functional, GENERAL, detail, Labels("functional", after=("备注",)), total="head")),
        with_note(f.coded("部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）", functional[:3], GENERAL, lambda c: (f.a.sum("basic", GENERAL, c), *f.people(c, GENERAL)[2:4]), Labels("functional", after=("备注",)), total="head")),
        with_note(f.economic("部门综合预算一般公共预算基本支出明细表（按支出经济分类科目）", functional[:3], labels=both, total="head")),
        f.projects("部门综合预算专项业务经费支出表", [("项目金额",)], Labels("name", before=("单位编码",), name="单位（项目）名称", after=("项目简介",))),
        three(), f.targets("部门专项业务经费绩效目标表"),
    ]  # fmt: skip


def zhejiang(f: BudgetForms) -> list:
    a = f.a

    def all_names(sources) -> list[Line]:
        return [Line(f.name(c), (a.sum("expenditure", sources, c),), level={3: 0, 5: 1, 7: 2}[len(c)]) for c in a.codes(sources)]

    def summary(title: str, income: list[tuple], sources) -> Sheet:
        left = [Line(n, (v,), level=level) for n, v, level in income]
        right = all_names(sources)
        while len(left) < len(right):
            left.append(Line("", (None,)))
        while len(right) < len(left):
            right.append(Line("", (None,)))
        received, opening, whole = a.sum("income", sources), a.sum("opening", sources), a.sum("expenditure", sources)
        left += [Line("本年收入合计", (received,), kind="subtotal"), Line("上年结转结余", (opening,)), Line("收入总计", (received + opening,), kind="total")]
        right += [Line("本年支出合计", (whole,), kind="subtotal"), Line("年终结转结余", (0,)), Line("支出总计", (whole,), kind="total")]
        return Sheet(None, title, "sides", [Side([("预算数",)], left, "income", "收入"), Side([("预算数",)], right, "expenditure", "支出")])

    fiscal = [("一、财政拨款", a.sum("income", APPROPRIATION), 0), ("一般公共预算", a.sum("income", GENERAL), 1), ("政府性基金预算", a.sum("income", FUND), 1), ("国有资本经营预算", a.sum("income", CAPITAL), 1)]
    others = f.income_items([("二、财政专户管理资金", [], 0), ("三、事业收入", [Source.SERVICE], 0), ("四、事业单位经营收入", [Source.BUSINESS], 0), ("五、上级补助收入", [Source.SUPERIOR], 0),
                             ("六、附属单位上缴收入", [Source.AFFILIATES], 0), ("七、其他收入", [Source.OTHER], 0)])  # fmt: skip
    seven: list[Path] = [("总计",), ("基本支出", "人员支出"), ("基本支出", "日常公用支出"), ("项目支出",), ("事业单位经营支出",), ("上缴上级支出",), ("对附属单位补助支出",)]

    def spend(code: str) -> tuple:
        whole, basic, project, business, superior, affiliates = f.six_kinds(code)
        people = f.d.personnel_of(code)
        return (whole, people, basic - people, project, business, superior, affiliates)

    p = f.public_parts(a.three_public_budget)
    order = ("abroad", "purchase", "operation", "reception")
    units = f.by_unit(tuple(p[k] for k in order))

    def row(v: tuple) -> tuple:
        return (sum(v), v[0], v[1] + v[2], v[1], v[2], v[3])

    whole = tuple(sum(v[i] for _, v in units) for i in range(4))
    cars = "公务用车购置及运行费"
    three = Sheet(None, "市级部门一般公共预算“三公”经费预算表", "list", [Side([("“三公”经费合计",), ("因公出国(境)费用",), (cars, "小计"), (cars, "公务用车购置费"), (cars, "公务用车运行维护费"), ("公务接待费",)],
                  [Line("合计", row(whole), kind="total"), *(Line(u, row(v)) for u, v in units)])], Labels("name", name="单位名称"), only_wan=True, total="head")  # fmt: skip
    schemes = ("absent", "joined")
    return [
        summary("市级部门收支预算总表", fiscal + others, ALL),
        f.income_by_unit("市级部门收入预算总表", Labels("name", name="单位名称")),
        f.coded("市级部门支出预算总表", seven, ALL, spend, total="head", code_schemes=schemes),
        summary("市级部门财政拨款收支预算总表", fiscal, APPROPRIATION),
        f.coded("市级部门一般公共预算支出预算表", [("合计",), ("基本支出", "小计"), ("基本支出", "人员经费"), ("基本支出", "日常公用支出"), ("项目支出",)], GENERAL, lambda c: f.people(c, GENERAL), total="head", code_schemes=schemes),
        f.economic("市级部门一般公共预算基本支出预算表", under("本年一般公共预算基本支出", [("合计",), ("人员经费",), ("日常公用支出",)]), total="head", code_schemes=schemes),
        three,
        f.coded("市级部门政府性基金预算支出预算表", under("本年政府性基金预算支出", KINDS), FUND, lambda c: f.kinds(c, FUND), total="head", code_schemes=schemes),
        f.coded("市级部门国有资本经营预算支出预算表", [("项目支出",)], CAPITAL, lambda c: f.kinds(c, CAPITAL)[2:], total="head", code_schemes=schemes),
        f.projects("市级部门项目支出预算表", [("总计",), ("财政拨款收入", "一般公共预算"), ("财政拨款收入", "政府性基金"), ("财政拨款收入", "国有资本经营预算"), ("财政专户管理资金",), ("单位资金",)],
                   Labels("name", before=("单位名称",), name="项目名称")),
        f.projects("市级部门项目支出绩效表", [("金额",)], Labels("name", before=("单位名称",), name="项目名称", after=("绩效目标",))),
    ]  # fmt: skip


def shandong(f: BudgetForms) -> list:
    a = f.a
    income = [("一、财政拨款收入", a.sum("income", APPROPRIATION), 0), ("一般公共预算收入", a.sum("income", GENERAL), 1), ("政府性基金预算收入", a.sum("income", FUND), 1),
              ("国有资本经营预算收入", a.sum("income", CAPITAL), 1), ("二、财政专户管理资金收入", 0, 0), ("三、事业收入（不含教育收费）", a.sum("income", [Source.SERVICE]), 0),
              ("四、事业单位经营收入", a.sum("income", [Source.BUSINESS]), 0), ("五、其他收入", a.sum("income", [Source.OTHER]), 0),
              ("六、上级补助收入", a.sum("income", [Source.SUPERIOR]), 0), ("七、附属单位上缴收入", a.sum("income", [Source.AFFILIATES]), 0)]  # fmt: skip
    fiscal: list[Path] = [("财政拨款收入", "小计"), ("财政拨款收入", "一般公共预算收入"), ("财政拨款收入", "政府性基金预算收入"), ("财政拨款收入", "国有资本经营预算收入")]
    wide: list[Path] = [("合计",), *fiscal, ("财政专户管理资金收入",), ("事业收入（不含教育收费）",), ("事业单位经营收入",), ("其他收入",), ("上级补助收入",), ("附属单位上缴收入",), ("使用非财政拨款结余",), ("上年结转",)]

    def received(code: str) -> tuple:
        parts = [a.sum("income", s, code) for s in (GENERAL, FUND, CAPITAL)]
        rest = [0, *(a.sum("income", [s], code) for s in (Source.SERVICE, Source.BUSINESS, Source.OTHER, Source.SUPERIOR, Source.AFFILIATES)), 0, a.sum("opening", ALL, code)]
        return (sum(parts) + sum(rest), sum(parts), *parts, *rest)

    split: list[Path] = [("合计",), ("基本支出", "小计"), ("基本支出", "人员支出"), ("基本支出", "日常公用支出"), ("项目支出",)]
    money: list[Path] = [("合计",), ("财政拨款", "小计"), ("财政拨款", "一般公共预算"), ("财政拨款", "政府性基金预算"), ("财政拨款", "国有资本经营预算"), ("财政专户管理资金",), ("单位资金",), ("使用非财政拨款结余",), ("上年结转",)]

    def spread(code: str, v: int) -> tuple:
        return (v, v, v, 0, 0, 0, 0, 0, 0)

    both = Labels("economic", between=("政府预算支出经济分类科目编码", "政府预算支出经济分类科目名称"))
    now = f.public_parts(a.three_public_budget)
    heads: list[Path] = [("合计",), ("因公出国（境）经费",), ("公务用车购置及运行维护费", "小计"), ("公务用车购置及运行维护费", "公务用车购置经费"), ("公务用车购置及运行维护费", "公务用车运行维护费"), ("公务接待费",)]
    current = [now[k] for k in ("total", "abroad", "vehicles", "purchase", "operation", "reception")]
    before = [v * 110 // 100 // 10000 * 10000 for v in current]
    before[2] = before[3] + before[4]
    before[0] = before[1] + before[2] + before[5]
    a.before["three public"] = before[0]  # the text compares with the same year
    two_years = [(f"{year}年预算数", *h) for year in (f.year - 1, f.year) for h in heads]
    own = [s for s in Source if s not in (Source.BUSINESS, Source.AFFILIATES)]
    return [
        f.summary("收支总体情况表", income, f.class_lines(ALL, 1, True), [("预算数",)], carried="上年结转"),
        f.coded("收入总体情况表", wide, ALL, received, total="head"),
        f.coded("支出总体情况表", [("合计",), ("基本支出",), ("项目支出",), ("结转下年",)], own, lambda c: (*f.kinds(c, own), 0), total="head"),
        f.appropriated("财政拨款收支总体情况表", f.income_items([("一、一般公共预算收入", GENERAL, 0), ("二、政府性基金预算收入", FUND, 0), ("三、国有资本经营预算收入", CAPITAL, 0)]), True),
        f.coded("一般公共预算支出情况表", split, GENERAL, lambda c: f.people(c, GENERAL), total="head"),
        f.economic("一般公共预算基本支出情况表", under("基本支出预算", [("小计",), ("人员支出",), ("日常公用支出",)]), labels=both, total="head"),
        Sheet(None, "一般公共预算“三公”经费支出情况表", "row", [Side(two_years, [Line("", tuple(before + current))])], Labels("none"), only_wan=True),
        f.coded("政府性基金预算支出情况表", split, FUND, lambda c: f.people(c, FUND), total="head"),
        f.coded("国有资本经营预算支出情况表", split, CAPITAL, lambda c: f.people(c, CAPITAL), total="head"),
        f.economic("基本支出预算情况表", money, spread, labels=both, total="head"),
        f.projects("项目支出预算情况表", [("合计",), ("财政拨款", "小计"), ("财政拨款", "一般公共预算"), ("财政拨款", "政府性基金预算"), ("财政专户管理资金",), ("单位资金",)], Labels("name", name="项目名称", between=("项目类别",))),
        f.targets("部门预算项目绩效目标表"),
    ]  # fmt: skip


MANNERS = {
    "budget-shanghai": shanghai, "budget-beijing": beijing, "budget-jiangsu": jiangsu, "budget-guangdong": guangdong,
    "budget-chongqing": chongqing, "budget-hunan": hunan, "budget-fujian": fujian, "budget-shaanxi": shaanxi,
    "budget-zhejiang": zhejiang, "budget-shandong": shandong,
}  # fmt: skip


def budget_sheets(department: Department, plan: Plan) -> list:
    return MANNERS[plan["set"]](BudgetForms(department, plan))
