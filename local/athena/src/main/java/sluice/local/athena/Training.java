package sluice.local.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sluice.local.athena.api.AthenaApi;

/** Runs once through what dbt asks of Athena, so that the JVM can keep the classes this takes in its ahead-of-time cache. */
final class Training {
    /** Over a lake in a folder, in this order; the database exists already. */
    static final List<String> STATEMENTS = List.of(
            """
            create or replace view raw as
            select cast(id as varchar) as id, name, cast(day as varchar) as day, '{"pay":[1,2.5]}' as more
            from (values (1, 'Ann', date '2026-01-01'), (2, null, date '2026-01-02'), (2, 'Bo', date '2026-01-03')) as t(id, name, day)
            """,
            """
            create table plain with (table_type='hive', is_external=true, external_location='local:///training/plain', format='parquet', partitioned_by=ARRAY['day'])
            as select id, name, more, day from raw
            """,
            """
            create table iced with (table_type='iceberg', is_external=false, location='local:///training/iced', format='parquet', partitioning=ARRAY['month(at)'])
            as with numbered as (
                select try_cast(id as integer) as id, name, cast(try_cast(day as date) as timestamp(6)) as at,
                    try_cast(json_extract_scalar(more, '$.pay[1]') as decimal(10, 2)) as pay,
                    row_number() over (partition by id order by day desc) as number
                from plain)
            select id, coalesce(nullif(trim(lower(name)), ''), 'nobody') as name, at, pay, regexp_replace(name, '[^a-z]', '') as bare, name is null as is_nameless
            from numbered where number = 1
            """,
            "alter table `training`.`iced` rename to `training`.`mart`",
            """
            merge into mart as target using (select 2 as id, 'cy' as name union all select 3, 'di') as source on target.id = source.id
            when matched then update set name = source.name
            when not matched then insert (id, name, at, pay, bare, is_nameless) values (source.id, source.name, timestamp '2026-02-01 00:00:00', 1.5, null, false)
            """,
            "insert into mart (id, name) select cast(rand() * 100 as integer), word from unnest(split('a b c', ' ')) as t(word)",
            "delete from mart where name = 'a'",
            "create or replace view reading as select m.id, m.name, p.day, m.pay from mart m left join plain p on cast(m.id as varchar) = p.id",
            "select name, count(*) as n, approx_percentile(pay, 0.5) as middle, max(day) as latest from reading group by name having count(*) > 0 order by n desc, name limit 10",
            "select count(*) as failures, count(*) != 0 as should_warn from (select id from mart where id is not null group by id having count(*) > 1) as dbt_internal_test",
            "select \"$path\", name from plain where day between '2026-01-01' and '2026-01-02'",
            "select array_agg(name), map(array[1], array['x']), current_timestamp, cast(row(1, 'a') as row(n integer, s varchar)) from mart where false",
            "select * from \"mart$snapshots\"",
            "optimize mart rewrite data using bin_pack",
            "vacuum mart",
            "show databases",
            "select nothing from nowhere");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AthenaApi api;

    Training(AthenaApi api) {
        this.api = api;
    }

    /** @throws IllegalStateException when a statement but the last, which is wrong on purpose, does not succeed */
    void run() throws IOException {
        for (String statement : STATEMENTS) {
            JsonNode started = call("StartQueryExecution", JSON.createObjectNode().put("QueryString", statement)
                    .set("QueryExecutionContext", JSON.createObjectNode().put("Database", "training")));
            JsonNode id = JSON.createObjectNode().set("QueryExecutionId", started.path("QueryExecutionId"));
            JsonNode status = followed(id);
            boolean succeeded = status.path("State").asText().equals("SUCCEEDED");
            if (succeeded == statement.equals(STATEMENTS.getLast())) {
                throw new IllegalStateException("the training's statement ended otherwise than it should: " + statement.strip() + "\n" + started + status);
            }
            if (succeeded) {
                call("GetQueryResults", id);
            }
        }
    }

    private JsonNode followed(JsonNode id) throws IOException {
        while (true) {
            JsonNode status = call("GetQueryExecution", id).path("QueryExecution").path("Status");
            if (!List.of("QUEUED", "RUNNING").contains(status.path("State").asText())) {
                return status;
            }
        }
    }

    private JsonNode call(String operation, JsonNode request) throws IOException {
        return JSON.readTree(api.answer("AmazonAthena." + operation, request.toString().getBytes(StandardCharsets.UTF_8)).body());
    }
}
