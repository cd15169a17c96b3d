{{ config(materialized='table', table_type='hive') }}

{%- set columns = [
    "posting_id", "title", "company", "city", "is_remote", "seniority", "category", "technologies", "posted_on",
    "salary_currency", "salary_period", "salary_min", "salary_max",
] -%}

with postings as (

    {% for source in ["devitjobs", "nofluffjobs"] -%}
    select
        '{{ source }}' as source,
        {% for column in columns -%}
        {{ column }},
        {% endfor -%}
        renewed_at,
        _run_started_at,
        _source_object,
        _row_number
    from {{ ref("stg_" ~ source ~ "__postings") }}
    {% if not loop.last %}
    union all

    {% endif %}
    {%- endfor %}

),

ranked as (

    select
        source,
        {% for column in columns -%}
        {{ column }},
        {% endfor -%}
        row_number() over (
            partition by source, posting_id
            order by
                _run_started_at desc nulls last,
                coalesce(renewed_at, cast(posted_on as timestamp(3))) desc nulls last,
                _row_number desc nulls last,
                _source_object desc
        ) as version_order
    from postings
    where posting_id is not null

)

select
    {{ posting_key('source', 'posting_id') }} as posting_key,
    source,
    {% for column in columns -%}
    {{ column }}{{ "," if not loop.last }}
    {% endfor %}
from ranked
where version_order = 1
