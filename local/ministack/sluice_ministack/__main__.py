"""``python -m sluice_ministack [--lifeline]``: the local AWS."""

from __future__ import annotations

import logging
import os
import socket
import sys
import tempfile

from . import scratch
from .patching import IncompatibleMiniStack, require_version
from .settings import InvalidSettings, Settings


def main(arguments: list[str]) -> int:
    unknown = [argument for argument in arguments if argument != "--lifeline"]
    if unknown:
        print(f"Unknown option {unknown[0]}; expected --lifeline", file=sys.stderr)
        return 2
    environment = {**os.environ, **({"SLUICE_LIFELINE": "1"} if "--lifeline" in arguments else {})}
    try:
        require_version()
        settings = Settings.of(environment)
        listener = _listen(settings.port)
        return _run(settings, listener)
    except (InvalidSettings, IncompatibleMiniStack) as error:
        print(error, file=sys.stderr)
        return 2


def _listen(port: int) -> socket.socket:
    """Bound before anything else is done, so that the port that is announced is the one that is kept."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        raise InvalidSettings(f"GATEWAY_PORT is {port}, but 127.0.0.1:{port} cannot be used: {error.strerror}") from error
    # From here on a client that connects waits instead of being refused.
    listener.listen(128)
    return listener


def _run(settings: Settings, listener: socket.socket) -> int:
    folder = scratch.make(settings.state_dir / "tmp" if settings.state_dir else None)
    try:
        os.environ.setdefault("LOG_LEVEL", "WARNING")
        os.environ.update(settings.for_ministack(listener.getsockname()[1], folder))
        # Looking for the folder's parent has fixed Python's own idea of where temporary files belong.
        tempfile.tempdir = str(folder)
        # Only now: MiniStack reads its environment while it is imported.
        from .server import Emulator

        Emulator(settings, folder, listener).run()
    finally:
        scratch.remove(folder)
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
    # Executions may still sleep in threads that nothing can wake; all that had to be ended or saved has been.
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
