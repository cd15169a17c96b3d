other: SELECT * FROM (VALUES BIGINT '1') AS t (id)
