package sluice.report.model;

/** One object the run wrote, as its manifest names it. */
public record LakeFile(String dataset, String key, long rows, long bytes, String sha256) {}
