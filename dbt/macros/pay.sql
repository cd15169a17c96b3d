{# An amount of one period as pay per month, by the project's hours and days; an unknown period gives null. #}
{% macro to_monthly(amount, period) -%}
case {{ period }}
    when 'hour' then cast({{ amount }} as double) * {{ var('hours_per_month') }}
    when 'day' then cast({{ amount }} as double) * {{ var('days_per_year') }} / 12
    when 'month' then cast({{ amount }} as double)
    when 'year' then cast({{ amount }} as double) / 12
end
{%- endmacro %}

{# The middle of a range; where only one bound is stated, that bound. #}
{% macro midpoint(low, high) -%}
coalesce(({{ low }} + {{ high }}) / 2, {{ low }}, {{ high }})
{%- endmacro %}

{#
  Rates are units of a currency for one euro, so every way goes over the euro.
  Pay that is already in the wanted currency is never converted: it stays exact, and it stays when there is no rate.
#}
{% macro convert_pay(amount, currency, rate, wanted_currency, wanted_rate) -%}
{{ to_decimal("round(case when " ~ currency ~ " = '" ~ wanted_currency ~ "' then " ~ amount
    ~ " else " ~ amount ~ " / " ~ rate ~ " * " ~ wanted_rate ~ " end, 2)") }}
{%- endmacro %}
