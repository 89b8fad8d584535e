"""`boctin_entities`: persons, bodies and administrative units, by the grammar of Vietnamese names."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from boctin.article import Article
from boctin.doc import Entity, article_of
from boctin.stages.entities.bodies import BodyGrammar
from boctin.stages.entities.gazetteer import Gazetteer, ends_at
from boctin.stages.entities.persons import PersonGrammar
from boctin.stages.entities.places import Found, PlaceGrammar
from boctin.stages.entities.syllables import Syllable, syllables
from boctin.stages.entities.tails import Tails
from boctin.stages.entities.trained import Trained


class Entities:
    """The component: assigns `doc._.entities`, in the order of the text; a place inside a body is listed too.

    >>> import boctin
    >>> doc = boctin.load()("Chủ tịch UBND huyện Thoại Sơn Lê Văn An")
    >>> [(e.label, e.text) for e in doc._.entities]  # doctest: +NORMALIZE_WHITESPACE
    [('ORGANIZATION', 'UBND huyện Thoại Sơn'), ('LOCATION', 'huyện Thoại Sơn'), ('PERSON', 'Lê Văn An')]
    """

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()
        self.places = PlaceGrammar(self.gazetteer)
        self.persons = PersonGrammar(self.gazetteer, self.places)
        self.bodies = BodyGrammar(self.gazetteer, self.places, self.persons)
        # What a name may begin with besides a capital.
        g = self.gazetteer
        self.openers = frozenset().union(g.heads.root, g.unit_words.root, g.bare.root, g.fields.root)
        self.trained, self.tails = Trained(self.gazetteer, self.persons), Tails(self.gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        article = article_of(doc)
        found = self.trained.join(article.reading, article.text, list(self.find(article)), doc._.ner)
        found = self.tails.lengthened(article.reading, article.text, found)
        doc._.entities = sorted(found, key=lambda e: (e.start_char, -e.end_char))
        return doc

    def find(self, article: Article) -> Iterator[Entity]:
        """The names of an article's body."""
        for part in article.body():
            row = syllables(article.reading, part.start, part.end)
            yield from self._row(article.text, row)

    def _row(self, text: str, row: list[Syllable]) -> Iterator[Entity]:
        at, last, ended = 0, len(row) - 2, -1
        while at < last:
            if not row[at].cap and row[at].low not in self.openers:
                at += 1
                continue
            body = self._body(row, at)
            if body:
                yield _entity(text, row, "ORGANIZATION", body)
                yield from self._inside(text, row, body)
                at = ended = body.end
                continue
            place = self.places.unit_at(row, at)
            if place is None and self._lead_free(row, at):
                place = self.places.bare_at(row, at)
            person = None
            if row[at].cap:
                person = self.persons.at(row, at, free=ended == at) or self.persons.after_title(row, at)
            if person and (place is None or person.end > place.end or person.rule == "after_honorific"):
                if place and person.start >= place.end:
                    yield _entity(text, row, "LOCATION", place)
                yield _entity(text, row, "PERSON", person)
                at = person.end
            elif place:
                yield _entity(text, row, "LOCATION", place)
                at = ended = place.end
            else:
                at += 1

    def _lead_free(self, row: list[Syllable], at: int) -> bool:
        """Whether no capital before it makes the place a part of some longer name: "Báo Sài Gòn Giải phóng"."""
        return at == 0 or row[at].glued or not row[at - 1].cap or ends_at(self.gazetteer.titles, row, at) is not None

    def _body(self, row: list[Syllable], at: int) -> Found | None:
        titled = ends_at(self.gazetteer.titles, row, at) is not None or row[at - 1].low in {"trưởng", "phó"}
        body = self.bodies.at(row, at, titled=titled)
        field = self.bodies.after_title(row, at) if titled else None
        return field if field and (body is None or field.end > body.end) else body

    def _inside(self, text: str, row: list[Syllable], body: Found) -> Iterator[Entity]:
        at = body.start
        while at < body.end:
            place = self.places.unit_at(row, at)
            if place is None and at > body.start:
                place = self.places.bare_at(row, at)
            if place and place.end <= body.end:
                yield _entity(text, row, "LOCATION", place)
                at = place.end
            else:
                at += 1


def _entity(text: str, row: list[Syllable], label: str, found: Found) -> Entity:
    start, end = row[found.start].start, row[found.end - 1].end
    return Entity(label, start, end, text[start:end], found.kind, "rule", found.confidence)  # type: ignore[arg-type]


@Language.factory("boctin_entities", assigns=["doc._.entities"])
def create_entities(nlp: Language, name: str) -> Entities:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_entities`."""
    return Entities()
