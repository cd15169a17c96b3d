-- Postings by day and source: one row per day and source over the 30 days up to the newest posting.
-- Days in the future are the source's mistake and would move the window.
with newest as (
    select max(posted_on) as day
    from sluice_curated.job_postings
    where posted_on <= current_date
)
select
    job.posted_on as day,
    job.source,
    count(*) as postings,
    count(job.salary_currency) as stating_pay
from sluice_curated.job_postings as job
cross join newest
where job.posted_on between date_add('day', -29, newest.day) and newest.day
group by 1, 2
order by 1, 2
