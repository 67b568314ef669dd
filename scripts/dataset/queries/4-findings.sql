-- Which rules found errors, and in how many reports.
SELECT f.rule, r.title, count(*) AS errors, count(DISTINCT f.document) AS reports
FROM findings f JOIN rules r USING (rule)
WHERE f.severity = 'error'
GROUP BY f.rule
ORDER BY errors DESC, f.rule LIMIT 5;
