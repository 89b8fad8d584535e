"""The tokens of a Doc: syllables, numbers and marks, which join again to the text exactly.

Vietnamese writes a space between syllables, not words. Tokens are therefore syllables; the words that a
segmenter finds lie over them (see `boctin.stages.words`), because a segmenter that takes "ủy Thoại Sơn" for
one word must not hide "Thoại Sơn" from the rules.
"""

from collections.abc import Callable

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

# A syllable may hold an apostrophe (H'Len, Krông K'Nô); a number may hold points and commas (1.240 and 33,85).
_TOKEN = regex.compile(
    r"\s+"
    r"|\p{L}[\p{L}\p{M}]*+(?:['’]\p{L}[\p{L}\p{M}]*+)*+"
    r"|\d++(?:[.,]\d++)*+"
    r"|."
)

# White space that takes more than cutting at spaces: a space within or at the end of a longer run.
_RUN = regex.compile(r"  |(?<=\s) (?=\s)")


def split(text: str) -> tuple[list[str], list[bool]]:
    """Split a text into tokens and, for each, whether one plain space follows it, as `spacy.tokens.Doc` takes them.

    >>> split("TP.HCM có 1.240 mô hình")
    (['TP', '.', 'HCM', 'có', '1.240', 'mô', 'hình'], [False, False, True, True, True, True, False])
    """
    if text[:1] == " " or _RUN.search(text):
        return _split_slowly(text)
    words: list[str] = []
    spaces: list[bool] = []
    # Nine of ten pieces between single spaces are a syllable or a syllable and a mark.
    for piece in text.split(" "):
        if piece.isalpha():
            words.append(piece)
            spaces.append(True)
        elif piece:
            tokens = _TOKEN.findall(piece)
            words += tokens
            spaces += [False] * (len(tokens) - 1)
            spaces.append(True)
    if words and text[-1] != " ":
        spaces[-1] = False
    return words, spaces


def _split_slowly(text: str) -> tuple[list[str], list[bool]]:
    """The same for a text in which spaces stand side by side: what is left of a run of white space is a token."""
    words: list[str] = []
    spaces: list[bool] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        if not token.isspace():
            words.append(token)
            spaces.append(False)
            continue
        if words and token[0] == " " and not spaces[-1]:
            spaces[-1] = True
            token = token[1:]
        if token:
            closes_with_space = len(token) > 1 and token[-1] == " "
            words.append(token[:-1] if closes_with_space else token)
            spaces.append(closes_with_space)
    return words, spaces


class SyllableTokenizer(DummyTokenizer):
    """spaCy tokenizer of syllables, numbers and marks; `doc.text` is the text given, character for character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = split(text)
        return Doc(self.vocab, words=words, spaces=spaces)


@registry.tokenizers("boctin.syllables.v1")
def create_syllable_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """Factory for a spaCy config: `[nlp.tokenizer] @tokenizers = "boctin.syllables.v1"`."""
    return lambda nlp: SyllableTokenizer(nlp.vocab)
