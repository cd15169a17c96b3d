SELECT * FROM (VALUES (1, 'a'), (2, ''), (3, NULL), (4, 'd')) AS t (id, name)
