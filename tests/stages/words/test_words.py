"""underthesea's words over the tokens, with the text as printed."""

import pytest

from boctin.stages.words.stage import segment

CASES = {
    "Huyện uỷ họp": ["Huyện uỷ", "họp"],
    "Hội nghị có 45 đại biểu": ["Hội nghị", "có", "45", "đại biểu"],
}


@pytest.mark.parametrize(("text", "words"), CASES.items(), ids=CASES)
def test_words_keep_the_spelling_of_the_text(text, words):
    assert [text[start:end] for start, end in segment(text)] == words


def test_words_cover_every_character_that_is_not_white_space():
    text = "TP.HCM:\u00a018-NQ/TW 😀 =))  a_b\u200bc\n\n12x3 <3 http://vi.du/x?y=1, T.Ư… “Hoà”"
    covered = "".join(text[start:end] for start, end in segment(text))
    assert "".join(covered.split()) == "".join(text.split())


def test_words_lie_over_tokens(nlp):
    doc = nlp.make_doc("Hội nghị có 45 đại biểu")
    nlp.get_pipe("boctin_words")(doc)
    assert [word.text for word in doc.spans["words"]] == ["Hội nghị", "có", "45", "đại biểu"]
    assert doc[1]._.word.text == "Hội nghị"
