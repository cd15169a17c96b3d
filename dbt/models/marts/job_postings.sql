select
    postings.posting_key,
    postings.source,
    postings.posting_id,
    postings.title,
    postings.company,
    postings.city as location,
    postings.is_remote,
    postings.seniority,
    postings.category,
    postings.posted_on,
    salaries.salary_currency,
    salaries.salary_period,
    {% for bound in ["min", "max", "mid"] -%}
    {% for currency in ["pln", "eur", "usd"] -%}
    salaries.salary_{{ bound }}_monthly_{{ currency }},
    {% endfor -%}
    {% endfor -%}
    salaries.fx_rate_date
from {{ ref('int_job_postings_deduplicated') }} as postings
left join {{ ref('int_salaries_converted') }} as salaries
    on postings.posting_key = salaries.posting_key
