SELECT * FROM (VALUES
  ('1', '4.2753', '2026-11-20', '2026-11-20T06:00:00Z', 'true', 'EUR'),
  ('2', '1.0321', '2026-11-19', '2026-11-19 06:00:00.123', 'false', 'PLN'),
  ('3', '-1', '2026-11-18', '2026-11-18', 'true', 'it''s "x"'),
  ('four', 'n/a', 'yesterday', 'soon', 'maybe', ''),
  (NULL, NULL, NULL, NULL, NULL, NULL),
  ('5', '10', '2026-11-21', '2026-11-21T05:59:59.999Z', 'false', '  ')
) AS t (id, rate, day, at, open, word)
