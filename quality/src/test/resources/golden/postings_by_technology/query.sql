WITH "primary" AS (SELECT * FROM (VALUES ('k1', 'Java'), ('k1', 'Kotlin'), ('k2', 'Java'), ('k3', ' ')) AS t (posting_key, technology_name))
SELECT "q0"."good" AS "c0",
  "q0"."rows" AS "c1",
  "q0"."sample" AS "c2",
  "s"."a0" AS "c3",
  "s"."a1" AS "c4",
  "s"."a2" AS "c5",
  "q1"."good" AS "c6",
  "q1"."rows" AS "c7",
  "q1"."sample" AS "c8",
  "s"."a3" AS "c9",
  "s"."a4" AS "c10"
FROM (SELECT count(*) FILTER (WHERE NOT ("technology_name" IS NULL OR coalesce("technology_name" = '', false) OR coalesce(regexp_like("technology_name", '\A\s+\z'), false))) AS "a0",
  count(*) AS "a1",
  min(coalesce(substr("technology_name", 1, 80), 'NULL')) FILTER (WHERE NOT (NOT ("technology_name" IS NULL OR coalesce("technology_name" = '', false) OR coalesce(regexp_like("technology_name", '\A\s+\z'), false)))) AS "a2",
  count(*) FILTER (WHERE coalesce(coalesce(length("technology_name"), 0) <= DECIMAL '100', false)) AS "a3",
  min(coalesce(substr("technology_name", 1, 80), 'NULL')) FILTER (WHERE NOT (coalesce(coalesce(length("technology_name"), 0) <= DECIMAL '100', false))) AS "a4"
FROM "primary") AS "s"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "posting_key" IS NOT NULL AND "technology_name" IS NOT NULL) AS "good", min(array_join(ARRAY[substr("posting_key", 1, 80), substr("technology_name", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (true) GROUP BY "posting_key", "technology_name")
) AS "q0"
CROSS JOIN (SELECT count(*) FILTER (WHERE "r"."k0" IS NOT NULL) AS "good", count(*) AS "rows", min(array_join(ARRAY[substr("posting_key", 1, 80)], ', ', 'NULL')) FILTER (WHERE "r"."k0" IS NULL) AS "sample"
FROM "primary" AS "p"
LEFT JOIN (SELECT DISTINCT "posting_key" AS "k0" FROM "db"."job_postings") AS "r" ON "p"."posting_key" = "r"."k0"
) AS "q1"
