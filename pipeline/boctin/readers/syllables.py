"""Whether a word is a possible Vietnamese syllable: onset, rime and tone by the rules of quốc ngữ.

Only used to tell encodings apart, so it is strict and knows no loan words: "Nghị" and "khoẻ" are syllables,
"ôèn" is none. The rimes are those of the orthography (Hoàng Phê, *Từ điển vần*, 1996).
"""

import unicodedata
from functools import lru_cache

import regex

_ONSET_LIST = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay  ăc ăk ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu êng
    i ia ich im in inh ip it iu  iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong oong ooc op ot  ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt
    up ut uy uya uych uyên uyêt uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ynh yt ych
"""
_ONSETS = ("", *_ONSET_LIST.split())
_RIMES = frozenset(_RIME_LIST.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")
_WORD = regex.compile(r"[\p{L}\p{M}]++")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether a word, in any case and normal form, can be a Vietnamese syllable.

    >>> [w for w in ("Nghị", "thuỷ", "NGHIÊNG", "gì", "tãt", "nghb") if is_syllable(w)]
    ['Nghị', 'thuỷ', 'NGHIÊNG', 'gì']
    """
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in letters if mark in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    rimes = [plain[len(onset) :] for onset in _ONSETS if plain.startswith(onset)]
    if not any(rime in _RIMES for rime in rimes):
        return False
    return not plain.endswith(_STOPPED) or (bool(tones) and tones[0] in _STOP_TONES) or word.isascii()


def accented_words(text: str) -> list[str]:
    """The words of a text that have a letter outside ASCII."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def share_of_syllables(text: str) -> tuple[float, int]:
    """Which share of the words with letters outside ASCII are Vietnamese syllables, and how many such words there are.

    A text with none has a share of 0: nothing speaks for it.
    """
    words = accented_words(text)
    good = sum(map(is_syllable, words))
    return (good / len(words) if words else 0.0), len(words)
