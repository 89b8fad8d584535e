"""A small archive, its page on a free port of this machine, and Debian's chromium to look at it."""

import contextlib
import os
import shutil
import threading
import time

import pytest

from boctin.article import Article

pytest.importorskip("datasette", reason="the page needs datasette: pip install 'boctin[explorer]'")

ARTICLES = {
    "chau-phu": (
        "2023-12-07",
        "Châu Phú nhân rộng mô hình hay\n\nSáng 7/12, Phó Bí thư Thường trực Huyện ủy Châu Phú Lê Văn Tám chủ trì "
        "hội nghị sơ kết. Giai đoạn 2021-2023, huyện Châu Phú (tỉnh An Giang) có 128 mô hình “Dân vận khéo”. "
        "Dịp này, 3 cá nhân được UBND huyện Châu Phú tặng Giấy khen.",
    ),
    "hai-hau": (
        "2022-05-10",
        "Hải Hậu giữ vườn xanh\n\nNgày 9/5, Chủ tịch UBND huyện Hải Hậu Trần Thị Mây cho biết, năm 2021 huyện Hải Hậu "
        "(tỉnh Nam Định) có 45 mô hình “Vườn xanh”. Chủ tịch UBND tỉnh Nam Định tặng Bằng khen cho 2 tập thể.",
    ),
    "emoji": (
        "2024-03-08",
        "Ngày hội 🎉🎉 ở Thanh Miện\n\n👨‍👩‍👧 🎈 Sáng 8/3, huyện Thanh Miện (tỉnh Hải Dương) "
        "có 12 mô hình “Nhà sạch 🏡, vườn đẹp”.",
    ),
    "hostile": (
        "2024-01-02",
        'Tin <script>window.hacked = 1</script> lạ\n\n</script><img src=x onerror="window.hacked = 2"> Ngày 2/1, '
        "huyện An Phú có 7 mô hình \u202e“Dân vận khéo”\u202c. <b>Hết</b> &amp; hết. {{ 7 * 7 }}",
    ),
}


@pytest.fixture(scope="session")
def records(nlp):
    return {
        name: nlp.extract(Article.parse(text, published=published, outlet="Báo Mẫu", source=f"{name}.txt"))
        for name, (published, text) in ARTICLES.items()
    }


@pytest.fixture(scope="session")
def indexed(records, tmp_path_factory):
    """A folder with a file of records and its index."""
    from boctin.archive import up_to_date

    path = tmp_path_factory.mktemp("archive") / "tin.jsonl"
    path.write_text("".join(record.to_json() + "\n" for record in records.values()), encoding="utf-8")
    up_to_date(path)
    return path


@pytest.fixture
def archive(indexed, tmp_path):
    """The same in a fresh folder for each test, so that corrections of one are not seen in another."""
    return shutil.copytree(indexed.parent, tmp_path / "archive") / indexed.name


@contextlib.contextmanager
def served(archive, *, edit):
    """The address of the page of an archive, while it is served."""
    import uvicorn

    from boctin.explorer.server import listen, make_app

    hosts = frozenset({"127.0.0.1"})
    with listen("127.0.0.1", 0) as opened:
        app = make_app(archive, edit=edit, who="Kiểm thử", hosts=hosts)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [opened]}, daemon=True)
        thread.start()
        until = time.monotonic() + 30
        while not server.started and thread.is_alive() and time.monotonic() < until:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{opened.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def reading(indexed):
    """The page without corrections, shared by all tests that only read."""
    with served(indexed, edit=False) as address:
        yield address


@pytest.fixture
def editing(archive):
    with served(archive, edit=True) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser is driven by playwright")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no chromium is found: apt-get install chromium")
    # Chromium has no sandbox where it runs as root, as in a container of CI.
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def page(browser):
    """A page of a fresh browser profile; the test fails when it asks another machine or breaks a rule."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    opened = context.new_page()
    opened.set_default_timeout(8000)
    asked, faults = [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:"))] == []
    assert faults == []
