#!/usr/bin/env python3
"""Judges each file of a folder of odd and broken ones: `bench/messy.py FOLDER`.

CSV, JSON and Parquet, each under the contract that docs/messy-files.md says, one after another in one process of 256 MB of
heap. Prints one JSON document: how many files, what the first took, which loads the gate, which of the others took longest, and
which held most. How to build: measuring.py."""

import sys
import tempfile

import measuring

HEAP = 256


def main() -> int:
    parser = measuring.options(__doc__)
    parser.add_argument("folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sluice-bench-") as out:
        run = measuring.measure(measuring.java("validator", "sluice.validator.file.MessyBench", options.folder, out, heap=HEAP))
    return measuring.report("sluice.bench-messy/1", [run], heapBytes=HEAP << 20)


if __name__ == "__main__":
    sys.exit(main())
