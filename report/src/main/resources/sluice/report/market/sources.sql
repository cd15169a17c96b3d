-- What readers see of each source: one row per source.
select
    source,
    count(*) as postings,
    count(coalesce(salary_mid_monthly_pln, salary_mid_monthly_eur, salary_mid_monthly_usd)) as stating_pay,
    max(posted_on) as newest_posting,
    (select max(rate_date) from sluice_curated.currency_rates) as newest_rate
from sluice_curated.job_postings
group by source
order by source
