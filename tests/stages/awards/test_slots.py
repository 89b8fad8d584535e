"""Reason, period, event date, status, kind, mentions and evidence of an award; and the taxonomy behind the kinds."""

from datetime import date

import pytest

import boctin
from boctin.knowledge import KnowledgeError, load_knowledge
from boctin.record import Award, spans_of
from boctin.stages.awards.lexicon import FOLDER, Taxonomy

UNUSED = ("boctin_words", "boctin_officials", "boctin_model_counts")


@pytest.fixture(scope="module")
def nlp():
    return boctin.load(disable=UNUSED)


def only(nlp, text: str) -> Award:
    awards = nlp.extract(text, published="2023-12-07").awards
    assert len(awards) == 1
    return awards[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            'Huyện tặng Giấy khen cho 9 tập thể vì có thành tích xuất sắc trong phong trào "Dân vận khéo".',
            'có thành tích xuất sắc trong phong trào "Dân vận khéo"',
        ),
        ("Công an tỉnh tặng Giấy khen cho anh Lê Văn Tý vì đã dũng cảm bắt cướp.", "đã dũng cảm bắt cướp"),
        ("Bộ Y tế tặng Bằng khen cho 3 bác sĩ về thành tích chống dịch.", "thành tích chống dịch"),
        (
            "UBND tỉnh tặng Bằng khen cho 4 tập thể đã có thành tích xuất sắc trong công tác dân vận.",
            "đã có thành tích xuất sắc trong công tác dân vận",
        ),
        ("UBND tỉnh tặng Bằng khen cho 4 tập thể.", None),
        (
            "Trường Lê Lợi đón nhận Huân chương Lao động do Chủ tịch nước trao tặng vì có thành tích xuất sắc.",
            "có thành tích xuất sắc",
        ),
    ],
    ids=["vi có thành tích", "vì đã", "về thành tích", "đã có thành tích", "unsaid", "do who gives it"],
)
def test_reason(nlp, text, reason):
    assert only(nlp, text).reason == reason


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Huyện tặng Giấy khen cho 9 tập thể vì có thành tích trong năm 2022.", date(2022, 1, 1), date(2022, 12, 31)),
        (
            "UBND tỉnh tặng Bằng khen cho 4 tập thể có thành tích xuất sắc giai đoạn 2021-2023.",
            date(2021, 1, 1),
            date(2023, 12, 31),
        ),
        ("Năm 2020, ông Lê Văn Tý được UBND tỉnh tặng Bằng khen.", None, None),
    ],
    ids=["year of merit", "period of merit", "year of conferral is no period"],
)
def test_period_is_that_of_the_merit(nlp, text, start, end):
    award = only(nlp, text)
    assert (award.date_from, award.date_to) == (start, end)


def test_event_date_is_the_day_the_sentence_says(nlp):
    assert only(nlp, "Ngày 7/12, UBND huyện tặng Giấy khen cho 19 tập thể.").event_date == date(2023, 12, 7)
    assert only(nlp, "UBND huyện tặng Giấy khen cho 19 tập thể.").event_date is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("UBND tỉnh tặng Bằng khen cho 4 tập thể.", "conferred"),
        ("UBND tỉnh sẽ tặng Bằng khen cho 4 tập thể.", "announced"),
        ("Sở Nội vụ đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 4 tập thể.", "proposed"),
        ("Ông Lê Văn Tý từng được tặng Huân chương Lao động hạng Ba.", "held"),
        ("Đoàn thăm Mẹ Việt Nam anh hùng Lê Thị Tám.", "held"),
        ("Tại lễ khánh thành công trình, UBND tỉnh tặng Bằng khen cho 4 tập thể.", "conferred"),
    ],
)
def test_status(nlp, text, status):
    assert only(nlp, text).status == status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chủ tịch nước tặng Huân chương Độc lập hạng Nhì cho 2 đơn vị.", "huan_chuong_doc_lap"),
        ("Tỉnh ủy trao Huy hiệu 50 năm tuổi Đảng cho 4 đảng viên.", "huy_hieu"),
        ('Hội tặng Kỷ niệm chương "Vì sự nghiệp khuyến học" cho 4 hội viên.', "ky_niem_chuong"),
        ('Chủ tịch nước phong tặng danh hiệu "Nhà giáo ưu tú" cho 4 nhà giáo.', "nha_giao_uu_tu"),
        ("Bộ Quốc phòng truy tặng Bằng Tổ quốc ghi công cho 2 liệt sĩ.", "bang_to_quoc_ghi_cong"),
        ("UBND huyện khen thưởng 4 cá nhân.", "khen_thuong"),
        ("Tỉnh có 48 xã đạt chuẩn nông thôn mới.", "dat_chuan_nong_thon_moi"),
    ],
)
def test_kind_code(nlp, text, code):
    assert only(nlp, text).kind_code == code


