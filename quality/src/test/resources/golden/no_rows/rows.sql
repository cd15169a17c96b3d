SELECT * FROM (VALUES (1)) AS t (id) WHERE false
