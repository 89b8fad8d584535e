"""underthesea's words over the tokens, with the text as printed: the same words as underthesea finds."""

import gzip
import json
import random
from pathlib import Path

import pytest

from boctin.article import Article
from boctin.stages.words import stage
from boctin.stages.words.stage import segment
from tests.conftest import ROOT, SHARED

CASES = {
    "": [],
    " \n": [],
    "Huyện uỷ họp": ["Huyện uỷ", "họp"],
    "Hội nghị có 45 đại biểu": ["Hội nghị", "có", "45", "đại biểu"],
}


@pytest.mark.parametrize(("text", "words"), CASES.items(), ids=map(repr, CASES))
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


@pytest.fixture(scope="module")
def by_underthesea():
    """Word segmentation by underthesea's own code, its normalisation off, of the same pieces."""
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger
    from underthesea.pipeline import word_tokenize
    from underthesea.pipeline.word_tokenize.regex_tokenize import tokenize

    tagger = FastCRFSequenceTagger()
    tagger.load(str(Path(word_tokenize.__file__).parent / "models" / "ws_crf_vlsp2013_20230727"))

    def words(text: str) -> list[list[str]]:
        found: list[list[str]] = []
        for start, end in stage._pieces(text):
            tokens = tokenize(text[start:end], use_character_normalize=False, use_token_normalize=False)
            tags = tagger.predict([[token] for token in tokens]) if tokens else []
            for number, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
                if tag == "I-W" and number:
                    found[-1].append(token)
                else:
                    found.append([token])
        return found

    return words


def ours(text: str) -> list[str]:
    return ["".join(text[start:end].split()) for start, end in segment(text)]


@pytest.mark.parametrize("path", sorted((ROOT / "corpus" / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_the_words_of_an_article_are_those_of_underthesea(path, by_underthesea):
    text = Article.parse(path.read_text(encoding="utf-8")).text
    assert ours(text) == ["".join(word) for word in by_underthesea(text)]


PARTS = [
    *("UBND.", "TP.HCM", "Tp.", ":D", "=))", "a.vn", "H&M", "18-NQ/TW", "e-mail", "v.v.", "->", "3x4", "Ð", "😀", "½"),
    *("1.240", "7/12/2023", "xã,", "(huyện", "Niê)", "H'Len", "“Dân", "khéo”", "là", "ông", "…", "__", "\u200b", "İ"),
]


@pytest.mark.parametrize("seed", range(20))
def test_the_words_of_hostile_lines_are_those_of_underthesea(seed, by_underthesea):
    chance = random.Random(seed)
    text = "".join(chance.choice(PARTS) + chance.choice([" ", " ", "", "\n"]) for _ in range(200))
    assert ours(text) == ["".join(word) for word in by_underthesea(text)]


NEWS = Path(SHARED) / "news" / "news.jsonl.gz"


@pytest.mark.skipif(not NEWS.exists(), reason="../shared, the real articles, is not here")
def test_the_words_of_real_news_are_those_of_underthesea(by_underthesea):
    with gzip.open(NEWS, "rt", encoding="utf-8") as rows:
        texts = [json.loads(row)["text"] for number, row in enumerate(rows) if number % 200 == 0]
    assert len(texts) > 50
    for text in texts:
        assert ours(text) == ["".join(word) for word in by_underthesea(text)]
