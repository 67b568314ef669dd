"""The summary lists divisions and items, without numbers, below the numbered classes."""

from collections.abc import Callable

from figures import Accounts
from forms import NUMERALS
from sheet import Line

NAME = "class-rows"
LEVELS = {3: 0, 5: 1, 7: 2}


def lines(accounts: Accounts, name: Callable[[str], str]) -> list[Line]:
    made, classes = [], 0
    for code in accounts.codes():
        number = ""
        if len(code) == 3:
            number = f"{NUMERALS[classes]}、"
            classes += 1
        amount = accounts.sum("expenditure", prefix=code)
        made.append(Line(number + name(code), (amount,), level=LEVELS[len(code)]))
    return made
