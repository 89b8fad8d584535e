"""Training from the project's own sentences: the same weights each time, and a model that has learned them."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="training needs the extra `train`")

from boctin.stages.ner import corpus, seen
from boctin.stages.ner.features import Gazetteer, Resources
from boctin.stages.ner.forms import Forms
from boctin.stages.ner.learning import Settings, cross_fitted, fit
from boctin.tokens import split

NER = Path(corpus.__file__).parent
FAMILIES = {"lê": {"family"}, "trần": {"family"}, "ông": {"honorific"}, "xã": {"unit"}}


def silent(_: str) -> None:
    pass


def trained(articles):
    resources = Resources(Forms({}, FAMILIES), {"context": Gazetteer.of({"ông": 1, "bà": 1, "xã": 3})})
    settings = Settings(size=1 << 16, rounds=6)
    kinds, halves = cross_fitted(articles, resources, settings, silent)
    return fit(articles, resources, settings, kinds, silent), halves


@pytest.fixture(scope="module")
def own(request):
    return corpus.read_own(request.config.rootpath / "corpus" / "ner" / "own.txt")[:60]


@pytest.fixture(scope="module")
def model(own):
    return trained(own)[0]


def test_the_same_sentences_give_the_same_weights(own, model):
    again = trained(own)[0]
    assert np.array_equal(model.table, again.table)
    assert np.array_equal(model.transitions, again.transitions)


def test_names_of_the_world_are_one_word_each():
    """Names of human beings are told by the syllable: a phrase would never be met."""
    world = tomllib.loads((NER / "names.toml").read_text(encoding="utf-8"))
    for key in ("given", "surnames"):
        assert [name for name in world[key] if len(split(name)[0]) != 1] == []
        assert len(set(world[key])) == len(world[key])


def test_it_has_learned_its_sentences(own, model):
    right = sum(set(model.predict(a.words)) == set(a.pieces[0][2]) for a in own)
    assert right >= 0.8 * len(own)


def test_weights_go_to_a_file_and_back(own, model, tmp_path):
    model.save(tmp_path / "model.npz")
    again = type(model).load(tmp_path / "model.npz")
    assert [again.predict(a.words) for a in own[:20]] == [model.predict(a.words) for a in own[:20]]


def test_a_file_that_is_no_model_is_refused(tmp_path, model):
    np.savez(tmp_path / "other.npz", a=np.zeros(3))
    with pytest.raises(ValueError, match="no NER model"):
        type(model).load(tmp_path / "other.npz")


@pytest.mark.parametrize(
    ("line", "fault"),
    [("Ông <PER Tám ở quê.", ":1:"), ("Ông <NAME Tám> ở quê.", ":1:"), ("# lời\nÔng Tám> ở quê.", ":2:")],
)
def test_a_broken_mark_is_told_with_its_line(tmp_path, line, fault):
    (tmp_path / "own.txt").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=fault):
        corpus.read_own(tmp_path / "own.txt")


def test_marks_become_spans_of_tokens(tmp_path):
    (tmp_path / "own.txt").write_text("# lời\nÔng <PER Lê Tám> ở <LOC xã Vĩnh Hải>.\n", encoding="utf-8")
    (article,) = corpus.read_own(tmp_path / "own.txt")
    names = [(" ".join(article.words[a:b]), label) for a, b, label in article.pieces[0][2]]
    assert names == [("Lê Tám", "PERSON"), ("xã Vĩnh Hải", "LOCATION")]


PHRASES = {"sở y tế": 2, "sở": 1, "sở y tế hà nội": 3}


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Sở Y tế họp", [9, 10, 10, 0]),  # code 2: first, inside, inside
        ("Sở họp", [7, 0]),  # code 1, alone
        ("Sở Y sĩ", [7, 0, 0]),  # a beginning alone is no phrase
        ("Sở Y tế Hà Nội", [13, 14, 14, 14, 14]),
        ("họp ở sở y", [0, 0, 7, 0]),
        ("", []),
    ],
)
def test_gazetteer_takes_the_longest_phrase(line, codes):
    words = [w.lower() for w in split(line)[0]]
    forms = Forms({}, {})
    lower = forms.lower[forms.rows(words)] if words else np.zeros(0, np.uint64)
    assert Gazetteer.of(PHRASES).find(lower, np.ones(len(words), bool)).tolist() == codes


SEEN = [{("apple", "ORGANIZATION"), ("hà nội", "LOCATION")}] * 6 + [{("apple", "PERSON"), ("lê a", "PERSON")}]


def test_names_seen_once_are_left_out_and_doubtful_ones_marked():
    assert seen.gazetteer(SEEN) == {"apple": 1 + 4 * 1 + 2, "hà nội": 1 + 4 * 2 + 0}
