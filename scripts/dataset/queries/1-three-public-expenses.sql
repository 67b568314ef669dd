-- What departments spent on travel abroad, vehicles and receptions, beside what they had planned; amounts in yuan.
SELECT f.fiscal_year, f.department, b.total AS planned, f.total AS spent, f.abroad, f.vehicles, f.receptions, f.page
FROM three_public_expenses f LEFT JOIN three_public_expenses b ON b.document = f.document AND b.phase = 'budget'
WHERE f.kind = 'finalAccounts' AND f.phase = 'final'
ORDER BY f.total DESC, f.document LIMIT 5;
