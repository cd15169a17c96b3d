{%- set rates = {"PLN": "rates.pln_rate", "EUR": "1", "USD": "rates.usd_rate"} -%}

with monthly as (

    select
        posting_key,
        source,
        posting_id,
        title,
        company,
        city,
        is_remote,
        seniority,
        category,
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
        source,
        posting_id,
        title,
        company,
        city,
        is_remote,
        seniority,
        category,
        posted_on,
        salary_currency,
        salary_period,
        -- least and greatest are null as soon as one of the two is
        coalesce(least(stated_min, stated_max), stated_min) as salary_min,
        coalesce(greatest(stated_min, stated_max), stated_max) as salary_max,
        {{ midpoint('stated_min', 'stated_max') }} as salary_mid
    from monthly

)

select
    postings.posting_key,
    postings.source,
    postings.posting_id,
    postings.title,
    postings.company,
    postings.city,
    postings.is_remote,
    postings.seniority,
    postings.category,
    postings.posted_on,
    if(postings.salary_mid is not null, postings.salary_currency) as salary_currency,
    if(postings.salary_mid is not null, postings.salary_period) as salary_period,
    {% for bound in ["min", "max", "mid"] -%}
    {% for currency, rate in rates.items() -%}
    {{ convert_pay("postings.salary_" ~ bound, "postings.salary_currency", "rates.salary_currency_rate", currency, rate) }}
        as salary_{{ bound }}_monthly_{{ currency | lower }},
    {% endfor -%}
    {% endfor -%}
    if(postings.salary_mid is not null and rates.salary_currency_rate is not null, rates.rate_date) as fx_rate_date
from ordered as postings
left join {{ ref('int_currency_rates_matched') }} as rates
    on postings.posted_on = rates.posted_on
    and postings.salary_currency = rates.salary_currency
