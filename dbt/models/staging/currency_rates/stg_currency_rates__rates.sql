with source as (

    select * from {{ source('sluice_validated', 'currency_rates') }}

),

renamed as (

    select
        {{ to_date('rate_date') }} as rate_date,
        {{ to_text('base') }} as base,
        {{ to_text('quote') }} as quote,
        {{ to_decimal('rate', 18, 8) }} as rate,
        {{ to_utc_timestamp('_run_started_at') }} as _run_started_at,
        {{ to_bigint('_row_number') }} as _row_number
    from source
    -- Every load brings the whole history, so the newest day's loads are all there is to read.
    where ingest_date = (select max(source.ingest_date) from source)

)

select * from renamed
