"""Who may ask the page for what: this machine alone, corrections from its own forms alone; and a port in use."""

import json
import re
import socket
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

import boctin.explorer
from boctin.archive import Connection, ready
from boctin.archive.ready import questions
from boctin.archive.schema import TABLES, VIEWS
from boctin.cli import app
from boctin.explorer import pages
from boctin.explorer.server import ServeError, listen, serve
from boctin.explorer.tables import names


def ask(address, *, form=None, **headers):
    """Status, headers and body of an answer."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, data=data, headers=headers)
    opener = urllib.request.build_opener(_NoRedirect)
    try:
        with opener.open(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        try:
            return answer.code, answer.headers, answer.read().decode()
        except ConnectionResetError:  # a refused form is not read to its end, so its connection may be reset
            return answer.code, answer.headers, ""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@pytest.fixture
def form(editing, records):
    """What the browser sends with a form of the article's page: address, fields, cookie."""
    address = f"{editing}/article/{records['chau-phu'].article.id}"
    _, headers, html = ask(address)
    token = re.search(r'name="csrftoken" value="([^"]+)"', html)[1]
    fields = {"csrftoken": token, "action": "wrong", "fact": records["chau-phu"].model_counts[0].id}
    return f"{address}/corrections", fields, headers["set-cookie"].split(";")[0]


def corrections(archive):
    path = archive.parent / f"{archive.name}.corrections.jsonl"
    return path.read_text(encoding="utf-8").count("\n") if path.exists() else 0


def test_the_form_of_the_page_is_taken(form, editing, archive):
    address, fields, cookie = form
    status, headers, _ = ask(address, form=fields, Cookie=cookie, Origin=editing)
    assert (status, headers["location"]) == (
        302,
        f"{urllib.parse.urlparse(address).path.removesuffix('/corrections')}#f-m1",
    )
    assert corrections(archive) == 1


@pytest.mark.parametrize(
    ("cookie", "token", "origin"),
    [
        ("none", "right", "right"),
        ("right", "none", "right"),
        ("right", "wrong", "right"),
        ("right", "right", "none"),
        ("right", "right", "https://evil.example"),
        ("forged", "right", "right"),
    ],
)
def test_a_form_of_another_page_is_refused(form, editing, archive, cookie, token, origin):
    address, fields, right = form
    fields |= {"right": {}, "wrong": {"csrftoken": "x"}, "none": {"csrftoken": ""}}[token]
    headers = {"Cookie": {"right": right, "forged": "ds_csrftoken=x", "none": ""}[cookie]}
    if origin != "none":
        headers["Origin"] = editing if origin == "right" else origin
    status, _, _ = ask(address, form=fields, **headers)
    assert (status, corrections(archive)) == (403, 0)


def test_without_edit_a_correction_is_refused(reading, records):
    address = f"{reading}/article/{records['chau-phu'].article.id}"
    assert ask(f"{address}/corrections", form={"action": "wrong"}, Origin=reading, Cookie="ds_csrftoken=x")[0] == 403
    assert "csrftoken" not in ask(address)[2]


def test_a_name_that_only_leads_here_is_not_answered(reading):
    assert ask(reading, Host="evil.example")[0] == 403
    assert ask(reading)[0] == 200


@pytest.mark.parametrize(
    "path", ["/", "/search?q=mo+hinh", "/help", "/archive", "/archive/positions", "/archive/articles", "/page/view.css"]
)
def test_every_page_forbids_other_machines(reading, path):
    status, headers, _ = ask(reading + path)
    policy = headers["content-security-policy"]
    assert status == 200
    assert "http" not in policy
    assert "*" not in policy
    assert "frame-ancestors 'none'" in policy
    if not path.startswith("/archive"):
        assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/article/00", 404, "Không có bài này"),
        ("/person/khong-co", 404, "Không có người này"),
        ("/place/khong-co", 404, "Không có nơi này"),
        ("/article/xyz", 404, "Không có trang này"),
        ("/archive/khong-co", 404, "Không có trang này"),
        ("/archive?sql=delete+from+articles", 400, "Không hỏi được như thế"),
    ],
)
def test_what_is_not_there_is_said_on_a_page_of_ours(reading, capfd, path, status, said):
    answered, _, html = ask(reading + path)
    assert (answered, said in html, "Về trang đầu" in html) == (status, True, True)
    assert "Database not found" not in html
    assert "Traceback" not in "".join(capfd.readouterr()), "a mistyped address is no fault of the program"


