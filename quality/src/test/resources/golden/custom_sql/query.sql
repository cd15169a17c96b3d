WITH "primary" AS (SELECT * FROM (VALUES 1, 2, 3) AS t (id))
SELECT "q0"."value" AS "c0",
  "q1"."value" AS "c1",
  "q2"."value" AS "c2",
  "q3"."value" AS "c3",
  "q4"."good" AS "c4",
  "q4"."rows" AS "c5",
  "q4"."sample" AS "c6",
  "q5"."good" AS "c7",
  "q5"."rows" AS "c8",
  "q5"."sample" AS "c9",
  "q6"."value" AS "c10"
FROM (SELECT CAST((select count(*) from primary) AS varchar) AS "value"
) AS "q0"
CROSS JOIN (SELECT CAST((select avg(id * 1.5e0) from primary) AS varchar) AS "value"
) AS "q1"
CROSS JOIN (SELECT CAST((select count(*) from primary where "id" > 1 and 'a)' <> '(') AS varchar) AS "value"
) AS "q2"
CROSS JOIN (SELECT CAST((with t as (select * from primary) select (select sum(n) from siblings) - max(id) from t) AS varchar) AS "value"
) AS "q3"
CROSS JOIN (SELECT (SELECT count(*) FROM (select id from primary where id > 0)) AS "good", (SELECT count(*) FROM "primary") AS "rows", CAST(NULL AS varchar) AS "sample"
) AS "q4"
CROSS JOIN (SELECT (SELECT count(*) FROM (select id from primary where id > 1)) AS "good", (SELECT count(*) FROM "primary") AS "rows", CAST(NULL AS varchar) AS "sample"
) AS "q5"
CROSS JOIN (SELECT CAST((select 'many' from primary limit 1) AS varchar) AS "value"
) AS "q6"
