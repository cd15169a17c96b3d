job_postings: SELECT * FROM (VALUES 'k1', 'k2') AS t (posting_key)
