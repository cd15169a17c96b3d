with asked as (

    select distinct
        postings.posted_on,
        postings.salary_currency,
        needed.quote
    from {{ ref('int_job_postings_deduplicated') }} as postings
    cross join unnest(array[postings.salary_currency, 'PLN', 'USD']) as needed (quote)
    where postings.posted_on is not null and postings.salary_currency is not null

),

-- One line of time a currency: its rates, and the days for which a posting asks.
timeline as (

    select
        quote,
        rate_date as day,
        rate_date,
        rate,
        cast(null as varchar) as salary_currency
    from {{ ref('currency_rates') }}
    where base = 'EUR' and quote in (select asked.quote from asked)

    union all

    select
        quote,
        posted_on as day,
        cast(null as date) as rate_date,
        cast(null as decimal(18, 8)) as rate,
        salary_currency
    from asked

),

-- As of a day: only rates of that day or earlier are eligible, and the latest of them wins.
answered as (

    select
        day,
        salary_currency,
        quote,
        last_value(rate_date) ignore nulls over (partition by quote order by day) as rate_date,
        last_value(rate) ignore nulls over (partition by quote order by day) as rate
    from timeline

)

select
    day as posted_on,
    salary_currency,
    -- rates are units for one euro, and one euro is one euro
    if(salary_currency = 'EUR', 1, max(rate) filter (where quote = salary_currency)) as salary_currency_rate,
    max(rate) filter (where quote = 'PLN') as pln_rate,
    max(rate) filter (where quote = 'USD') as usd_rate,
    min(rate_date) as rate_date
from answered
where salary_currency is not null
group by day, salary_currency
