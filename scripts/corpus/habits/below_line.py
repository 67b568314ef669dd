"""上级补助收入 stands below the income of the year and is added to the grand total only."""

from random import Random

from figures import HUNDREDTH_OF_WAN, Accounts, Flow, Source
from plan import Plan

NAME = "below-line"
LABEL = "上级补助收入"


def of_accounts(plan: Plan, accounts: Accounts, rng: Random) -> None:
    if not accounts.sum("income", [Source.SUPERIOR]):
        code = next(f.code for f in accounts.flows if f.source is Source.GENERAL and f.project)
        accounts.flows.append(Flow(code, Source.SUPERIOR, project=rng.randint(10, 400) * 100 * HUNDREDTH_OF_WAN))


def apart(income: list[tuple]) -> tuple[list[tuple], int]:
    """The items of income without it, and its amount."""
    own = sum(amount for name, amount, _ in income if name.endswith(LABEL))
    return [item for item in income if not item[0].endswith(LABEL)], own
