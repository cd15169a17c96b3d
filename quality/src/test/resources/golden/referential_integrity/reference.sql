places: SELECT * FROM (VALUES ('Kraków', 'PL', BIGINT '1'), ('Kraków', 'PL', 2), ('Wien', 'AT', 3), ('Graz', NULL, 4), ('Bonn', 'DE', 5)) AS t (name, country, id)
