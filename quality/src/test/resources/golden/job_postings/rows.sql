SELECT * FROM (VALUES
  ('k1', 'devitjobs', 'a', 'Java developer', 'Acme', 'Kraków', true, 'senior', CAST(NULL AS varchar), DATE '2026-11-20',
   'PLN', 'month', DECIMAL '20000', DECIMAL '4700', DECIMAL '5000', DECIMAL '24000', DECIMAL '5600', DECIMAL '6000',
   DECIMAL '22000', DECIMAL '5150', DECIMAL '5500', DATE '2026-11-20'),
  ('k2', 'nofluffjobs', 'b', 'Data engineer', NULL, NULL, NULL, 'wizard', 'data', NULL,
   NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('k2', 'nofluffjobs', 'c', '', 'Initech', 'Wrocław', false, NULL, 'backend', DATE '2026-11-22',
   'EUR', 'week', DECIMAL '8', DECIMAL '2', DECIMAL '2', DECIMAL '4', DECIMAL '1', DECIMAL '1',
   DECIMAL '6', DECIMAL '1', DECIMAL '1', DATE '2026-11-23')
) AS t (posting_key, source, posting_id, title, company, location, is_remote, seniority, category, posted_on,
  salary_currency, salary_period, salary_min_monthly_pln, salary_min_monthly_eur, salary_min_monthly_usd,
  salary_max_monthly_pln, salary_max_monthly_eur, salary_max_monthly_usd,
  salary_mid_monthly_pln, salary_mid_monthly_eur, salary_mid_monthly_usd, fx_rate_date)
