siblings: SELECT * FROM (VALUES 7, 8) AS t (n)
