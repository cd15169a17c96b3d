-- The boards show adverts with blank badges or none: this is the one place where they are left out.
select
    postings.posting_key,
    min(trim(technologies.name)) as technology_name
from {{ ref('int_job_postings_deduplicated') }} as postings
cross join unnest(postings.technologies) as technologies (name)
where trim(technologies.name) <> ''
-- "java" beside "Java" on one advert is one technology
group by postings.posting_key, lower(trim(technologies.name))
