"""Draws the accounts of an invented department from a seed.

Everything is integer fen. What is drawn are flows: what one functional item spent out of one source of money, what was
carried over into the year and out of it. All forms are sums over the flows, so every identity between them holds
exactly; differences of a last digit come only from printing each figure rounded to its unit.
"""
import random
from dataclasses import dataclass, field
from enum import Enum

FEN_PER_WAN = 1_000_000
HUNDREDTH_OF_WAN = 10_000


class Source(Enum):
    """Where money comes from, in the order of the forms; the first three are fiscal appropriation (财政拨款)."""

    GENERAL = "一般公共预算财政拨款"
    FUND = "政府性基金预算财政拨款"
    CAPITAL = "国有资本经营预算财政拨款"
    SUPERIOR = "上级补助收入"
    SERVICE = "事业收入"
    BUSINESS = "经营收入"
    AFFILIATES = "附属单位上缴收入"
    OTHER = "其他收入"


APPROPRIATION = (Source.GENERAL, Source.FUND, Source.CAPITAL)


@dataclass
class Flow:
    code: str
    source: Source
    basic: int = 0
    project: int = 0
    to_superior: int = 0
    business: int = 0
    to_affiliates: int = 0
    opening: int = 0
    closing: int = 0
    surplus_used: int = 0
    distributed: int = 0

    @property
    def expenditure(self):
        return self.basic + self.project + self.to_superior + self.business + self.to_affiliates

    @property
    def income(self):
        """What the year itself brought: what left the item less what it had to begin with."""
        return self.expenditure + self.distributed + self.closing - self.opening - self.surplus_used


@dataclass(frozen=True)
class Profile:
    """What kind of department is drawn."""

    name: str
    year: int
    published: str | None
    running: str  # the item that carries the basic expenditure without an item of its own
    projects: tuple[str, ...]  # items paid from the general public budget
    other_money: tuple[tuple[str, Source], ...] = ()
    funds: tuple[str, ...] = ()
    staff: int = 60
    units: tuple[str, ...] = ()


@dataclass
class ThreePublic:
    abroad: int
    purchase: int
    operation: int
    reception: int

    @property
    def vehicles(self):
        return self.purchase + self.operation

    @property
    def total(self):
        return self.abroad + self.vehicles + self.reception

    def row(self):
        return (self.total, self.abroad, self.vehicles, self.purchase, self.operation, self.reception)


@dataclass
class Accounts:
    profile: Profile
    flows: list[Flow]
    economic: dict[str, int]  # 款 of the economic classification, general public budget, basic expenditure
    three_public_budget: ThreePublic
    three_public_final: ThreePublic
    initial_budget: dict[str, int]  # general public budget by functional item
    before: dict[str, int]  # figures of the year before, by the name they are compared under
    procurement: dict[str, int]
    counts: dict[str, int] = field(default_factory=dict)

    def sum(self, value, sources=tuple(Source), prefix=""):
        """The sum of one property of the flows out of these sources, over the items under a code."""
        return sum(getattr(f, value) for f in self.flows if f.source in sources and f.code.startswith(prefix))

    def share(self, value, sources, prefix, per_mille):
        """A part of a property, taken flow by flow in whole hundredths of 万元, so that parts add up as the wholes do."""
        return sum(
            getattr(f, value) * per_mille // 1000 // HUNDREDTH_OF_WAN * HUNDREDTH_OF_WAN
            for f in self.flows
            if f.source in sources and f.code.startswith(prefix)
        )

    def codes(self, sources=tuple(Source)):
        """类, 款 and 项 codes in use, each parent before its children."""
        items = {f.code for f in self.flows if f.source in sources}
        return sorted({code[:length] for code in items for length in (3, 5, 7)})

    def economic_sum(self, prefix):
        return sum(amount for code, amount in self.economic.items() if code.startswith(prefix))

    @property
    def personnel(self):
        return self.economic_sum("301") + self.economic_sum("303")

    @property
    def running(self):
        return sum(self.economic.values()) - self.personnel

    @property
    def income(self):
        return self.sum("income")

    @property
    def expenditure(self):
        return self.sum("expenditure")

    @property
    def total(self):
        return self.income + self.sum("surplus_used") + self.sum("opening")

    @property
    def appropriation_total(self):
        return self.sum("income", APPROPRIATION) + self.sum("opening", APPROPRIATION)

    def verify(self):
        """The identities that the forms will show; they hold by construction, and a change must not break them."""
        assert self.total == self.expenditure + self.sum("distributed") + self.sum("closing")
        assert self.sum("basic", [Source.GENERAL]) == self.personnel + self.running
        assert all(flow.income >= 0 for flow in self.flows)
        assert all(amount >= 0 for amount in self.economic.values())


# What an employee costs a year, in hundredths of 万元, by economic code; other codes stay at nothing.
PER_HEAD = {
    "30101": 520, "30102": 1150, "30103": 410, "30106": 60, "30107": 240, "30108": 330, "30109": 165, "30110": 180,
    "30111": 90, "30112": 14, "30113": 290, "30199": 120, "30302": 95, "30304": 12, "30309": 1, "30399": 4,
    "30201": 42, "30202": 9, "30204": 1, "30205": 3, "30206": 14, "30207": 12, "30209": 35, "30211": 22, "30213": 16,
    "30215": 4, "30216": 8, "30217": 2, "30226": 18, "30227": 26, "30228": 31, "30229": 24, "30231": 11, "30239": 88,
    "30299": 29, "31002": 13,
}  # fmt: skip

