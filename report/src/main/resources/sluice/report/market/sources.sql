-- What readers see of each source: one row per source.
select
    source,
    count(*) as postings,
    count(salary_currency) as stating_pay,
    max(posted_on) filter (where posted_on <= current_date) as newest_posting,
    (select max(rate_date) from sluice_curated.currency_rates) as newest_rate
from sluice_curated.job_postings
group by source
order by source
