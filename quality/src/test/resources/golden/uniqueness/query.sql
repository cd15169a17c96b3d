WITH "primary" AS (SELECT * FROM (VALUES
  (1, 'x', 'p', NULL), (2, 'x', 'q', NULL), (3, 'y', 'p', 'same'), (4, 'y', NULL, 'same'), (5, 'z', 'p', 'other')
) AS t (id, a, b, n))
SELECT "q0"."good" AS "c0",
  "q0"."rows" AS "c1",
  "q0"."sample" AS "c2",
  "q1"."good" AS "c3",
  "q1"."rows" AS "c4",
  "q1"."sample" AS "c5",
  "q2"."good" AS "c6",
  "q2"."rows" AS "c7",
  "q2"."sample" AS "c8",
  "q3"."good" AS "c9",
  "q3"."rows" AS "c10",
  "q3"."sample" AS "c11",
  "q4"."good" AS "c12",
  "q4"."rows" AS "c13",
  "q4"."sample" AS "c14",
  "q5"."good" AS "c15",
  "q5"."rows" AS "c16",
  "q5"."sample" AS "c17",
  "q6"."good" AS "c18",
  "q6"."rows" AS "c19",
  "q6"."sample" AS "c20",
  "q7"."good" AS "c21",
  "q7"."rows" AS "c22",
  "q7"."sample" AS "c23",
  "q8"."good" AS "c24",
  "q8"."rows" AS "c25",
  "q8"."sample" AS "c26",
  "q9"."good" AS "c27",
  "q9"."rows" AS "c28",
  "q9"."sample" AS "c29"
FROM (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND true) AS "good", min(array_join(ARRAY[substr(CAST("id" AS varchar), 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE ("id" IS NOT NULL) GROUP BY "id")
) AS "q0"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND true) AS "good", min(array_join(ARRAY[substr("a", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE ("a" IS NOT NULL) GROUP BY "a")
) AS "q1"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND true) AS "good", min(array_join(ARRAY[substr("a", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (id in (1, 3, 5)) AND ("a" IS NOT NULL) GROUP BY "a")
) AS "q2"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND true) AS "good", min(array_join(ARRAY[substr("n", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE ("n" IS NOT NULL) GROUP BY "n")
) AS "q3"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND true) AS "good", min(array_join(ARRAY[substr("n", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (id <> 4) AND ("n" IS NOT NULL) GROUP BY "n")
) AS "q4"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "id" IS NOT NULL) AS "good", min(array_join(ARRAY[substr(CAST("id" AS varchar), 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (true) GROUP BY "id")
) AS "q5"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "n" IS NOT NULL) AS "good", min(array_join(ARRAY[substr("n", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (id = 1 or id = 5) AND (true) GROUP BY "n")
) AS "q6"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "a" IS NOT NULL AND "b" IS NOT NULL) AS "good", min(array_join(ARRAY[substr("a", 1, 80), substr("b", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (true) GROUP BY "a", "b")
) AS "q7"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "a" IS NOT NULL AND "b" IS NOT NULL) AS "good", min(array_join(ARRAY[substr("a", 1, 80), substr("b", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (b is not null) AND (true) GROUP BY "a", "b")
) AS "q8"
CROSS JOIN (SELECT coalesce(sum("n") FILTER (WHERE "good"), 0) AS "good", coalesce(sum("n"), 0) AS "rows", min("shown") FILTER (WHERE NOT "good") AS "sample"
FROM (SELECT count(*) AS "n", (count(*) = 1 AND "a" IS NOT NULL) AS "good", min(array_join(ARRAY[substr("a", 1, 80)], ', ', 'NULL')) AS "shown"
FROM "primary" WHERE (true) GROUP BY "a")
) AS "q9"
