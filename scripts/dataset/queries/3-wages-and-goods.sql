-- Basic expenditure by economic class: wages, goods and services, subsidies. Exact: fen are whole numbers.
SELECT l.class_code, c.name, count(DISTINCT l.document) AS departments, sum(l.fen) / 100.0 AS yuan
FROM line_items l JOIN classification c ON c.code = l.class_code AND c.is_current
WHERE l.form = 'generalBudgetBasicExpenditure' AND l.column_key = 'final' AND l.classification = 'economic'
  AND l.is_leaf_row
GROUP BY l.class_code
ORDER BY yuan DESC LIMIT 5;
