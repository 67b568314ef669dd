"""The sets of final accounts' forms that places publish, and the local forms that some of them add."""

from department import Department
from figures import APPROPRIATION, Source
from final_forms import FinalForms
from plan import Plan
from printing import Count
from sheet import Labels, Line, Path, Sheet, Side

ECONOMIC_CLASSES = (("301", "工资福利支出"), ("302", "商品和服务支出"), ("303", "对个人和家庭的补助"), ("310", "资本性支出"))


class LocalForms(FinalForms):
    """Forms that belong to no national set."""

    def by_class(self, code: str, sources) -> tuple[int, ...]:
        """The expenditure under a code by class of the economic classification."""
        a = self.a
        parts = {"301": 0, "302": 0, "303": 0, "310": 0}
        for flow in a.flows:
            if flow.source not in sources or not flow.code.startswith(code):
                continue
            if flow.source is Source.GENERAL and flow.basic:
                if flow.code == self.d.profile.running:
                    for key in parts:
                        parts[key] += a.economic_sum(key)
                    paid = sum(
                        a.sum("basic", [Source.GENERAL], c)
                        for c in self.a.codes([Source.GENERAL])
                        if len(c) == 7 and c != flow.code
                    )
                    retired = a.sum("basic", [Source.GENERAL], "2080501")
                    parts["301"] -= paid - retired
                    parts["303"] -= retired
                else:
                    parts["303" if flow.code == "2080501" else "301"] += flow.basic
            else:
                parts["302"] += flow.basic
            equipment = flow.project * 3 // 10 // 10000 * 10000
            parts["302"] += flow.project - equipment
            parts["310"] += equipment
        return (sum(parts.values()), *parts.values())

    def details(self, title: str, sources) -> Sheet:
        columns: list[Path] = [("合计",), *((name,) for _, name in ECONOMIC_CLASSES)]
        return self.coded(None, title, columns, sources, lambda code: self.by_class(code, sources), group="支出")

    def project_details(self) -> Sheet:
        def values(code: str) -> tuple:
            whole, equipment = self.a.sum("project", prefix=code), self.a.share("project", tuple(Source), code, 300)
            return (whole, whole - equipment, equipment)

        return self.coded(None, "项目支出决算明细表", [("合计",), ("商品和服务支出",), ("资本性支出",)], tuple(Source), values)

    def project_movement(self) -> Sheet:
        a, general = self.a, [Source.GENERAL]

        def values(code: str) -> tuple:
            opening, project, closing = (a.sum(k, general, code) for k in ("opening", "project", "closing"))
            return (opening, project + closing - opening, project, closing)

        return self.coded(
            None,
            "项目收入支出决算表",
            [("年初结转和结余",), ("本年收入",), ("本年支出",), ("年末结转和结余",)],
            tuple(general),
            values,
        )

    def general_projects(self) -> Sheet:
        general = (Source.GENERAL,)
        return self.coded(
            None,
            "一般公共预算财政拨款项目支出决算表",
            [("项目支出",)],
            general,
            lambda code: (self.a.sum("project", general, code),),
        )

    def assets(self) -> Sheet:
        counts = self.a.counts
        kinds = [
            "副部（省）级及以上领导用车",
            "主要领导干部用车",
            "机要通信用车",
            "应急保障用车",
            "执法执勤用车",
            "特种专业技术用车",
            "离退休干部用车",
            "其他用车",
        ]
        split = [0] * len(kinds)
        for _ in range(counts["车辆"]):
            split[self.rng.choice((1, 2, 3, 4, 7))] += 1
        columns: list[Path] = [
            ("车辆（辆）", "合计"),
            *(("车辆（辆）", k) for k in kinds),
            ("单价50万元（含）以上通用设备（台，套）",),
            ("单价100万元（含）以上专用设备（台，套）",),
        ]
        values = (Count(counts["车辆"]), *map(Count, split), Count(counts["通用设备"]), Count(counts["专用设备"]))
        return Sheet(None, "国有资产占用情况表", "row", [Side(columns, [Line("", values)])], Labels("none"))

    def institution(self) -> Sheet:
        a, counts, final = self.a, self.a.counts, self.a.three_public_final
        rows: list[tuple[str, object, int]] = [
            ("一、“三公”经费支出", final.total, 0),
            ("1．因公出国（境）费", final.abroad, 1),
            ("2．公务用车购置及运行维护费", final.vehicles, 1),
            ("3．公务接待费", final.reception, 1),
            ("二、机关运行经费", a.running, 0),
            ("三、年末公务用车保有量（辆）", Count(counts["车辆"]), 0),
            ("四、国内公务接待批次（个）", Count(counts["接待批次"]), 0),
            ("五、国内公务接待人次（人）", Count(counts["接待人次"]), 0),
            ("六、政府采购支出信息", None, 0),
            ("1．政府采购货物支出", a.procurement["货物"], 1),
            ("2．政府采购工程支出", a.procurement["工程"], 1),
            ("3．政府采购服务支出", a.procurement["服务"], 1),
        ]
        lines = [Line(name, (value,), number=i + 1, level=level) for i, (name, value, level) in enumerate(rows)]
        return Sheet(
            None,
            "机构运行信息表",
            "list",
            [Side([("统计数",)], lines)],
            Labels("name", name="项目"),
            total="none",
            numbered_lines=True,
        )

    def university_appropriation(self) -> Sheet:
        a = self.a

        def values(code: str) -> tuple:
            whole, basic, project = (a.sum(k, APPROPRIATION, code) for k in ("expenditure", "basic", "project"))
            return (whole, basic, project, a.share("project", APPROPRIATION, code, 250))

        columns: list[Path] = [
            ("本年支出", "合计"),
            ("本年支出", "基本支出"),
            ("本年支出", "项目支出", "小计"),
            ("本年支出", "项目支出", "其中：基本建设资金支出"),
        ]
        return self.coded("higherEducationAppropriationExpenditure", "高等学校财政拨款支出决算表", columns, APPROPRIATION, values)


def final_sheets(department: Department, plan: Plan) -> list[Sheet]:
    f, kind = LocalForms(department, plan), plan["set"]
    if kind == "university-4":
        sheets = [
            f.income_expenditure_summary("higherEducationSummary", "高等学校收入支出决算总表"),
            f.income("higherEducationIncome", "高等学校收入决算表", fees=True),
            f.expenditure("higherEducationExpenditure", "高等学校支出决算表"),
            f.university_appropriation(),
        ]
    else:
        sheets = [
            f.income_expenditure_summary(),
            f.income(),
            f.expenditure(),
            f.appropriation_summary(),
            f.general_expenditure(),
            f.basic(),
        ]
        three, fund = f.three_public(), f.government_fund()
        if kind == "final-8":
            sheets += [three, fund]
        else:
            place = {
                "seventh": [three, fund, f.state_capital()],
                "eighth": [fund, three, f.state_capital()],
                "ninth": [fund, f.state_capital(), three],
            }
            sheets += place[plan["three-public-place"]]
        if kind == "final-10":
            sheets.append(f.assets())
        elif kind == "final-12":
            sheets += [f.project_movement(), f.project_details(), f.institution()]
        elif kind == "final-13":
            sheets[4:4] = [f.details("财政拨款支出决算明细表", APPROPRIATION)]
            at = next(i for i, s in enumerate(sheets) if s.form == "generalBudgetExpenditure") + 1
            sheets[at:at] = [f.details("一般公共预算财政拨款支出决算明细表", (Source.GENERAL,)), f.general_projects()]
            sheets.append(f.assets())
    return sheets
