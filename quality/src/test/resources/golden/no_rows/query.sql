WITH "primary" AS (SELECT * FROM (VALUES (1)) AS t (id) WHERE false)
SELECT "s"."a0" AS "c0",
  "s"."a1" AS "c1",
  "s"."a2" AS "c2",
  "q0"."good" AS "c3",
  "q0"."rows" AS "c4",
  "q0"."sample" AS "c5",
  "q1"."good" AS "c6",
  "q1"."rows" AS "c7",
  "q1"."sample" AS "c8",
  "s"."a3" AS "c9",
  "s"."a4" AS "c10",
  "q2"."good" AS "c11",
  "q2"."rows" AS "c12",
  "q2"."sample" AS "c13",
  "q3"."value" AS "c14",
  "q4"."value" AS "c15",
  "q5"."good" AS "c16",
  "q5"."rows" AS "c17",
  "q5"."sample" AS "c18"
FROM (SELECT count(*) AS "a0",
  count(*) FILTER (WHERE "id" IS NOT NULL) AS "a1",
  min(coalesce(substr(CAST("id" AS varchar), 1, 80), 'NULL')) FILTER (WHERE NOT ("id" IS NOT NULL)) AS "a2",
  count(*) FILTER (WHERE coalesce("id" > DECIMAL '0', false)) AS "a3",
  min(coalesce(substr(CAST("id" AS varchar), 1, 80), 'NULL')) FILTER (WHERE NOT (coalesce("id" > DECIMAL '0', false))) AS "a4"
FROM "primary") AS "s"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND true) AS "good", min(array_join(ARRAY[substr(CAST("id" AS varchar), 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE ("id" IS NOT NULL) GROUP BY "id")
) AS "q0"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "id" IS NOT NULL) AS "good", min(array_join(ARRAY[substr(CAST("id" AS varchar), 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (true) GROUP BY "id")
) AS "q1"
CROSS JOIN (SELECT count(*) FILTER (WHERE "r"."k0" IS NOT NULL) AS "good", count(*) AS "rows", min(array_join(ARRAY[substr(CAST("id" AS varchar), 1, 80)], ', ', 'NULL')) FILTER (WHERE "r"."k0" IS NULL) AS "sample"
FROM "primary" AS "p"
LEFT JOIN (SELECT DISTINCT "id" AS "k0" FROM "db"."other") AS "r" ON "p"."id" = "r"."k0"
) AS "q2"
CROSS JOIN (SELECT CAST((select count(*) from primary) AS varchar) AS "value"
) AS "q3"
CROSS JOIN (SELECT CAST((select max(id) from primary) AS varchar) AS "value"
) AS "q4"
CROSS JOIN (SELECT (SELECT count(*) FROM (select id from primary where id > 0)) AS "good", (SELECT count(*) FROM "primary") AS "rows", CAST(NULL AS varchar) AS "sample"
) AS "q5"
