{%- set salary = "coalesce(salary_text, salary_annual)" -%}

with source as (

    select * from {{ source('sluice_validated', 'devitjobs') }}

),

renamed as (

    select
        id as posting_id,
        {{ to_text('title') }} as title,
        {{ to_text('company') }} as company,
        -- "Remote (Zug)" names a city, "Remote" does not
        {{ to_text("regexp_replace(place, '(?i)^\\s*remote\\s*(?:\\((.*)\\))?\\s*$', '$1')") }} as city,
        regexp_like(place, '(?i)\bremote\b') as is_remote,
        {{ to_seniority('level') }} as seniority,
        cast(null as varchar) as category,
        {{ to_text_array('technologies') }} as technologies,
        {{ to_date('posted_at') }} as posted_on,
        cast(null as timestamp(3)) as renewed_at,
        {{ salary_text_currency(salary) }} as salary_currency,
        {{ salary_text_period(salary) }} as salary_period,
        {{ salary_text_amount(salary, 1) }} as salary_min,
        {{ salary_text_amount(salary, 2) }} as salary_max,
        {{ to_utc_timestamp('_run_started_at') }} as _run_started_at,
        _source_object,
        {{ to_bigint('_row_number') }} as _row_number
    from source

)

select * from renamed
