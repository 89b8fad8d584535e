"""`boctin_officials`: people in office, with their positions, from titles, bodies and names."""

from bisect import bisect_left, bisect_right

import regex
from spacy.language import Language
from spacy.tokens import Doc

from boctin.article import Article
from boctin.doc import Entity, article_of
from boctin.record import Official, Position, Span
from boctin.stages.officials.completion import Places
from boctin.stages.officials.joints import Joints, Link, settled
from boctin.stages.officials.knowledge import load_branches, load_grammar, load_titles
from boctin.stages.officials.lines import over_a_line
from boctin.stages.officials.people import GLUE, People, Person, cut_headlines, distinct, join_titles, key_of
from boctin.stages.officials.positions import Around, Held, PositionGrammar

# A run of capitalised words after an office, where no name was recognised: a foreign name.
_SMALL = r"(?:(?:de|del|von|van|bin|da|dos|la|los|der)\s){0,2}"
_NAME = regex.compile(
    rf"[ ]+(?P<name>\p{{Lu}}[\p{{L}}'-]*\p{{Ll}}[\p{{L}}'-]*(?:\s{_SMALL}\p{{Lu}}[\p{{L}}'-]*+){{1,4}})"
)

_WORD = regex.compile(r"[ ]+(?P<name>\p{Lu}\p{Ll}++)(?!\s*\p{Lu})")
_BRACKET = regex.compile(
    r"\s*\((?:gọi tắt là |viết tắt là |tên viết tắt |sau đây gọi là )?(?P<short>\p{Lu}[\p{Lu}&]{1,9})\)"
)
_SPOKEN = 12  # how many of the names told before a part may be what its first pronouns stand for


