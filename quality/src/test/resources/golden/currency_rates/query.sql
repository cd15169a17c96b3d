WITH "primary" AS (SELECT * FROM (VALUES
  (DATE '2026-11-20', 'EUR', 'PLN', DECIMAL '4.27530000'),
  (DATE '2026-11-20', 'EUR', 'USD', DECIMAL '1.03210000'),
  (DATE '2026-11-22', 'USD', 'zł', DECIMAL '0.00000000')
) AS t (rate_date, base, quote, rate))
SELECT "q0"."good" AS "c0",
  "q0"."rows" AS "c1",
  "q0"."sample" AS "c2",
  "s"."a0" AS "c3",
  "s"."a1" AS "c4",
  "s"."a2" AS "c5",
  "s"."a3" AS "c6",
  "s"."a4" AS "c7",
  "s"."a5" AS "c8",
  "s"."a6" AS "c9",
  "s"."a7" AS "c10",
  "s"."a8" AS "c11",
  "s"."a9" AS "c12",
  "s"."a10" AS "c13"
FROM (SELECT count(*) FILTER (WHERE (coalesce("base" IN ('EUR'), false))) AS "a0",
  count(*) AS "a1",
  min(coalesce(substr("base", 1, 80), 'NULL')) FILTER (WHERE NOT ((coalesce("base" IN ('EUR'), false)))) AS "a2",
  count(*) FILTER (WHERE coalesce(regexp_like("quote", '\A(?:[A-Z]{3})\z'), false)) AS "a3",
  min(coalesce(substr("quote", 1, 80), 'NULL')) FILTER (WHERE NOT (coalesce(regexp_like("quote", '\A(?:[A-Z]{3})\z'), false))) AS "a4",
  count(*) FILTER (WHERE coalesce("rate" > DECIMAL '0', false)) AS "a5",
  min(coalesce(substr(CAST("rate" AS varchar), 1, 80), 'NULL')) FILTER (WHERE NOT (coalesce("rate" > DECIMAL '0', false))) AS "a6",
  count(*) FILTER (WHERE coalesce("rate" < DECIMAL '1000000', false)) AS "a7",
  min(coalesce(substr(CAST("rate" AS varchar), 1, 80), 'NULL')) FILTER (WHERE NOT (coalesce("rate" < DECIMAL '1000000', false))) AS "a8",
  count(*) FILTER (WHERE coalesce(CAST("rate_date" AS timestamp(3)) <= TIMESTAMP '2026-11-21 06:00:00.000', false)) AS "a9",
  min(coalesce(substr(CAST("rate_date" AS varchar), 1, 80), 'NULL')) FILTER (WHERE NOT (coalesce(CAST("rate_date" AS timestamp(3)) <= TIMESTAMP '2026-11-21 06:00:00.000', false))) AS "a10"
FROM "primary") AS "s"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "rate_date" IS NOT NULL AND "base" IS NOT NULL AND "quote" IS NOT NULL) AS "good", min(array_join(ARRAY[substr(CAST("rate_date" AS varchar), 1, 80), substr("base", 1, 80), substr("quote", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (true) GROUP BY "rate_date", "base", "quote")
) AS "q0"
