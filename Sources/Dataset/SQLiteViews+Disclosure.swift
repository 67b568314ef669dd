/// How complete the disclosure is.
extension SQLiteViews {
  /// Each item once for a report: it may be published in several files, of which one says what another does not hold.
  static let disclosureByItem = """
    CREATE VIEW disclosure_by_item AS
    SELECT department, fiscal_year, kind, scope, item, name, duty, status, basis, reason, document, page, line, text
    FROM (
      SELECT d.department, d.fiscal_year, d.kind, d.scope, c.*,
        row_number() OVER (
          PARTITION BY ifnull(d.department, d.document), d.fiscal_year, d.kind, d.scope, c.item
          ORDER BY
            CASE c.status
              WHEN 'disclosed' THEN 0 WHEN 'declaredEmpty' THEN 1 WHEN 'missing' THEN 2 WHEN 'notRead' THEN 3 ELSE 4
            END,
            c.document
        ) AS place
      FROM disclosure c JOIN documents d ON d.document = c.document
    )
    WHERE place = 1
    """

  /// Departments by what of the required items is missing, among those of the same year and kind.
  static let disclosureRanking = """
    CREATE VIEW disclosure_ranking AS
    SELECT
      rank() OVER (PARTITION BY fiscal_year, kind ORDER BY sum(status = 'missing'), sum(status = 'notRead')) AS rank,
      department, fiscal_year, kind, scope, count(*) AS required,
      sum(status = 'disclosed') AS disclosed, sum(status = 'declaredEmpty') AS declared_empty,
      sum(status = 'missing') AS missing, sum(status = 'notRead') AS not_read,
      round(100.0 * sum(status IN ('disclosed', 'declaredEmpty')) / count(*), 1) AS percent
    FROM disclosure_by_item
    WHERE duty = 'required' AND status <> 'notApplicable'
    GROUP BY ifnull(department, document), fiscal_year, kind, scope
    """
}
