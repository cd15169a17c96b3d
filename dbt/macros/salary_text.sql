{#
  Reads a salary as people write it: `CHF 80'000 - 100'000`, `£450 - 550 GBP/day`, `€60k–75k`, `115 - 125 CHF/hour`.
  Every macro takes the column; what cannot be read is null.
#}

{# Blanks, dashes and apostrophes of all kinds become plain ones, so that the patterns below stay short. #}
{% macro salary_text_plain(text) -%}
translate({{ text }}, '{{ "\u00a0\u202f\u2009\u2013\u2014\u2019" }}', '   --''')
{%- endmacro %}

{# The first amount for position 1, the second for 2; a single amount is both bounds. "60-75k" means 60 000 too. #}
{% macro salary_text_amount(text, position) -%}
{%- set number = "\\d{1,3}(?:[,'' .]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?" -%}
{%- set numbers = "regexp_extract_all(" ~ salary_text_plain(text) ~ ", '" ~ number ~ "')" -%}
{%- set found = "coalesce(element_at(" ~ numbers ~ ", " ~ position ~ "), element_at(" ~ numbers ~ ", 1))" -%}
{%- set ungrouped = "regexp_replace(" ~ found ~ ", '[,'' .](?=\\d{3}(?!\\d))', '')" -%}
{%- set factor = "if(regexp_like(" ~ text ~ ", '\\d\\s?[kK]\\b'), 1000, 1)" -%}
{{ to_decimal("try_cast(replace(" ~ ungrouped ~ ", ',', '.') as decimal(18, 2)) * " ~ factor) }}
{%- endmacro %}

{% macro salary_text_currency(text) -%}
case
    when regexp_like({{ text }}, '\b[A-Z]{3}\b') then regexp_extract({{ text }}, '\b[A-Z]{3}\b')
    {%- for sign, code in {"£": "GBP", "€": "EUR", "$": "USD", "zł": "PLN"}.items() %}
    when strpos({{ text }}, '{{ sign }}') > 0 then '{{ code }}'
    {%- endfor %}
end
{%- endmacro %}

{# A range without a unit is annual, as on the board. A unit that we do not convert (a week) gives null, so no wrong pay. #}
{% macro salary_text_period(text) -%}
{%- set words = {
    "hour": "\\b(?:hour|hourly|hr)\\b|/\\s*h\\b",
    "day": "\\b(?:day|daily|diem)\\b|/\\s*d\\b",
    "month": "\\b(?:month|monthly)\\b|/\\s*m\\b",
    "year": "\\b(?:year|yearly|annum|annual|annually)\\b|/\\s*y\\b",
} -%}
case
    when {{ text }} is null or not regexp_like({{ text }}, '\d') then null
    {%- for period, pattern in words.items() %}
    when regexp_like(lower({{ text }}), '{{ pattern }}') then '{{ period }}'
    {%- endfor %}
    when regexp_like(lower({{ text }}), '/|\bper\b|\bweek') then null
    else 'year'
end
{%- endmacro %}
