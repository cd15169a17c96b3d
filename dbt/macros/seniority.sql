{# The sources' words for a level as one lower-case vocabulary; a word we do not know stays as it is, in lower case. #}
{% macro to_seniority(expression) -%}
{%- set synonyms = {
    "junior": ["entry", "entry-level", "graduate"],
    "mid": ["regular", "medior", "middle", "mid-level", "intermediate"],
    "lead": ["team lead", "tech lead", "head"],
    "expert": ["principal", "staff", "architect"],
    "trainee": ["intern", "internship", "student"],
} -%}
case
    {%- for word, others in synonyms.items() %}
    when lower(trim({{ expression }})) in ('{{ others | join("', '") }}') then '{{ word }}'
    {%- endfor %}
    else lower({{ to_text(expression) }})
end
{%- endmacro %}
