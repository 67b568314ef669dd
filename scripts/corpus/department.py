"""Invents departments and their accounts from a seed."""

import random
from dataclasses import dataclass, replace

import figures
from codes import FAMILIES, UNIVERSITY, Family
from figures import Accounts, Flow, Profile, Source
from plan import Plan

CITIES = (
    "云泽市",
    "临岳市",
    "东屿市",
    "岭海市",
    "澜川市",
    "晴峰市",
    "汀洲市",
    "望江市",
    "栖云市",
    "松原港市",
    "雁回市",
    "青衡市",
)
DISTRICTS = (
    "清河县",
    "望川区",
    "沙洲区",
    "石桥区",
    "白鹭区",
    "南塘县",
    "柳林区",
    "平湖湾区",
    "东坪县",
    "桐溪区",
    "北渡区",
    "金谷县",
)
YEARS = {
    "final-8": (2015, 2019),
    "final-9": (2020, 2025),
    "final-10": (2020, 2025),
    "final-12": (2020, 2025),
    "final-13": (2020, 2025),
    "university-4": (2016, 2025),
}
PARTS = ("信息中心", "服务中心", "综合行政执法大队", "技术推广站", "培训中心", "事务保障中心")


@dataclass
class Department:
    """Whose report it is, and the accounts it shows."""

    profile: Profile
    family: Family
    accounts: Accounts
    scope: str
    budget: bool
    works: dict[str, tuple[str, int]]  # invented project -> (item, amount), all project expenditure of the general budget
    shares: list[tuple[str, int]]  # unit -> per mille of the whole

    @property
    def name(self) -> str:
        return self.profile.name

    @property
    def year(self) -> int:
        return self.profile.year

    def personnel_of(self, code: str, sources=tuple(Source)) -> int:
        """The personnel part of the basic expenditure of the items under a code."""
        a, amount = self.accounts, 0
        for flow in a.flows:
            if flow.source in sources and flow.code.startswith(code) and flow.source is Source.GENERAL:
                amount += flow.basic - (a.running if flow.code == self.profile.running else 0)
        return amount

    def running_of(self, code: str, sources=tuple(Source)) -> int:
        return self.accounts.sum("basic", sources, code) - self.personnel_of(code, sources)


def invent(plan: Plan) -> Department:
    rng = plan.random("department")
    family = UNIVERSITY if plan["set"] == "university-4" else rng.choice(FAMILIES)
    low, high = YEARS.get(plan["set"], (2017, 2026))
    year = max(rng.randint(low, high), family.since)
    city, district = rng.choice(CITIES), rng.choice(DISTRICTS)
    place = city if family is UNIVERSITY or rng.random() < 0.4 else city + district
    office = (city[:-1] if family is UNIVERSITY else place) + family.name
    if plan["scope"] == "unit" and family is not UNIVERSITY:
        office += rng.choice(PARTS)
    units = (
        (office,)
        if plan["scope"] == "unit"
        else (f"{office}（本级）", *(place + family.name[:-1] + part for part in rng.sample(PARTS, rng.randint(1, 3))))
    )
    projects = tuple(sorted(rng.sample(family.projects, rng.randint(min(3, len(family.projects)), len(family.projects)))))
    filled = plan.get("empty-tables") == "filled"
    other = []
    sources = [Source.OTHER, Source.SUPERIOR, Source.SERVICE, Source.BUSINESS, Source.AFFILIATES]
    if plan["set"] in ("budget-shanghai", "budget-chongqing", "budget-shandong"):
        sources = sources[:3]  # their table of expenditure knows basic and project expenditure only
    for source in sources:
        if rng.random() < (0.55 if source is Source.OTHER else 0.25):
            other.append((rng.choice(projects), source))
    funds = family.funds if filled or rng.random() < 0.5 else ()
    profile = Profile(office, year, None, family.running, projects, tuple(other), funds, staff=rng.randint(12, 140), units=units)
    accounts = figures.draw(profile, f"{plan.seed} accounts", exact=rng.random() < 0.5)
    if filled and year >= 2020:
        amount = rng.randint(20, 900) * figures.FEN_PER_WAN
        accounts.flows.append(Flow(rng.choice(("2230199", "2230299")), Source.CAPITAL, project=amount))
    if plan.budget:
        # A budget closes with nothing left: what is carried in and received is what is spent.
        accounts.flows = [replace(f, closing=0, distributed=0, surplus_used=0) for f in accounts.flows]
        accounts.flows = [f if f.opening <= f.expenditure else replace(f, opening=0) for f in accounts.flows]
        if plan["set"] == "budget-shanghai" or rng.random() < 0.5:
            accounts.flows = [replace(f, opening=0) for f in accounts.flows]
    accounts.verify()
    return Department(profile, family, accounts, plan["scope"], plan.budget, works(accounts, family, rng), shares(units, rng))


def works(accounts: Accounts, family: Family, rng: random.Random) -> dict[str, tuple[str, int]]:
    """The project expenditure of the general budget as named projects; the names are invented."""
    made: dict[str, tuple[str, int]] = {}
    for number, flow in enumerate(f for f in accounts.flows if f.source is Source.GENERAL and f.project):
        name = family.works[number % len(family.works)]
        if name in made:
            name += rng.choice(("（二期）", "（续建）", "（提标）"))
        if name in made:
            name += "配套"
        made[name] = (flow.code, flow.project)
    return made


def shares(units: tuple[str, ...], rng: random.Random) -> list[tuple[str, int]]:
    rest, made = 1000, []
    for unit in units[1:]:
        part = rng.randint(30, 180)
        rest -= part
        made.append((unit, part))
    return [(units[0], rest), *made]
