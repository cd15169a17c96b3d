SELECT * FROM (VALUES
  (DATE '2026-11-20', 'EUR', 'PLN', DECIMAL '4.27530000'),
  (DATE '2026-11-20', 'EUR', 'USD', DECIMAL '1.03210000'),
  (DATE '2026-11-22', 'USD', 'zł', DECIMAL '0.00000000')
) AS t (rate_date, base, quote, rate)
