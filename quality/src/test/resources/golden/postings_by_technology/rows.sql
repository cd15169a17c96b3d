SELECT * FROM (VALUES ('k1', 'Java'), ('k1', 'Kotlin'), ('k2', 'Java'), ('k3', ' ')) AS t (posting_key, technology_name)
