"""The page in a real browser, as a reader uses it."""

import json
import urllib.request

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="the browser is driven by playwright").expect

# Words of the facts lit in the text, as the reader sees them.
LIT = "[...document.querySelectorAll('#text .m.words.on')].map((e) => e.textContent).join('|')"


def article_address(address, records, name):
    return f"{address}/article/{records[name].article.id}"


def lit(page):
    return page.evaluate(LIT)


def card(page, words):
    return page.locator(".fact", has_text=words).first


def saved(archive):
    return [
        json.loads(line) for line in (archive.parent / "tin.jsonl.corrections.jsonl").read_text("utf-8").splitlines()
    ]


def test_the_start_page_says_what_is_in_the_archive(page, reading):
    page.goto(reading)
    expect(page.locator(".counts li").first).to_contain_text("4 bài")
    expect(page.locator(".card", has_text="Mô hình theo tỉnh")).to_contain_text("An Giang")
    expect(page.locator(".card", has_text="Khen thưởng theo hình thức")).to_contain_text("Bằng khen")


@pytest.mark.parametrize("words", ["dan van kheo", "Dân vận khéo", '"dân vận"'])
def test_search_with_and_without_diacritics(page, reading, words):
    page.goto(reading)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.locator(".hits h2")).to_have_count(2)
    expect(page.locator(".hits")).to_contain_text("Châu Phú nhân rộng mô hình hay")
    assert {mark.split()[0] for mark in page.locator(".hits mark").all_inner_texts()} <= {"Dân", "vận", "khéo"}


def test_search_for_words_that_no_article_has(page, reading):
    page.goto(f"{reading}/search?q=kh%C3%B4ngh%E1%BB%81c%C3%B3")
    expect(page.locator("main")).to_contain_text("Không có bài nào")


def test_facets_narrow_and_widen(page, reading):
    page.goto(f"{reading}/search?q=mo+hinh")
    expect(page.locator(".hits h2")).to_have_count(4)
    page.locator("[data-facet=time]", has_text="2022").click()
    expect(page.locator(".hits h2")).to_have_text(["Hải Hậu giữ vườn xanh"])
    expect(page.locator("[data-facet=award]")).to_have_count(1)
    page.locator(".chosen a", has_text="2022").click()
    expect(page.locator(".hits h2")).to_have_count(4)
    page.locator("[data-facet=award]", has_text="Giấy khen").click()
    expect(page.locator(".hits h2")).to_have_text(["Châu Phú nhân rộng mô hình hay"])


def test_from_words_to_the_fact_and_back(page, reading):
    page.goto(f"{reading}/search?q=chau+phu")
    page.locator(".hits a", has_text="Châu Phú nhân rộng").click()
    page.locator("#text a.seg", has_text="128 mô hình").click()
    expect(page.locator(".fact.on")).to_contain_text("Dân vận khéo")
    expect(page.locator(".fact.on .made")).to_contain_text("luật")
    assert lit(page) == "128 mô hình"
    card(page, "Lê Văn Tám").locator("dt").first.click()
    assert lit(page) == "Lê Văn Tám"
    page.reload()
    assert lit(page) == "Lê Văn Tám", "the address remembers the fact"


def test_facts_by_keyboard_alone(page, reading, records):
    page.goto(article_address(reading, records, "chau-phu"))
    page.keyboard.press("j")
    assert lit(page) == "Lê Văn Tám"
    page.keyboard.press("j")
    assert lit(page) == "128 mô hình"
    page.keyboard.press("k")
    assert lit(page) == "Lê Văn Tám"
    page.keyboard.press("Escape")
    assert lit(page) == ""
    page.locator("#text a.seg", has_text="128 mô hình").focus()
    page.keyboard.press("Enter")
    assert lit(page) == "128 mô hình"


def test_a_kind_is_hidden_and_shown(page, reading, records):
    page.goto(article_address(reading, records, "chau-phu"))
    dated = page.locator("#text .m.dates.words").first
    before = dated.evaluate("e => getComputedStyle(e).backgroundColor")
    page.locator("input[data-kind=dates]").uncheck()
    assert dated.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)" != before


def test_emoji_before_the_words(page, reading, records):
    page.goto(article_address(reading, records, "emoji"))
    page.locator(".fact", has_text="12 mô hình").locator("dt").first.click()
    assert lit(page) == "12 mô hình"


def test_hostile_text_is_text(page, reading, records):
    text = records["hostile"].article.text
    for address in (reading, f"{reading}/search?q=la", article_address(reading, records, "hostile")):
        page.goto(address)
        assert page.evaluate("window.hacked") is None
    assert page.locator("#text").evaluate("e => e.textContent") == text
    assert page.locator("#text img, #text script, #text b").count() == 0
    expect(page.locator("#text bdi")).to_have_count(2)
    page.goto(f"{reading}/search?q=<script>window.hacked=3</script>%22><img src=x onerror=alert(1)>")
    assert page.evaluate("window.hacked") is None
    page.goto(f"{reading}/archive/articles")
    assert page.evaluate("window.hacked") is None


