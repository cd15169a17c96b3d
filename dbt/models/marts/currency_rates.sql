with ranked as (

    select
        rate_date,
        base,
        quote,
        rate,
        row_number() over (
            partition by rate_date, base, quote
            order by _run_started_at desc nulls last, _row_number desc nulls last
        ) as version_order
    from {{ ref('stg_currency_rates__rates') }}
    where rate_date is not null and base is not null and quote is not null and rate > 0

)

select
    rate_date,
    base,
    quote,
    rate
from ranked
where version_order = 1