def test_a_fault_of_the_program_is_a_page_and_a_traceback_without_values(reading, records, monkeypatch, capfd):
    def fails(*_, **__):
        secret = "giá trị"
        raise RuntimeError(f"hỏng {len(secret)}")

    monkeypatch.setattr(pages, "rows_of", fails)
    status, _, html = ask(f"{reading}/article/{records['chau-phu'].article.id}")
    said = "".join(capfd.readouterr())
    assert (status, "Trang này bị lỗi" in html) == (500, True)
    assert ("RuntimeError" in said, "giá trị" in said.replace('secret = "giá trị"', "")) == (True, False)


def test_every_table_and_view_has_a_name_on_the_page(reading):
    assert (set(names().tables), set(names().views)) == (set(TABLES), set(VIEWS))
    html = ask(f"{reading}/archive")[2]
    for vi, en in (names().tables | names().views).values():
        assert f"{vi} · {en}" in html


@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize("name", list(questions()))
def test_a_ready_question_is_answered_as_on_the_command_line(reading, indexed, name, filled):
    known = questions()[name].parameters
    given = {p: (k.example or "2023") if filled or k.required else "" for p, k in known.items()}
    asked = urllib.parse.urlencode(given)
    assert ask(f"{reading}/archive/{name}?{asked}")[0] == 200
    rows = json.loads(ask(f"{reading}/archive/{name}.json?_shape=array&{asked}")[2])
    with Connection(indexed) as connection:
        result = ready.ask(connection, name, {p: value for p, value in given.items() if value})
        assert rows == [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    assert rows or filled or name == "reprints", "asked without words, a question is at its widest"


def test_the_json_of_an_article_has_what_readers_put_right(form, editing):
    address, fields, cookie = form
    before = json.loads(ask(f"{address.removesuffix('/corrections')}.json")[2])
    ask(address, form=fields, Cookie=cookie, Origin=editing)
    after = json.loads(ask(f"{address.removesuffix('/corrections')}.json")[2])
    assert [fact["id"] for fact in before["model_counts"]] == ["m1"]
    assert after["model_counts"] == []
    assert after["awards"] == before["awards"]


@pytest.mark.parametrize("query", ["q=%22", "q=*", "q=AND+OR+NOT", "q=a)+OR+(", "page=-1", "page=x&q=mo", "time=%27--"])
def test_any_search_is_answered(reading, query):
    assert ask(f"{reading}/search?{query}")[0] == 200


def test_the_tables_are_read_only(reading):
    status, _, body = ask(f"{reading}/archive.json?sql=delete+from+articles")
    assert (status, "Statement must be a SELECT" in body) == (400, True)


def test_nothing_in_the_files_of_the_page_is_elsewhere():
    folder = Path(boctin.explorer.__file__).parent
    for path in [*folder.glob("templates/**/*.html"), *folder.glob("static/*")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:https?:)?//[a-z]", re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)), path.name


def test_a_port_in_use_is_said():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ServeError, match="another program uses it"):
            listen("127.0.0.1", other.getsockname()[1])


def test_corrections_are_not_opened_to_other_machines(archive):
    with pytest.raises(ServeError, match="this machine only"):
        serve(archive, host="0.0.0.0", edit=True)


def test_what_is_no_archive_is_said(tmp_path):
    result = CliRunner().invoke(app, ["serve", str(tmp_path / "none")])
    assert (result.exit_code, "no such folder" in result.output) == (2, True)
