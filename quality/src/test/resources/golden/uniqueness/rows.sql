SELECT * FROM (VALUES
  (1, 'x', 'p', NULL), (2, 'x', 'q', NULL), (3, 'y', 'p', 'same'), (4, 'y', NULL, 'same'), (5, 'z', 'p', 'other')
) AS t (id, a, b, n)
