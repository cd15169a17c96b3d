package sluice.quarantine;

import sluice.lake.DatasetName;

/** Where the refused object can be found, with {@code .reason.json} beside it. */
public record QuarantineAnswer(DatasetName dataset, int part, String verdict, String object, String reason, String quarantineKey) {}
