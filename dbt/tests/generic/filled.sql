{# None of the columns is null in any row: one query for all of them. #}
{% test filled(model, columns) %}

select {{ columns | join(', ') }}
from {{ model }}
where {{ columns | join(' is null or ') }} is null

{% endtest %}
