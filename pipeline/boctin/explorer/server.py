"""`boctin serve`: where the page is to be reached, and Datasette with our plugin behind it."""

import errno
import getpass
import ipaddress
import socket
import sys
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from boctin.archive import ArchiveError, up_to_date
from boctin.explorer import DEFAULT_PORT
from boctin.explorer.corrections import Corrections, store_of
from boctin.explorer.tables import metadata

_MOST_ROWS = 2000
_SQL_TIME_LIMIT_MS = 3000


class ServeError(Exception):
    """The page cannot be opened: no Datasette, no archive, a port in use."""


@dataclass(frozen=True)
class Explorer:
    """What the pages know of the archive that they show."""

    name: str
    corrections: Corrections
    edit: bool = False
    who: str = ""
    hosts: frozenset[str] = field(default_factory=frozenset)


def serve(
    out: Path | str, *, host: str = "127.0.0.1", port: int = DEFAULT_PORT, edit: bool = False, who: str = ""
) -> None:
    """Serve the page of an archive until it is stopped; the index is brought up to date before.

    Raises ServeError when Datasette is not installed, `out` is no archive, the port is in use, or corrections would be
    open to other machines.
    """
    if edit and not is_loopback(host):
        raise ServeError(f"--edit takes corrections from this machine only; {host} is open to others")
    try:
        import uvicorn

        app = make_app(out, edit=edit, who=who, hosts=_names_of(host))
    except ModuleNotFoundError as error:
        raise ServeError(f"the page needs {error.name}: pip install 'boctin[explorer]'") from None
    with listen(host, port) as opened:
        shown = f"[{host}]" if ":" in host else host
        print(f"boctin: http://{shown}:{opened.getsockname()[1]}/  (Ctrl+C: stop)", file=sys.stderr, flush=True)
        config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=2)
        uvicorn.Server(config).run(sockets=[opened])


def make_app(out: Path | str, *, edit: bool = False, who: str = "", hosts: frozenset[str] = frozenset()) -> Any:
    """The ASGI application of an archive's page. `hosts` are the names it answers to; empty: any."""
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.plugins import pm

    from boctin.explorer import plugin

    try:
        index = up_to_date(out)
    except ArchiveError as error:
        raise ServeError(str(error)) from None
    if not pm.has_plugin("boctin"):
        # Registered here and not as an entry point: other Datasettes of this environment stay as they are.
        pm.register(plugin, "boctin")
    here = files("boctin.explorer")
    datasette = Datasette(
        [],
        template_dir=str(here / "templates"),
        static_mounts=[("page", str(here / "static"))],
        settings={
            "sql_time_limit_ms": _SQL_TIME_LIMIT_MS,
            "max_returned_rows": _MOST_ROWS,
            "allow_download": False,
            "suggest_facets": False,
        },
        metadata=metadata(),
    )
    datasette.add_database(Database(datasette, path=str(index), is_mutable=False), name="archive")
    source = Path(out)
    datasette.boctin = Explorer(
        name=source.resolve().name,
        corrections=store_of(source),
        edit=edit,
        who=who or _user(),
        hosts=hosts,
    )
    return datasette.app()


def listen(host: str, port: int) -> socket.socket:
    """A socket at that address. Raises ServeError when another program has it, or there is no such address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Without this a page that was just stopped would hold its port for a minute.
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(128)
    except OSError as error:
        opened.close()
        hint = "another program uses it; choose another with --port" if error.errno in _IN_USE else error.strerror
        raise ServeError(f"port {port} of {host}: {hint}") from None
    return opened


_IN_USE = {errno.EADDRINUSE}


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _names_of(host: str) -> frozenset[str]:
    """The Host headers that are answered: a page elsewhere whose name leads here (DNS rebinding) is not."""
    return frozenset({"localhost", "127.0.0.1", "[::1]", host}) if is_loopback(host) else frozenset()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
