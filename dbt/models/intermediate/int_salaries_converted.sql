{%- set bounds = ["min", "max", "mid"] -%}
{%- set target_rates = {"PLN": "pln_rate", "EUR": "1", "USD": "usd_rate"} -%}

with monthly as (

    select
        posting_key,
        posted_on,
        salary_currency,
        salary_period,
        {{ to_monthly('salary_min', 'salary_period') }} as stated_min,
        {{ to_monthly('salary_max', 'salary_period') }} as stated_max
    from {{ ref('int_job_postings_deduplicated') }}

),

ordered as (

    select
        posting_key,
        posted_on,
        salary_currency,
        salary_period,
        -- least and greatest are null as soon as one bound is
        coalesce(least(stated_min, stated_max), stated_min) as min_monthly,
        coalesce(greatest(stated_min, stated_max), stated_max) as max_monthly,
        {{ midpoint('stated_min', 'stated_max') }} as mid_monthly
    from monthly

),

rates as (

    select
        posted_on,
        currency,
        rate_date,
        cast(rate as double) as rate
    from {{ ref('int_currency_rates_matched') }}

),

rated as (

    select
        ordered.posting_key,
        ordered.salary_currency,
        ordered.salary_period,
        ordered.min_monthly,
        ordered.max_monthly,
        ordered.mid_monthly,
        if(ordered.salary_currency = 'EUR', 1, own.rate) as own_rate,
        pln.rate as pln_rate,
        usd.rate as usd_rate,
        -- the oldest of the rates that the conversions of this posting use
        least(
            if(ordered.salary_currency = 'EUR', pln.rate_date, own.rate_date),
            pln.rate_date,
            usd.rate_date
        ) as fx_rate_date
    from ordered
    left join rates as own
        on ordered.posted_on = own.posted_on and ordered.salary_currency = own.currency
    left join rates as pln
        on ordered.posted_on = pln.posted_on and pln.currency = 'PLN'
    left join rates as usd
        on ordered.posted_on = usd.posted_on and usd.currency = 'USD'
    where ordered.mid_monthly is not null and ordered.salary_currency is not null

)

select
    posting_key,
    salary_currency,
    salary_period,
    {% for bound in bounds -%}
    {% for currency, rate in target_rates.items() -%}
    {{ convert_pay(bound ~ "_monthly", "salary_currency", "own_rate", currency, rate) }} as salary_{{ bound }}_monthly_{{ currency | lower }},
    {% endfor -%}
    {% endfor -%}
    fx_rate_date
from rated
