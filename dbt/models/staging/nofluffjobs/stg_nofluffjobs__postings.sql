{%- set cities = "transform(" ~ json_elements('location', '$.places') ~ ", place -> json_extract_scalar(place, '$.city'))" -%}
{%- set requirements = "filter(" ~ json_elements('tiles', '$.values')
    ~ ", tile -> json_extract_scalar(tile, '$.type') = 'requirement')" -%}

with source as (

    select * from {{ source('sluice_validated', 'nofluffjobs') }}

),

renamed as (

    select
        id as posting_id,
        {{ to_text('title') }} as title,
        {{ to_text('name') }} as company,
        -- the first place is often the pseudo city "Remote", and provinces have no city
        element_at(filter({{ cities }}, city -> lower(trim(city)) not in ('', 'remote')), 1) as city,
        -- the column fully_remote is false even where the location says true
        {{ to_boolean(json_text('location', '$.fullyRemote')) }} as is_remote,
        {{ to_seniority(json_text('seniority', '$[0]')) }} as seniority,
        lower({{ to_text('category') }}) as category,
        array[technology] || coalesce(
            transform({{ requirements }}, tile -> json_extract_scalar(tile, '$.value')), array[]
        ) as technologies,
        cast({{ epoch_millis_to_utc_timestamp('posted') }} as date) as posted_on,
        {{ epoch_millis_to_utc_timestamp('renewed') }} as renewed_at,
        coalesce({{ json_text('salary', '$.currency') }}, {{ to_text('requested_salary_currency') }}) as salary_currency,
        lower({{ to_text('requested_salary_period') }}) as salary_period,
        {{ to_decimal(json_text('salary', '$.from')) }} as salary_min,
        {{ to_decimal(json_text('salary', '$.to')) }} as salary_max,
        {{ to_utc_timestamp('_run_started_at') }} as _run_started_at,
        _source_object,
        {{ to_bigint('_row_number') }} as _row_number
    from source

)

select * from renamed
