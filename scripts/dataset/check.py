"""Holds a dataset in SQLite and CSV against the JSON that it was made of. Reads the JSON on its own."""

import collections
import csv
import glob
import json
import os
import sqlite3
import sys
from decimal import Decimal

csv.field_size_limit(1 << 30)

# Of the checklist, the best first.
STATUSES = ["disclosed", "declaredEmpty", "missing", "notRead", "notApplicable"]


def documents(results):
    """Name, document and report of each document, relative to the folder."""
    index = f"{results}/index.jsonl"
    if os.path.exists(index):
        seen = set()
        with open(index, encoding="utf-8") as file:
            for line in file:
                entry = json.loads(line)
                if entry["status"] == "done" and entry["document"] not in seen:
                    seen.add(entry["document"])
                    yield entry["name"], entry["document"], entry["report"]
        return
    for path in sorted(glob.glob(f"{results}/**/*.json", recursive=True)):
        name = os.path.relpath(path, results)
        if not name.endswith(".report.json") and name != "run.json":
            report = name[: -len(".json")] + ".report.json"
            yield name, name, report if os.path.exists(f"{results}/{report}") else None


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Decimal)


def rows_of(document):
    """Every row with its table and section."""
    for table in document["tables"]:
        for section in table["sections"]:
            for row in section["rows"]:
                yield table, section, row


class Expected:
    """What the JSON says: rows and sums by table, and the answers to the example queries."""

    def __init__(self):
        self.rows = collections.Counter()
        self.sums = collections.Counter()
        self.functions = collections.defaultdict(lambda: [set(), Decimal(0)])
        self.economic = collections.defaultdict(lambda: [set(), Decimal(0)])
        self.errors = collections.defaultdict(lambda: [0, set()])
        self.items = []
        self.three = []
        self.disclosure = collections.defaultdict(dict)

    def add(self, document, report):
        key = document["source"]["sha256"][:16]
        self.rows["documents"] += 1
        self.rows["tables"] += len(document["tables"])
        self.rows["cell_tables"] += len(document["otherTables"]) + len(document["unrecognisedTables"])
        for table in document["otherTables"] + document["unrecognisedTables"]:
            self.rows["cells"] += len(table["cells"])
        self.rows["narrative_facts"] += len(document["narrative"])
        self.sums["narrative_facts"] += sum(Decimal(fact["yuan"] or 0) for fact in document["narrative"])
        self.rows["missing_tables"] += len(set(document["missingTables"]))
        self.rows["problems"] += len(document["problems"])
        self.rows["units"] += len(document["profile"]["units"])
        self.rows["personnel"] += len(document["profile"]["personnel"])
        self.rows["evaluations"] += len(document["performance"])
        for evaluation in document["performance"]:
            self.rows["evaluation_execution"] += len(evaluation["execution"])
            self.rows["evaluation_indicators"] += len(evaluation["indicators"])
        for _, _, row in rows_of(document):
            for cell in row["cells"]:
                if cell is not None:
                    self.rows["line_items"] += 1
                    self.sums["line_items"] += Decimal(cell["yuan"] or 0)
        self.add_answers(key, document)
        if report:
            self.rows["findings"] += len(report["findings"])
            self.rows["disclosure"] += len(report["disclosure"])
            self.disclosed(document, report)
            self.rows["checks"] += sum(check["outcome"] != "notApplicable" for check in report["checks"])
            for finding in report["findings"]:
                self.rows["evidence"] += len(finding["evidence"])
                if finding["severity"] == "error":
                    self.errors[finding["rule"]][0] += 1
                    self.errors[finding["rule"]][1].add(key)

    def disclosed(self, document, report):
        """Each item's best status among the files of a report."""
        department = document["department"] or document["source"]["sha256"][:16]
        key = (department, document["fiscalYear"], document["kind"], document["scope"])
        for item in report["disclosure"]:
            if item["duty"] == "required":
                best = self.disclosure[key].get(item["item"], STATUSES[-1])
                self.disclosure[key][item["item"]] = min(best, item["status"], key=STATUSES.index)

    def add_answers(self, key, document):
        is_final = document["kind"] == "finalAccounts"
        for table in document["tables"]:
            codes = [row["code"] for section in table["sections"] for row in section["rows"] if row["code"]]
            for number, section in enumerate(table["sections"]):
                for position, row in enumerate(section["rows"]):
                    amounts = dict(zip((column["key"] for column in section["columns"]), row["cells"]))
                    code = row["code"]
                    is_leaf = code and not any(other != code and other.startswith(code) for other in codes)
                    total, final = amounts.get("total"), amounts.get("final")
                    if is_final and is_leaf and total and table["form"] in ("expenditure", "higherEducationExpenditure"):
                        self.functions[code[:3]][0].add(key)
                        self.functions[code[:3]][1] += Decimal(total["yuan"] or 0)
                    if is_leaf and final and table["form"] == "generalBudgetBasicExpenditure":
                        self.economic[code[:3]][0].add(key)
                        self.economic[code[:3]][1] += Decimal(final["yuan"] or 0)
                    if code and len(code) == 7 and total and table["form"] == "expenditure":
                        self.items.append((-Decimal(total["yuan"] or 0), key, number, position, total["text"], total.get("page")))
            if is_final and table["form"] == "threePublicExpenses":
                spent = printed_as_columns(table, "final.total") or printed_as_rows(table, "total", "final")
                if spent is not None:
                    self.three.append(Decimal(spent))


