-- The largest single items of expenditure, and where each figure is printed.
SELECT d.department, d.fiscal_year, l.code, l.name, l.text, l.unit, d.name AS file, l.page, l.box
FROM line_items l JOIN documents d USING (document)
WHERE l.form = 'expenditure' AND l.column_key = 'total' AND l.level = 'item'
ORDER BY l.fen DESC, l.document, l.row_index LIMIT 5;
