{# Casts that answer null where the text is not what it should be: one bad value never fails a build. #}

{% macro to_text(expression) -%}
nullif(trim({{ expression }}), '')
{%- endmacro %}

{% macro to_boolean(expression) -%}
try_cast({{ expression }} as boolean)
{%- endmacro %}

{% macro to_bigint(expression) -%}
try_cast({{ expression }} as bigint)
{%- endmacro %}

{% macro to_decimal(expression, precision=18, scale=2) -%}
try_cast({{ expression }} as decimal({{ precision }}, {{ scale }}))
{%- endmacro %}

{# The calendar day as the source wrote it: a time and an offset behind the day are not followed. #}
{% macro to_date(expression) -%}
try_cast(substr(trim({{ expression }}), 1, 10) as date)
{%- endmacro %}

{# ISO-8601 text in UTC, as the lineage columns hold it. (from_iso8601_timestamp costs five times as much.) #}
{% macro to_utc_timestamp(expression) -%}
try_cast(replace(trim(trailing 'Z' from {{ expression }}), 'T', ' ') as timestamp(3))
{%- endmacro %}

{% macro epoch_millis_to_utc_timestamp(expression) -%}
try(cast(from_unixtime(try_cast({{ expression }} as bigint) / 1000e0) at time zone 'UTC' as timestamp(3)))
{%- endmacro %}

{% macro to_text_array(expression) -%}
try(cast(json_parse({{ expression }}) as array(varchar)))
{%- endmacro %}

{% macro json_text(expression, path) -%}
nullif(trim(json_extract_scalar({{ expression }}, '{{ path }}')), '')
{%- endmacro %}

{# The elements of a JSON array at a path, each as JSON; null where there is no array. #}
{% macro json_elements(expression, path) -%}
try(cast(json_extract({{ expression }}, '{{ path }}') as array(json)))
{%- endmacro %}
