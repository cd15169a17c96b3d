{#- A schema of its own is taken by its very name: Elementary keeps the history of both slots in one database. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
