-- Monthly pay by technology, from the middle of each advert's range: one row per technology and currency.
-- Quartiles are exact: the amounts are sorted and counted off.
-- Only the technologies that most adverts with pay name, three rows each.
with paid as (
    select
        min(technologies.technology_name) as technology,
        pay.currency,
        array_sort(array_agg(pay.amount)) as amounts,
        count(*) as postings
    from sluice_curated.job_postings as job
    join sluice_curated.postings_by_technology as technologies
        on technologies.posting_key = job.posting_key
    cross join unnest(
        array['PLN', 'EUR', 'USD'],
        array[
            cast(job.salary_mid_monthly_pln as double),
            cast(job.salary_mid_monthly_eur as double),
            cast(job.salary_mid_monthly_usd as double)
        ]
    ) as pay (currency, amount)
    where pay.amount is not null
    -- Boards spell it "java" and "Java", the capital sorts first and is printed.
    group by lower(technologies.technology_name), pay.currency
)
select
    technology,
    currency,
    postings,
    amounts[(postings + 3) / 4] as lower_quartile,
    (amounts[(postings + 1) / 2] + amounts[postings / 2 + 1]) / 2 as median,
    amounts[(postings * 3 + 3) / 4] as upper_quartile
from paid
order by postings desc, technology, currency
limit 300
