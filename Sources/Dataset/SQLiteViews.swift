/// Views for the usual questions. All amounts are in yuan.
enum SQLiteViews {
  static let all = [
    threePublicExpenses, expenditureByFunction, totals, budgetAndFinal, findingsByDepartment, disclosureByItem,
    disclosureRanking,
  ]

  /// Printed as columns (`final.abroad`) or as rows (`abroad` under `final`), they are shown alike. A table of units has a
  /// total row; one without is the only row.
  private static let threePublicExpenses = """
    CREATE VIEW three_public_expenses AS
    WITH figures AS (
      SELECT l.document, l.table_index, l.page, l.line, l.fen,
        CASE
          WHEN l.column_key LIKE 'budget.%' OR l.column_key = 'budget' THEN 'budget'
          WHEN l.column_key LIKE 'final.%' OR l.column_key = 'final' THEN 'final'
          WHEN l.form = 'budgetThreePublicExpenses' THEN 'budget'
          ELSE 'final'
        END AS phase,
        CASE
          WHEN l.column_key IN ('budget', 'final') THEN l.item
          WHEN l.column_key LIKE 'budget.%' THEN substr(l.column_key, 8)
          WHEN l.column_key LIKE 'final.%' THEN substr(l.column_key, 7)
          WHEN l.column_key IN (
            'total', 'abroad', 'vehicles', 'vehicles.purchase', 'vehicles.operation', 'receptions'
          ) THEN l.column_key
        END AS expense,
        row_number() OVER (
          PARTITION BY l.document, l.form, l.column_key, CASE WHEN l.column_key IN ('budget', 'final') THEN l.item END
          ORDER BY l.role <> 'total', l.table_index, l.section_index, l.row_index
        ) AS place
      FROM line_items l
      WHERE l.form IN ('threePublicExpenses', 'budgetThreePublicExpenses') AND l.fen IS NOT NULL
    )
    SELECT d.document, d.department, d.fiscal_year, d.kind, d.scope, f.phase,
      max(CASE f.expense WHEN 'total' THEN f.fen END) / 100.0 AS total,
      max(CASE f.expense WHEN 'abroad' THEN f.fen END) / 100.0 AS abroad,
      max(CASE f.expense WHEN 'vehicles' THEN f.fen END) / 100.0 AS vehicles,
      max(CASE f.expense WHEN 'vehicles.purchase' THEN f.fen END) / 100.0 AS vehicle_purchase,
      max(CASE f.expense WHEN 'vehicles.operation' THEN f.fen END) / 100.0 AS vehicle_operation,
      max(CASE f.expense WHEN 'receptions' THEN f.fen END) / 100.0 AS receptions,
      min(f.page) AS page
    FROM figures f JOIN documents d ON d.document = f.document
    WHERE f.place = 1 AND f.expense IS NOT NULL
    GROUP BY d.document, f.phase
    """

  /// By class (类) of the functional classification, of all that a department spends: 支出决算表, or its like in a budget.
  private static let expenditureByFunction = """
    CREATE VIEW expenditure_by_function AS
    SELECT d.document, d.department, d.fiscal_year, d.kind, d.scope, l.class_code,
      (
        SELECT c.name FROM classification c
        WHERE c.code = l.class_code AND ifnull(c.from_year, 0) <= ifnull(d.fiscal_year, 9999)
          AND ifnull(c.to_year, 9999) >= ifnull(d.fiscal_year, 9999)
        ORDER BY c.is_current DESC, c.from_year DESC, c.name LIMIT 1
      ) AS class_name,
      sum(l.fen) / 100.0 AS yuan, count(*) AS figures, min(l.page) AS page
    FROM line_items l JOIN documents d ON d.document = l.document
    WHERE l.form IN ('expenditure', 'higherEducationExpenditure', 'budgetExpenditure') AND l.column_key = 'total'
      AND l.classification = 'functional' AND l.is_leaf_row
    GROUP BY d.document, l.class_code
    """

  /// What a department took in and spent, from the summaries of income and expenditure.
  private static let totals = """
    CREATE VIEW totals AS
    SELECT d.document, d.department, d.fiscal_year, d.kind, d.scope,
      max(CASE WHEN l.side = 'income' AND l.item = 'currentTotal' THEN l.fen END) / 100.0 AS current_income,
      max(CASE WHEN l.side = 'income' AND l.item = 'total' THEN l.fen END) / 100.0 AS total_income,
      max(CASE WHEN l.side = 'expenditure' AND l.item = 'currentTotal' THEN l.fen END) / 100.0 AS current_expenditure,
      max(CASE WHEN l.side = 'expenditure' AND l.item = 'total' THEN l.fen END) / 100.0 AS total_expenditure,
      min(l.page) AS page
    FROM line_items l JOIN documents d ON d.document = l.document
    WHERE l.form IN ('incomeExpenditureSummary', 'higherEducationSummary', 'budgetSummary')
      AND l.column_key IN ('final', 'budget') AND l.item IN ('currentTotal', 'total')
      AND l.column_key = CASE d.kind WHEN 'budget' THEN 'budget' ELSE 'final' END
    GROUP BY d.document
    """

  /// A department's budget beside its final accounts of the same year.
  private static let budgetAndFinal = """
    CREATE VIEW budget_and_final AS
    SELECT f.department, f.fiscal_year, f.scope, b.document AS budget_document, f.document AS final_document,
      b.total_expenditure AS budget, f.total_expenditure AS final,
      f.total_expenditure - b.total_expenditure AS difference
    FROM totals f JOIN totals b ON b.department = f.department AND b.fiscal_year = f.fiscal_year AND b.scope IS f.scope
    WHERE f.kind = 'finalAccounts' AND b.kind = 'budget'
    """

  private static let findingsByDepartment = """
    CREATE VIEW findings_by_department AS
    SELECT d.department, d.fiscal_year, d.kind, d.document, f.severity, f.rule, r.title, count(*) AS findings
    FROM findings f JOIN documents d ON d.document = f.document LEFT JOIN rules r ON r.rule = f.rule
    GROUP BY d.document, f.severity, f.rule
    """
}