# Items of basic expenditure whose amount is that of one economic code.
ITEM_OF_ECONOMIC = {
    "30302": "2080501",
    "30108": "2080505",
    "30109": "2080506",
    "30110": "2101101",
    "30111": "2101103",
    "30113": "2210201",
}


def draw(profile, seed, exact=False):
    """The accounts of one department. With `exact` every amount is a multiple of 0.01 万元, so sums of printed figures
    agree to the last digit; without, they differ as they do in published reports."""
    rng = random.Random(seed)
    grain = HUNDREDTH_OF_WAN if exact else 1

    def around(wan_hundredths, spread=0.25):
        amount = wan_hundredths * HUNDREDTH_OF_WAN
        low, high = int(amount * (1 - spread)), int(amount * (1 + spread))
        return rng.randint(low, high) // grain * grain

    def part(amount, low, high):
        """Between low and high per cent of an amount."""
        return amount * rng.randint(low * 1000, high * 1000) // 100_000 // grain * grain

    economic = {code: around(cost * profile.staff) for code, cost in PER_HEAD.items()}
    basic = {item: economic[code] for code, item in ITEM_OF_ECONOMIC.items()}
    basic["2210203"] = part(economic["30102"], 15, 20)
    basic[profile.running] = sum(economic.values()) - sum(basic.values())

    flows = [Flow(code, Source.GENERAL, basic=amount) for code, amount in basic.items()]
    for code in profile.projects:
        project = around(rng.choice((600, 1800, 4200, 9500, 26000)), 0.6)
        flow = next((f for f in flows if f.code == code), None)
        if flow is None:
            flow = Flow(code, Source.GENERAL)
            flows.append(flow)
        flow.project += project
    carrying = rng.sample([f for f in flows if f.project > 0], 2)
    for flow in carrying:
        flow.opening = part(flow.project, 5, 30)
        flow.closing = part(flow.project, 2, 25)

    for code in profile.funds:
        flow = Flow(code, Source.FUND, project=around(rng.choice((3000, 8000, 15000)), 0.5))
        flow.opening = part(flow.project, 0, 40)
        flow.closing = part(flow.project, 5, 35)
        flows.append(flow)

    for code, source in profile.other_money:
        flow = Flow(code, source)
        amount = around(rng.choice((900, 2500, 7000)), 0.5)
        if source is Source.BUSINESS:
            flow.business = amount
            flow.distributed = part(amount, 3, 12)
        elif source is Source.AFFILIATES:
            flow.to_affiliates = amount
        elif source is Source.SERVICE:
            flow.basic = part(amount, 20, 60)
            flow.project = amount - flow.basic
            flow.surplus_used = part(amount, 5, 15)
        else:
            flow.project = amount
            flow.opening = part(amount, 5, 50)
            flow.closing = part(amount, 5, 40)
        flows.append(flow)

    initial = {}
    for flow in flows:
        if flow.source is Source.GENERAL:
            # Some items are spent to the budget's last cent; most are not.
            exactly = rng.random() < 0.25
            initial[flow.code] = flow.expenditure if exactly else part(flow.expenditure, 86, 118)

    final = ThreePublic(
        abroad=around(rng.choice((0, 1500)), 0.3),
        purchase=around(rng.choice((0, 1900)), 0.1),
        operation=economic["30231"],
        reception=economic["30217"],
    )
    budget = ThreePublic(*(
        amount + part(amount, 2, 30)
        for amount in (final.abroad, final.purchase, final.operation, final.reception)
    ))

    accounts = Accounts(profile, flows, economic, budget, final, initial, {}, {})
    general = [Source.GENERAL]
    for key, amount in {
        "total": accounts.total,
        "appropriation": accounts.appropriation_total,
        "general": accounts.sum("expenditure", general),
        "three public": final.total,
        "running": accounts.running,
    }.items():
        accounts.before[key] = part(amount, 88, 112)
    projects = accounts.sum("project", general)
    accounts.procurement = {
        "货物": part(projects, 3, 9),
        "工程": part(projects, 0, 6),
        "服务": part(projects, 12, 30),
    }
    bought = sum(accounts.procurement.values())
    accounts.procurement["中小企业"] = part(bought, 55, 90)
    accounts.procurement["小微企业"] = part(accounts.procurement["中小企业"], 20, 70)
    accounts.counts = {
        "车辆": rng.randint(1, 9),
        "通用设备": rng.randint(0, 4),
        "专用设备": rng.randint(0, 3),
        "接待批次": rng.randint(6, 40),
        "编制": profile.staff + rng.randint(2, 8),
        "退休": profile.staff // 3 + rng.randint(0, 6),
        "绩效项目": len(profile.projects),
    }
    accounts.counts["接待人次"] = accounts.counts["接待批次"] * rng.randint(5, 9)
    accounts.verify()
    return accounts