class Officials:
    """The component: assigns `doc._.officials`.

    >>> import boctin
    >>> record = boctin.load().extract("Ông Lê Văn An, Phó Bí thư Huyện ủy Thoại Sơn, phát biểu.")
    >>> record.officials[0].name, record.officials[0].positions[0].organization
    ('Lê Văn An', 'Huyện ủy Thoại Sơn')
    """

    def __init__(self) -> None:
        grammar = load_grammar()
        self.branches = load_branches()
        self.positions = PositionGrammar(load_titles(), grammar, self.branches)
        self.joints = Joints(grammar)
        self.heads = {key_of(name) for name in self.branches.heads.names}

    def __call__(self, doc: Doc) -> Doc:
        article = article_of(doc)
        doc._.officials = self.find(article, doc._.entities)
        return doc

    def find(self, article: Article, entities: list[Entity]) -> list[Official]:
        """The officials of an article, given its names."""
        persons = sorted((e for e in entities if e.label == "PERSON"), key=lambda e: e.start_char)
        persons = cut_headlines(persons)
        starts = [p.start_char for p in persons]
        surnames = {p.text.split()[-1] for p in persons if " " in p.text}
        bodies: dict[int, Entity] = {}
        for entity in sorted(entities, key=lambda e: (e.label == "PERSON", -e.end_char)):
            bodies.setdefault(entity.start_char, entity)
        around = Around(bodies, any(word in article.low for word in self.positions.house), _shorts(article, entities))
        links: list[Link] = []
        told: list[Held] = []
        earlier: list[Entity] = []
        line = (0, 0)
        for part in article.body():
            before, line = line, (part.start, part.end)
            held = list(self.positions.find(article.reading, article.low, part.start, part.end, around))
            told += held
            inside = persons[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
            if held:
                inside = _outside(inside, held)
                runs = self.joints.groups(article.reading, held)
                new = self._unseen(article, runs, inside, bodies, surnames)
                persons += new
                inside = sorted([*inside, *new], key=lambda e: e.start_char)
                here = self.joints.link(article.reading, runs, inside, earlier)
                if runs and earlier and (over := over_a_line(article.reading, line, before, runs, here, earlier[-1])):
                    here.append(over)
                links += here
            earlier = [*earlier, *inside][-_SPOKEN:]
        people, places = People(persons), Places(entities)
        for link in settled(article.reading, links):
            people.give(link)
        join_titles(article.text, people.by_key.values(), told, places)
        cores = {h.core for link in links for h in link.held if h.counts and not h.bare and h.body}
        made = [
            self._official(article.text, p, places) for p in people.by_key.values() if self._in_office(p, cores=cores)
        ]
        return sorted(made, key=lambda o: o.mentions[0].start_char)

    def _in_office(self, person: Person, *, cores: set[str]) -> bool:
        """Whether a person counts; "Chủ tịch" alone does for heads of state, and where a public body here has one."""
        if any(held.counts and not held.bare for held in person.held):
            return True
        bare = [held for held in person.held if held.bare]
        if not bare:
            return False
        if key_of(person.name.text) in self.heads:
            return True
        known = all(held.core in cores for held in bare) and all(held.counts for held in person.held)
        return known and person.name.kind != "foreign"

    def _unseen(
        self,
        article: Article,
        runs: list[list[Held]],
        persons: list[Entity],
        bodies: dict[int, Entity],
        surnames: set[str],
    ) -> list[Entity]:
        known = {p.start_char for p in persons}
        found = []
        for run in runs:
            match = _NAME.match(article.reading, run[-1].end) or self._short(article, run[-1].end, surnames)
            if match and not run[-1].bare and match.start("name") not in known and match.start("name") not in bodies:
                start, end = match.span("name")
                if GLUE.search(article.reading, start, end):
                    continue
                if self.positions.title.match(article.reading, start) or any(start < k < end for k in known):
                    continue
                found.append(Entity("PERSON", start, end, article.text[start:end], "foreign", "after_office", 0.8))
        return found

    def _short(self, article: Article, end: int, surnames: set[str]) -> "regex.Match[str] | None":
        """One word after an office that is the end of a name told before: "Bộ trưởng Austin"."""
        match = _WORD.match(article.reading, end)
        return match if match and match["name"] in surnames else None

    def _official(self, text: str, person: Person, places: Places) -> Official:
        return Official(
            name=person.name.text,
            positions=[self._position(text, held, places) for held in distinct(text, person.held)],
            mentions=_mentions(text, person),
            rule=person.rule,
            confidence=person.confidence,
        )

    def _organization(self, held: Held) -> tuple[int, int]:
        """Where the body's name begins and the title ends; "Trưởng phòng Tổ chức" shares "phòng" between the two."""
        start = held.body.start_char if held.body else held.title_end
        if start >= held.title_end or held.standing:
            return held.title_end, held.title_end
        return start, start if held.end == held.title_end else held.title_end

    def _position(self, text: str, held: Held, places: Places) -> Position:
        start, title_end = self._organization(held)
        organization = text[start : held.end].strip() or None
        kind = held.body.kind if held.body else None
        branch = self.branches.branch.get(kind or "", held.title.branch)
        if kind == "international" or places.foreign(start, held.end):
            branch = "foreign"
        return Position(
            text=text[held.start : held.end],
            start_char=held.start,
            end_char=held.end,
            title=text[held.start : title_end].strip(),
            organization=organization,
            organization_full=places.full(start, held.end, organization) if organization else None,
            branch=branch,
            level=held.title.level or (places.level(start, held.end, organization) if organization else None),
            former=held.former,
        )


def _mentions(text: str, person: Person) -> list[Span]:
    """Where a person is named, or told by the office alone."""
    spans = [(e.start_char, e.end_char) for e in person.names] + [(h.start, h.end) for h in person.titles]
    return [Span(text=text[start:end], start_char=start, end_char=end) for start, end in sorted(spans)]


def _shorts(article: Article, entities: list[Entity]) -> dict[str, Entity]:
    """The acronyms that the article explains: "Tổng công ty Thép Việt Nam (VSC)"."""
    found: dict[str, Entity] = {}
    for entity in entities:
        if entity.label != "ORGANIZATION" or not article.reading.startswith((" (", "("), entity.end_char):
            continue
        match = _BRACKET.match(article.reading, entity.end_char)
        if match and entity.kind:
            found.setdefault(match["short"], entity)
    return found


def _outside(persons: list[Entity], held: list[Held]) -> list[Entity]:
    """The persons that are no part of an office's own words ("Ban Quản lý Lăng Chủ tịch Hồ Chí Minh")."""
    starts = [h.start for h in held]
    at = [bisect_right(starts, p.start_char) - 1 for p in persons]
    return [p for p, n in zip(persons, at, strict=True) if n < 0 or held[n].end <= p.start_char]


@Language.factory("boctin_officials", requires=["doc._.entities"], assigns=["doc._.officials"])
def create_officials(nlp: Language, name: str) -> Officials:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_officials`."""
    return Officials()
