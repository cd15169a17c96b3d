{# The same posting has the same key in every run: nothing but the source's name and the source's own id goes into it. #}
{% macro posting_key(source, posting_id) -%}
lower(to_hex(md5(to_utf8({{ source }} || '|' || {{ posting_id }}))))
{%- endmacro %}
