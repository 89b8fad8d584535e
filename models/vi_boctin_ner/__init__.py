"""`vi_boctin_ner`: a spaCy pipeline that finds names in Vietnamese text. See README.md beside this file.

>>> import spacy
>>> nlp = spacy.load("vi_boctin_ner")
>>> [(ent.text, ent.label_) for ent in nlp("Bí thư Huyện ủy Thoại Sơn Lê Hữu Tâm").ents]
[('Huyện ủy Thoại Sơn', 'ORGANIZATION'), ('Lê Hữu Tâm', 'PERSON')]
"""

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides: Any) -> Language:
    """Load the pipeline; `overrides` as for `spacy.load`."""
    return load_model_from_init_py(__file__, **overrides)
