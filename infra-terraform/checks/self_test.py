"""The checks' own tests: what they compare with what."""

from __future__ import annotations

import io
import unittest
from pathlib import Path

from checks.outcome import Failed


def passed() -> str:
    suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent), top_level_dir=str(Path(__file__).parent.parent))
    told = io.StringIO()
    result = unittest.TextTestRunner(stream=told).run(suite)
    if not result.wasSuccessful():
        raise Failed(told.getvalue().strip()[-2000:])
    return f"{result.testsRun} tests of what the checks compare"
