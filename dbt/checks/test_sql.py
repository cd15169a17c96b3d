import pytest

from sql import Star, final_columns, stars, tokens


def test_comments_and_blanks_are_no_tokens():
    assert tokens("select a -- b, c\n, /* d\n */ 'e -- f' as \"G\"") == ["select", "a", ",", "'e -- f'", "as", '"G"']


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        ("select a, t.b, c as d from t", ["a", "b", "d"]),
        ("SELECT DISTINCT a, b FROM t", ["a", "b"]),
        ("select f(a, 'x, y') as g, array[1, 2] as h from t", ["g", "h"]),
        ("select (select max(x) from u) as m, n from t", ["m", "n"]),
        ("with s as (select x from t) select a, b from s", ["a", "b"]),
        ("with source as (select * from t), renamed as (select a, b as c from source) select * from renamed", ["a", "c"]),
        ("select a from t union all select b from u", ["b"]),
        ("select count(*) as n, extract(day from d) as day from t", ["n", "day"]),
    ],
)
def test_names_the_columns_of_the_last_select(sql, columns):
    assert final_columns(sql) == columns


def test_a_star_of_the_models_own_cte_is_spelled_out_there():
    assert stars("with renamed as (select a from t) select * from renamed") == []


@pytest.mark.parametrize(
    ("sql", "star"),
    [
        ("select * from t", Star("t", None)),
        ("with source as (select * from t) select a from source", Star("t", "source")),
        ("with other as (select * from t) select a from other", Star("t", "other")),
        ("with a as (select x from t) select u.* from u join a on true", Star("u", None)),
        ("with a as (select x from t) select x, * from u", Star("u", None)),
        ("with __dbt__cte__e as (select x from t) select * from __dbt__cte__e", Star("__dbt__cte__e", None)),
    ],
)
def test_any_other_star_is_seen_with_where_it_stands(sql, star):
    assert stars(sql) == [star]


def test_counting_and_multiplying_are_no_stars():
    assert stars("select count(*), a * b, 'select * from t' from t") == []


def test_a_bracket_without_an_end_is_refused():
    with pytest.raises(ValueError, match="a bracket is never closed"):
        final_columns("with a as (select b from c")
