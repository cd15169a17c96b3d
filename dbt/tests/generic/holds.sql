{# The condition is never false; where it is null (a posting without pay) it does not apply. #}
{% test holds(model, condition) %}

select 1 as failed
from {{ model }}
where not ({{ condition }})

{% endtest %}
