SELECT * FROM (VALUES (BIGINT '1', 'Kraków', 'PL'), (2, 'Wien', 'AT'), (3, 'Graz', NULL), (4, 'Bonn', 'PL')) AS t (id, city, state)
