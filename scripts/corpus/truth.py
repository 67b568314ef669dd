"""The truth of a document: what a right reading of it must find. Written from the figures, never from a reading."""
from amounts import plain
from layout import printed


def header(path):
    return "/".join(name.replace("\n", "") for name in path)


def table(form, index, style, pages):
    numbered = any("{number" in wording for wording in (style.title, style.mark))
    record = {"form": form.id, "title": form.title, "number": form.number if numbered else None, "unit": "万元"}
    if form.empty:
        record["status"] = "declaredEmpty"
    placed = sorted(page for (which, _), page in pages.rows.items() if which == index)
    if placed:
        record["pages"] = list(range(placed[0], placed[-1] + 1))
    record["columns"] = [] if form.empty else [header(path) for path in form.columns]
    record["two_sided"] = bool(form.sides) or form.id == "generalBudgetBasicExpenditure"
    record["rows"] = []
    for number, row in enumerate([] if form.empty else form.rows):
        if form.sides and not row.name:
            continue
        line = str(row.line) if style.line_numbers and row.line is not None else None
        values = [plain(printed(style, form, value)) for value in row.values]
        entry = {"side": row.side, "line_no": line, "code": row.code, "name": row.name, "values": values}
        if (index, number) in pages.rows:
            entry["page"] = pages.rows[index, number]
        record["rows"].append(entry)
    return record


def document(name, accounts, forms, style, facts, pages):
    profile = accounts.profile
    record = {
        "document": name,
        "department": profile.name,
        "fiscal_year": profile.year,
        "kind": "final_accounts",
        "published": profile.published,
        "missing_tables": [],
        "tables": [table(form, index, style, pages) for index, form in enumerate(forms)],
        "narrative": [],
    }
    for index, (label, value, unit) in enumerate(facts):
        fact = {"label": label, "value": value, "unit": unit}
        if index in pages.figures:
            fact["page"] = pages.figures[index]
        record["narrative"].append(fact)
    return record
