"""What each address of the page answers."""

import json
from collections.abc import Callable
from functools import partial
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final
from urllib.parse import urlsplit

from datasette import NotFound, Response
from markupsafe import Markup

from boctin.explorer import subjects
from boctin.explorer.applying import CorrectionError, applied, correction_of
from boctin.explorer.corrections import CorrectionsError
from boctin.explorer.overview import overview
from boctin.explorer.searching import search
from boctin.explorer.slots import CHOICES, SLOTS
from boctin.view.labels import FIELDS, KINDS, VALUES, value_label
from boctin.view.marks import marks_of
from boctin.view.page import style, text_html
from boctin.view.rows import moment, number, period, rows_of

_SCOPE: Final = "f"
_NO_CACHE: Final = {"cache-control": "no-store"}


class _Missing(NotFound):
    """An article, person or place that is not in the archive."""


async def start(request: Any, datasette: Any) -> Any:
    return await _page(datasette, request, "start.html", await _asked(datasette, overview))


async def guide(request: Any, datasette: Any) -> Any:
    return await _page(datasette, request, "help.html", {})


async def results(request: Any, datasette: Any) -> Any:
    asked = {name: request.args.get(name) or "" for name in request.args}
    page = int(asked["page"]) if asked.get("page", "").isascii() and asked.get("page", "").isdigit() else 1
    found = await _asked(datasette, partial(search, asked=asked, page=min(page, 10**6)))
    return await _page(datasette, request, "search.html", found)


async def article(request: Any, datasette: Any) -> Any:
    article_id = request.url_vars["id"]
    return await _article_page(datasette, request, article_id)


async def article_json(request: Any, datasette: Any) -> Any:
    """The record with the corrections of readers."""
    record = await _record(datasette, request.url_vars["id"])
    now = applied(record, datasette.boctin.corrections.of(record["article"]["id"]))
    return Response(json.dumps(now.final, ensure_ascii=False), content_type="application/json; charset=utf-8")


async def correct(request: Any, datasette: Any) -> Any:
    """Take a correction of a reader: a form of the article's page, sent from that page and no other."""
    explorer, article_id = datasette.boctin, request.url_vars["id"]
    if request.method != "POST":
        return Response.text("POST only", status=405)
    if not explorer.edit:
        return Response.text("Corrections are off; start with: boctin serve --edit", status=403)
    if not _comes_from_our_page(request):
        return Response.text("A correction is sent from the page of the article itself.", status=403)
    record = await _record(datasette, article_id)
    form = await request.post_vars()
    now = applied(record, explorer.corrections.of(article_id))
    try:
        explorer.corrections.append(correction_of(now.record, form, who=explorer.who))
    except (CorrectionError, CorrectionsError) as error:
        return await _article_page(datasette, request, article_id, fault=str(error))
    fact = form.get("fact", "")
    return Response.redirect(f"/article/{article_id}" + (f"#{_SCOPE}-{fact}" if fact.isalnum() else ""))


async def person(request: Any, datasette: Any) -> Any:
    found = await _asked(datasette, partial(subjects.person, person_id=request.url_vars["id"]))
    if found is None:
        raise _Missing("Không có người này · no such person")
    return await _page(datasette, request, "person.html", found)


async def place(request: Any, datasette: Any) -> Any:
    found = await _asked(datasette, partial(subjects.place, unit_id=request.url_vars["id"]))
    if found is None:
        raise _Missing("Không có nơi này · no such place")
    return await _page(datasette, request, "place.html", found)


async def view_style() -> Any:
    return Response(style(), content_type="text/css; charset=utf-8")


_HEADINGS: Final = {
    400: ("Không hỏi được như thế", "This cannot be asked"),
    403: ("Không được phép", "Not allowed"),
    404: ("Không có trang này", "There is no such page"),
}
_BROKEN: Final = ("Trang này bị lỗi", "This page has failed")


async def failure(request: Any, datasette: Any, exception: Exception) -> Any:
    """What is answered to an address that is not there or a question that cannot be asked."""
    status = int(getattr(exception, "status", 500))
    said = getattr(exception, "message", None) or (exception.args[0] if exception.args else "")
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": str(said), "status": status}, status=status)
    if isinstance(exception, NotFound) and not isinstance(exception, _Missing):
        said = ""  # Datasette's words: it looks for a database of that name
    message = Markup(said) if getattr(exception, "message_is_html", False) else str(said)
    context = {"heading": _HEADINGS.get(status, _BROKEN), "message": message}
    return await _page(datasette, request, "fault.html", context, status=status)


async def _article_page(datasette: Any, request: Any, article_id: str, fault: str = "") -> Any:
    explorer = datasette.boctin
    record = await _record(datasette, article_id)
    now = applied(record, explorer.corrections.of(article_id))
    marks = marks_of(now.record)
    context = {
        "record": now.record,
        "text": Markup(text_html(now.record, marks, _SCOPE)),
        "rows": rows_of(now.record, marks),
        "slots": now.slots,
        "told": now.told,
        "wrong": now.wrong,
        "history": now.history,
        "checked": now.checked,
        "choices": CHOICES,
        "all_slots": SLOTS,
        "fault": fault,
        "scope": _SCOPE,
        **(await _asked(datasette, partial(subjects.article_links, article_id=article_id))),
    }
    return await _page(datasette, request, "article.html", context, status=400 if fault else 200)


async def _record(datasette: Any, article_id: str) -> dict[str, Any]:
    record = await _asked(datasette, partial(subjects.article_record, article_id=article_id))
    if record is None:
        raise _Missing("Không có bài này · no such article")
    return dict(record)


async def _asked(datasette: Any, question: Callable[[Any], Any]) -> Any:
    """The answer of a function of a connection, on one of Datasette's threads."""
    return await datasette.get_database("archive").execute_fn(question)


async def _page(datasette: Any, request: Any, template: str, context: dict[str, Any], status: int = 200) -> Any:
    common = {
        "kinds": KINDS,
        "fields": FIELDS,
        "values": VALUES,
        "value_label": value_label,
        "number": number,
        "period": period,
        "moment": moment,
    }
    html = await datasette.render_template(f"boctin/{template}", {**common, **context}, request=request)
    return Response.html(html, status=status, headers=_NO_CACHE if datasette.boctin.edit else {})


def _comes_from_our_page(request: Any) -> bool:
    """Whether a form was sent from our own page.

    Datasette checks the form's token against the cookie, but only where there is a cookie; so there must be one. The
    Origin that a browser adds to every form must be ours as well.
    """
    try:
        cookies = SimpleCookie(request.headers.get("cookie", ""))
    except CookieError:
        return False
    origin = request.headers.get("origin", "")
    return "ds_csrftoken" in cookies and urlsplit(origin).netloc == request.headers.get("host", "")