def test_headline_and_body_are_one_award_with_both_mentions(nlp):
    award = only(nlp, "Tặng Bằng khen cho 12 tập thể\n\nNgày 3/4, Bộ Y tế tặng Bằng khen cho 12 tập thể.")
    assert [m.text for m in award.mentions] == ["Tặng Bằng khen cho 12 tập thể", "tặng Bằng khen cho 12 tập thể"]
    assert award.conferred_by == "Bộ Y tế"


def test_commendation_in_the_caption_is_told_again_by_the_award(nlp):
    award = only(nlp, "12 tập thể được khen thưởng\n\nChủ tịch UBND tỉnh tặng Bằng khen cho 12 tập thể.")
    assert (award.award, len(award.mentions)) == ("Bằng khen", 2)


def test_a_commendation_takes_its_fullest_words(nlp):
    award = only(
        nlp, "Tập thể, cá nhân được khen thưởng\n\n9 tập thể, 7 cá nhân được UBND huyện biểu dương khen thưởng."
    )
    assert (award.award, [r.count for r in award.recipients]) == ("biểu dương khen thưởng", [9, 7])


def test_other_numbers_are_another_conferral(nlp):
    text = "Bộ Y tế tặng Bằng khen cho 5 tập thể.\n\nHội Nông dân tỉnh tặng Bằng khen cho 9 cá nhân."
    assert [a.conferred_by for a in nlp.extract(text).awards] == ["Bộ Y tế", "Hội Nông dân tỉnh"]


def test_every_slot_has_its_words(nlp):
    text = 'UBND huyện tặng Kỷ niệm chương "Vì quê hương" cho 3 cá nhân vì có nhiều đóng góp.'
    award = only(nlp, text)
    assert {e.slot for e in award.evidence} == {"award", "name", "conferred_by", "recipients", "reason"}
    assert all(text[s.start_char : s.end_char] == s.text for s in spans_of(award))


def test_spelling_of_the_article_is_kept(nlp):
    award = only(nlp, "Uỷ ban nhân dân huyện tặng giấy khen cho 3 cá nhân.")
    assert (award.award, award.conferred_by) == ("giấy khen", "Uỷ ban nhân dân huyện")


# --- taxonomy ---


def test_taxonomy_has_no_form_or_code_twice():
    kinds = load_knowledge(FOLDER / "taxonomy.toml", Taxonomy).kinds
    forms = [form for kind in kinds for form in kind.forms]
    assert len(forms) == len(set(forms))
    assert len({kind.code for kind in kinds}) == len(kinds)


def test_forms_are_written_without_capitals():
    kinds = load_knowledge(FOLDER / "taxonomy.toml", Taxonomy).kinds
    assert [form for kind in kinds for form in kind.forms if form != form.lower()] == []


def test_an_unknown_key_is_refused(tmp_path):
    bad = (FOLDER / "taxonomy.toml").read_text(encoding="utf-8").replace("\nconferrers", "\nconferers", 1)
    (tmp_path / "taxonomy.toml").write_text(bad, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="conferers"):
        load_knowledge(tmp_path / "taxonomy.toml", Taxonomy)