def test_places_and_tables_as_data(page, reading, records):
    page.goto(article_address(reading, records, "chau-phu"))
    card(page, "128 mô hình").get_by_text("Trang của nơi này").click()
    expect(page.locator("h1")).to_contain_text("Huyện Châu Phú")
    expect(page.locator("main")).to_contain_text("128 mô hình")
    address = page.get_by_text("JSON", exact=True).first.get_attribute("href")
    with urllib.request.urlopen(reading + address) as answer:
        assert [row["value"] for row in json.load(answer)] == [128]
    with urllib.request.urlopen(reading + page.get_by_text("CSV", exact=True).first.get_attribute("href")) as answer:
        assert len(answer.read().decode().splitlines()) == 2


def test_a_province_tells_of_the_models_in_its_districts(page, reading):
    page.goto(f"{reading}/search?q=chau+phu")
    page.locator(".subjects a", has_text="Châu Phú").click()
    page.get_by_role("link", name="Tỉnh An Giang").click()
    expect(page.locator("h1")).to_contain_text("Tỉnh An Giang")
    told = page.locator("table.cards tbody tr td:first-child")
    assert sorted(told.all_inner_texts()) == ["Huyện An Phú", "Huyện Châu Phú"]
    address = page.get_by_text("JSON", exact=True).first.get_attribute("href")
    with urllib.request.urlopen(reading + address) as answer:
        assert sorted(row["value"] for row in json.load(answer)) == [7, 128]


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_fact_is_a_sheet(page, reading, records):
    page.set_viewport_size({"width": 390, "height": 800})
    for address in (
        f"{reading}/search?q=mo+hinh", f"{reading}/place/old-889", f"{reading}/archive", f"{reading}/archive/positions",
        reading, article_address(reading, records, "chau-phu"),
    ):  # fmt: skip
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # The lower end of a screen on which the words stand last.
    page.set_viewport_size({"width": 390, "height": 640})
    words = page.locator("#text a.seg", has_text="Giấy khen")
    page.evaluate("e => scrollTo(0, e.getBoundingClientRect().bottom + scrollY - innerHeight)", words.element_handle())
    words.click()
    expect(page.locator(".facts.sheet .fact.on")).to_be_in_viewport()
    sheet, lit_words = (
        page.locator(".facts.sheet").bounding_box(),
        page.locator("#text .m.words.on").first.bounding_box(),
    )
    assert lit_words["y"] + lit_words["height"] <= sheet["y"], "the sheet does not lie over the words it tells of"
    page.locator("button.close").click()
    expect(page.locator(".facts.sheet")).to_have_count(0)


def test_without_edit_nothing_can_be_corrected(page, reading, records):
    page.goto(article_address(reading, records, "chau-phu"))
    expect(page.locator("form[method=post]")).to_have_count(0)


def test_a_slot_is_corrected(page, editing, archive, records):
    page.goto(article_address(editing, records, "chau-phu"))
    fact = card(page, "128 mô hình")
    fact.locator("summary").click()
    fact.locator("[name=slot-value]").fill("1.280")
    fact.locator("button[value=correct]").click()
    expect(card(page, "128 mô hình")).to_contain_text("1.280")
    expect(card(page, "128 mô hình")).to_contain_text("sửa: Kiểm thử")
    (line,) = saved(archive)
    assert (line["action"], line["slots"], line["words"]["text"]) == ("correct", {"value": 1280}, "128 mô hình")


def test_a_fact_is_wrong_and_then_is_not(page, editing, archive, records):
    page.goto(article_address(editing, records, "chau-phu"))
    for button, state in (("wrong", "fact awards wrong on"), ("right", "fact awards on")):
        fact = card(page, "Giấy khen")
        fact.locator("summary").click()
        fact.locator(f"button[value={button}]").click()
        expect(card(page, "Giấy khen")).to_have_class(state)
    assert [line["action"] for line in saved(archive)] == ["wrong", "right"]


def test_a_missing_fact_is_added_from_selected_words_behind_emoji(page, editing, archive, records):
    page.goto(article_address(editing, records, "emoji"))
    page.locator("#add summary").click()
    page.evaluate(
        """words => { const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) { const at = walker.currentNode.data.indexOf(words);
            if (at >= 0) { const range = document.createRange(); range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length); getSelection().removeAllRanges();
                getSelection().addRange(range); return; } } }""",
        "Nhà sạch 🏡, vườn",
    )
    expect(page.locator("#add [name=words]")).to_have_value("Nhà sạch 🏡, vườn")
    page.locator("#add [name=kind]").select_option("named_models")
    page.locator("#add button").click()
    expect(card(page, "Nhà sạch 🏡, vườn")).to_contain_text("thêm")
    (line,) = saved(archive)
    words, text = line["words"], records["emoji"].article.text
    assert text[words["start_char"] : words["end_char"]] == words["text"] == "Nhà sạch 🏡, vườn"


def test_a_value_that_is_none_is_refused_with_the_reason(page, editing, archive, records):
    page.goto(article_address(editing, records, "chau-phu"))
    fact = card(page, "128 mô hình")
    fact.locator("summary").click()
    fact.locator("[name=slot-value]").fill("nhiều")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        fact.locator("button[value=correct]").click()
    assert answered.value.status == 400
    expect(page.locator(".fault")).to_contain_text("không phải là số")
    assert not (archive.parent / "tin.jsonl.corrections.jsonl").exists()
