"""Draws what departments spent by function, from a dataset: one bar for each, made of the classes of expenditure."""
import sqlite3
import subprocess
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
from matplotlib import font_manager

# Text stays text, which the reader's fonts show; this machine's measures it.
plt.rcParams["svg.fonttype"] = "none"
plt.rcParams["svg.hashsalt"] = "juesuan"
FONT = subprocess.run(["fc-match", "-f", "%{file}", "Noto Sans CJK SC"], check=True, capture_output=True, text=True).stdout
font_manager.fontManager.addfont(FONT)
plt.rcParams["font.sans-serif"] = [font_manager.FontProperties(fname=FONT).get_name(), "Noto Sans CJK SC", "sans-serif"]

SHOWN_CLASSES = 6
QUERY = """
SELECT department, fiscal_year, class_name, sum(yuan) FROM expenditure_by_function
WHERE kind = 'finalAccounts' AND department IS NOT NULL AND fiscal_year IS NOT NULL
GROUP BY department, fiscal_year, class_name
"""


def main():
    database, picture = sys.argv[1:]
    spent = {}
    for department, year, name, yuan in sqlite3.connect(database).execute(QUERY):
        spent.setdefault(f"{department} {year}", {})[name or "–"] = yuan / 1e4
    largest = sorted(spent, key=lambda label: sum(spent[label].values()))[-12:]
    totals = {}
    for label in largest:
        for name, amount in spent[label].items():
            totals[name] = totals.get(name, 0) + amount
    shown = sorted(totals, key=totals.get, reverse=True)[:SHOWN_CLASSES]
    figure, axes = plt.subplots(figsize=(9, 4.6), layout="constrained")
    starts = [0.0] * len(largest)
    for name in shown + ["其他"]:
        widths = [
            spent[label].get(name, 0) if name in shown else sum(v for k, v in spent[label].items() if k not in shown)
            for label in largest
        ]
        axes.barh(largest, widths, left=starts, label=name)
        starts = [start + width for start, width in zip(starts, widths)]
    axes.set_xlabel("万元")
    axes.legend(fontsize=8, loc="lower right")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(picture, metadata={"Date": None})


if __name__ == "__main__":
    main()
