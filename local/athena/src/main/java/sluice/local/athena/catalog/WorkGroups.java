package sluice.local.athena.catalog;

/** Knows the workgroups. */
public interface WorkGroups {
    /** @throws UnknownWorkGroupException when there is none of that name */
    WorkGroup find(String name);
}
