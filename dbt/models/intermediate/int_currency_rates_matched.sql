with wanted as (

    select distinct
        postings.posted_on,
        currencies.currency
    from {{ ref('int_job_postings_deduplicated') }} as postings
    cross join unnest(array[postings.salary_currency, 'PLN', 'USD']) as currencies (currency)
    where postings.salary_currency is not null

),

rates as (

    select
        rate_date,
        quote,
        rate
    from {{ ref('stg_currency_rates__rates') }}
    where base = 'EUR' and rate > 0

)

select
    wanted.posted_on,
    wanted.currency,
    max(rates.rate_date) as rate_date,
    max_by(rates.rate, rates.rate_date) as rate
from wanted
inner join rates
    on wanted.currency = rates.quote
    and rates.rate_date <= wanted.posted_on
group by wanted.posted_on, wanted.currency
