"""What Datasette asks its plugins: our routes, and headers that keep the page on this machine."""

import traceback
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from typing import Any
from urllib.parse import quote

from datasette import hookimpl
from markupsafe import Markup

from boctin.archive.connection import add_functions
from boctin.explorer import pages, tables
from boctin.view.rows import number

# Our own pages hold no inline script and no inline style; Datasette's tables need both.
_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_DATASETTE = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
]
_OUR_PATHS = ("/search", "/article/", "/person/", "/place/", "/page/", "/help")


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return [
        (r"^/$", pages.start),
        (r"^/search$", pages.results),
        (r"^/help$", pages.guide),
        (r"^/article/(?P<id>[0-9a-f]{1,64})$", pages.article),
        (r"^/article/(?P<id>[0-9a-f]{1,64})\.json$", pages.article_json),
        (r"^/article/(?P<id>[0-9a-f]{1,64})/corrections$", pages.correct),
        (r"^/person/(?P<id>[^/]{1,200})$", pages.person),
        (r"^/place/(?P<id>[^/]{1,60})$", pages.place),
        (r"^/page/view\.css$", pages.view_style),
    ]


@hookimpl
def prepare_connection(conn: Any) -> None:
    """The functions of ready questions, and 64 MiB of an archive's pages at hand: SQLite's own 2 hold a few hundred."""
    conn.execute("PRAGMA cache_size = -65536")
    add_functions(conn)


@hookimpl
def extra_template_vars(datasette: Any) -> dict[str, Any]:
    return {"explorer": getattr(datasette, "boctin", None), "table_names": tables.names(), "number": number}


@hookimpl
def render_cell(value: Any, column: str, datasette: Any) -> Any:
    """In the tables of Datasette, articles, people and places lead to their pages."""
    page = {"article_id": "article", "story_id": "article", "person_id": "person", "unit_id": "place"}.get(column)
    if page is None or not isinstance(value, str) or not hasattr(datasette, "boctin"):
        return None
    return Markup('<a href="/{}/{}">{}</a>').format(page, quote(value), value)


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any, None]:
    """A page of ours for what goes wrong. For a mistyped address Datasette would print the values of all variables."""
    outcome = yield
    if hasattr(datasette, "boctin"):
        if not hasattr(exception, "status"):
            traceback.print_exception(exception)
        outcome.force_result([partial(pages.failure, request, datasette, exception)])


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    def wrapped(app: Any) -> Any:
        async def guarded(scope: dict[str, Any], receive: Any, send: Any) -> None:
            explorer = getattr(datasette, "boctin", None)
            if scope["type"] != "http" or explorer is None:
                await app(scope, receive, send)
            elif explorer.hosts and _host(scope) not in explorer.hosts:
                await _refuse(send, "This page answers to this machine's own names only.")
            else:
                await app(scope, receive, _with_headers(scope["path"], send))

        return guarded

    return wrapped


def _host(scope: dict[str, Any]) -> str:
    given = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    name, _, port = given.rpartition(":")
    return name if name and port.isdigit() else given


def _with_headers(path: str, send: Callable[[Any], Awaitable[None]]) -> Callable[[Any], Awaitable[None]]:
    policy = _OURS if path == "/" or path.startswith(_OUR_PATHS) else _DATASETTE

    async def sending(event: dict[str, Any]) -> None:
        if event["type"] == "http.response.start":
            headers = [*event.get("headers", ()), *_HEADERS, (b"content-security-policy", policy.encode())]
            event = {**event, "headers": headers}
        await send(event)

    return sending


async def _refuse(send: Callable[[Any], Awaitable[None]], why: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": why.encode()})
