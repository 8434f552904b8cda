"""A local Bot API server that speaks as Telegram does, for tests and for trying a bot out.

It knows nothing of any particular bot: any program that speaks the Bot API over HTTP can be
pointed at it. `Sandbox` is the server, `SandboxClient` plays the people.
"""

from sandbox.faults import Faults
from sandbox.limits import Limits

__all__ = ["Faults", "Limits"]
