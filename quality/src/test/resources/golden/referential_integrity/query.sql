WITH "primary" AS (SELECT * FROM (VALUES (BIGINT '1', 'Kraków', 'PL'), (2, 'Wien', 'AT'), (3, 'Graz', NULL), (4, 'Bonn', 'PL')) AS t (id, city, state))
SELECT "q0"."good" AS "c0",
  "q0"."rows" AS "c1",
  "q0"."sample" AS "c2",
  "q1"."good" AS "c3",
  "q1"."rows" AS "c4",
  "q1"."sample" AS "c5",
  "q2"."good" AS "c6",
  "q2"."rows" AS "c7",
  "q2"."sample" AS "c8"
FROM (SELECT count(*) FILTER (WHERE "r"."k0" IS NOT NULL) AS "good", count(*) AS "rows", min(array_join(ARRAY[substr(CAST("id" AS varchar), 1, 80)], ', ', 'NULL')) FILTER (WHERE "r"."k0" IS NULL) AS "sample"
FROM "primary" AS "p"
LEFT JOIN (SELECT DISTINCT "id" AS "k0" FROM "db"."places") AS "r" ON "p"."id" = "r"."k0"
) AS "q0"
CROSS JOIN (SELECT count(*) FILTER (WHERE "r"."k0" IS NOT NULL) AS "good", count(*) AS "rows", min(array_join(ARRAY[substr("city", 1, 80)], ', ', 'NULL')) FILTER (WHERE "r"."k0" IS NULL) AS "sample"
FROM "primary" AS "p"
LEFT JOIN (SELECT DISTINCT "name" AS "k0" FROM "db"."places") AS "r" ON "p"."city" = "r"."k0"
) AS "q1"
CROSS JOIN (SELECT count(*) FILTER (WHERE "r"."k0" IS NOT NULL) AS "good", count(*) AS "rows", min(array_join(ARRAY[substr("city", 1, 80), substr("state", 1, 80)], ', ', 'NULL')) FILTER (WHERE "r"."k0" IS NULL) AS "sample"
FROM "primary" AS "p"
LEFT JOIN (SELECT DISTINCT "name" AS "k0", "country" AS "k1" FROM "db"."places") AS "r" ON "p"."city" = "r"."k0" AND "p"."state" = "r"."k1"
) AS "q2"
