"""Where sentences begin, and where a full stop does not end one."""

import pytest

WHOLE = [
    "Bí thư Thành ủy TP. Hồ Chí Minh dự họp.",
    "GS.TS. Lê Văn Tám trình bày báo cáo.",
    "Nhà ở Q.1 và Q. Bình Thạnh ngập sâu.",
    "Huyện có 1.240 mô hình.",
    "Ban Tổ chức T.Ư. Đảng ban hành kết luận.",
    "Bà N.T.H. Vân trú tại xã.",
    "Diện tích 33.5 ha.",
    "Đ/c. Nguyễn Văn Tám phát biểu.",
    "Ông nói: “Chúng tôi sẽ làm!”, rồi ra về.",
]
SPLIT = {
    "Hội nghị kết thúc. Sáng nay, mọi người ra về.": ["Hội nghị kết thúc.", "Sáng nay, mọi người ra về."],
    "Có 45 hộ. 12 hộ đã thoát nghèo.": ["Có 45 hộ.", "12 hộ đã thoát nghèo."],
    "“Xong rồi.” Ông gật đầu.": ["“Xong rồi.”", "Ông gật đầu."],
    "Vì sao? Ai biết! Thôi…\nDòng sau": ["Vì sao?", "Ai biết!", "Thôi…", "Dòng sau"],
    "Gồm gạo, muối, v.v. Sau đó họ đi.": ["Gồm gạo, muối, v.v. Sau đó họ đi."],
}


def sentences(nlp, text):
    return [sentence.text.strip() for sentence in nlp(text).sents]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence(nlp, text):
    assert sentences(nlp, text) == [text]


@pytest.mark.parametrize(("text", "expected"), SPLIT.items(), ids=SPLIT)
def test_split_sentences(nlp, text, expected):
    assert sentences(nlp, text) == expected
