-- What the money was spent for, over all final accounts: leaf rows only, so that no total is added to its parts.
SELECT e.class_code, c.name, count(DISTINCT e.document) AS departments, round(sum(e.yuan), 2) AS yuan
FROM expenditure_by_function e LEFT JOIN classification c ON c.code = e.class_code AND c.is_current
WHERE e.kind = 'finalAccounts'
GROUP BY e.class_code
ORDER BY yuan DESC LIMIT 5;