def printed_as_columns(table, key):
    for section in table["sections"]:
        for position, column in enumerate(section["columns"]):
            if column["key"] == key:
                for row in sorted(section["rows"], key=lambda row: row["role"] != "total"):
                    if row["cells"][position] and row["cells"][position]["yuan"] is not None:
                        return row["cells"][position]["yuan"]
    return None


def printed_as_rows(table, item, key):
    for section in table["sections"]:
        for row in section["rows"]:
            for column, cell in zip(section["columns"], row["cells"]):
                if row["item"] == item and column["key"] == key and cell and cell["yuan"] is not None:
                    return cell["yuan"]
    return None


class Check:
    def __init__(self):
        self.failed = 0

    def equal(self, what, expected, found):
        if expected != found:
            self.failed += 1
            print(f"{what}: the JSON says {expected}, the dataset {found}")


def main(results, sqlite, folder):
    expected = Expected()
    for _, document, report in documents(results):
        expected.add(load(f"{results}/{document}"), load(f"{results}/{report}") if report else None)
    database = sqlite3.connect(sqlite)
    check = Check()
    for table, count in expected.rows.items():
        check.equal(f"rows of {table} in SQLite", count, database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        with open(f"{folder}/{table}.csv", encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        check.equal(f"rows of {table} in CSV", count, len(lines))
        if table in expected.sums:
            fen = database.execute(f"SELECT sum(fen) FROM {table}").fetchone()[0] or 0
            check.equal(f"yuan of {table} in SQLite", expected.sums[table], Decimal(fen) / 100)
            check.equal(f"yuan of {table} in CSV", expected.sums[table], sum(Decimal(line["yuan"] or 0) for line in lines))
    answers(check, expected, database)
    print(f"{expected.rows['documents']} documents, {expected.rows['line_items']} figures, {expected.sums['line_items']} yuan")
    print("rows, sums and example queries are as the JSON says" if not check.failed else f"{check.failed} differences")
    return 1 if check.failed else 0


def answers(check, expected, database):
    """Each example query against what the JSON says."""
    queries = []
    for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "queries", "*.sql"))):
        with open(path, encoding="utf-8") as file:
            queries.append(database.execute(file.read()).fetchall())
    three, functions, economic, errors, items, ranking = queries
    check.equal("query 1", sorted(expected.three, reverse=True)[:5], [Decimal(str(row[3])) for row in three])
    totals = {code: (len(keys), yuan) for code, (keys, yuan) in expected.functions.items()}
    check.equal("query 2", sorted((yuan for _, yuan in totals.values()), reverse=True)[:5], [fen(row[3]) for row in functions])
    check.equal("query 2, reports", [totals[row[0]][0] for row in functions], [row[2] for row in functions])
    totals = {code: (len(keys), yuan) for code, (keys, yuan) in expected.economic.items()}
    check.equal("query 3", sorted((yuan for _, yuan in totals.values()), reverse=True)[:5], [fen(row[3]) for row in economic])
    ranked = sorted(((-count, rule, len(keys)) for rule, (count, keys) in expected.errors.items()))[:5]
    check.equal("query 4", [(rule, -count, keys) for count, rule, keys in ranked], [(row[0], row[2], row[3]) for row in errors])
    counts = [[list(statuses.values()).count(status) for status in STATUSES] for statuses in expected.disclosure.values()]
    worst = sorted(((count[2], count[3]) for count in counts if sum(count[:4])), reverse=True)[:5]
    check.equal("query 6", worst, [(row[6], row[7]) for row in ranking])
    check.equal("query 5", [(text, page) for *_, text, page in sorted(expected.items)[:5]], [(row[4], row[7]) for row in items])


def fen(yuan):
    return Decimal(str(yuan)).quantize(Decimal("0.01"))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
