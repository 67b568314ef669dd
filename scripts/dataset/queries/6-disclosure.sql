-- Which reports disclose least of what the rules demand: the required items that are missing.
SELECT department, fiscal_year, kind, required, disclosed, declared_empty, missing, not_read, percent
FROM disclosure_ranking
ORDER BY missing DESC, not_read DESC, department, fiscal_year LIMIT 5;
