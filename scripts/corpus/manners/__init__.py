"""The forms of budgets, in the manners of several provinces and cities: a file a manner."""

from budget_forms import BudgetForms
from department import Department
from plan import Plan

from . import beijing, chongqing, fujian, guangdong, hunan, jiangsu, shaanxi, shandong, shanghai, zhejiang

MANNERS = {
    "budget-shanghai": shanghai.sheets,
    "budget-beijing": beijing.sheets,
    "budget-jiangsu": jiangsu.sheets,
    "budget-guangdong": guangdong.sheets,
    "budget-chongqing": chongqing.sheets,
    "budget-hunan": hunan.sheets,
    "budget-fujian": fujian.sheets,
    "budget-shaanxi": shaanxi.sheets,
    "budget-zhejiang": zhejiang.sheets,
    "budget-shandong": shandong.sheets,
}


def budget_sheets(department: Department, plan: Plan) -> list:
    return MANNERS[plan["set"]](BudgetForms(department, plan))
