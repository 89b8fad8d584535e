"""`boctin_awards`: conferrals of honours, who gave what to whom and why.

>>> import boctin
>>> award = boctin.load().extract("UBND huyện tặng Giấy khen cho 19 tập thể, 7 cá nhân.").awards[0]
>>> award.award, award.conferred_by, [r.count for r in award.recipients]
('Giấy khen', 'UBND huyện', [19, 7])
"""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

import regex
from spacy.language import Language
from spacy.tokens import Doc

from boctin.article import Article
from boctin.doc import Entity, article_of, sentence_starts
from boctin.inorder import InOrder
from boctin.stages.awards.antecedents import Antecedents
from boctin.stages.awards.bodies import Bodies
from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.conferral import ConferralGrammar
from boctin.stages.awards.doubt import hopeful, is_rule, takes_part
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.expressions import find_expressions
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import WORDS, Lexicon, any_of
from boctin.stages.awards.lists import Listed, read_lists
from boctin.stages.awards.prizes import find_contests, find_prize_words, nearest_prize_word
from boctin.stages.awards.recipients import Party, Range, is_outside
from boctin.stages.awards.slots import event_of, period_of, reason_of, status_of
from boctin.stages.awards.telling import Merger, Told, award_of, joined_tellings, together
from boctin.stages.awards.winners import Winners

# How sure each pattern is, measured on the annotated articles.
_CONFIDENCE = {
    "active": 0.9,
    "passive": 0.9,
    "receive": 0.85,
    "belong": 0.85,
    "hold": 0.75,
    "bracket": 0.8,
    "listed": 0.6,
}
# From this many words of sport in a thousand letters on, an article's prizes are match results.
_SPORT_DENSITY = 1.6
_GLUED = regex.compile(r"(?<=\p{L}\p{Ll}[.?!])(?=\p{Lu}\p{Ll})")
# A name in capitals, as obituaries print it: "Đồng chí Thiếu tướng LÊ VĂN AN".
_IN_CAPITALS = regex.compile(r"(?<=\s)\p{Lu}{2,}+(?: \p{Lu}{2,}+){1,3}+(?!\p{L})")
_HONOURED = regex.compile(rf"{any_of(WORDS.recipients.honorifics)}\s+$")
_STUDIES = regex.compile(any_of(GRAMMAR.doubt.studies))
# The next sentence tells of the honour: "Giải thưởng do Hội A trao tặng", "Đây là giải thưởng được tổ chức bởi Hội A".
_ITS_GIVER = regex.compile(
    r"\s*(?:đây (?:cũng )?là\s+)?(?:các\s+)?(?:giải thưởng|giải|chương trình|danh hiệu|cuộc thi)(?:\s+này)?"
    r"(?= (?:thường niên|uy tín|danh giá|quốc tế|được|do|thuộc|nằm))"
)
# So far behind what is told the next sentence begins at most.
_NEXT_SENTENCE = 240
_AMONG_THEM = regex.compile(r"\s*(?:trong đó,?|trong số đó,?|đó là|cụ thể,?)\s+(?=có |gồm |tập thể|cá nhân|các )")
_LONGEST_HONORIFIC = 40
_IS_CONTEST = regex.compile(rf"{any_of(GRAMMAR.contests.nouns)} (?:\p{{L}}+ ){{0,2}}\"?$")
# In so many mentions of a contest its holder is looked for.
_MOST_MENTIONS = 12
# Who judges and gives does not win.
_NEVER_WINS = regex.compile(r"(?:ban tổ chức|btc|ban giám khảo|hội đồng giám khảo|hội đồng chung khảo)(?!\p{L})")
# No sentence of an article is longer, lists of those honoured included.
_LONGEST_SENTENCE = 4000


class Awards:
    """The component: assigns `doc._.awards`."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self.grammar = ConferralGrammar(self.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        article = article_of(doc)
        low = article.low
        doc._.awards = []
        if any(trigger in low for trigger in self.lexicon.triggers):
            reading = _Reading(self, doc, article, low)
            merged = Merger(article.text, low).merge(reading.told())
            reading.give(merged)
            kept = [t for t in merged if t.parties and _worth_telling(t)]
            doc._.awards = [award_of(t, article.text, f"award_{t.mode}") for t in kept]
        return doc


def _worth_telling(told: Told) -> bool:
    """Recipients must be named or counted; groups without a number will do for a certificate or at a ceremony."""
    if any(p.count is not None or p.names or p.form == "counted" for p in told.parties):
        return True
    if told.commends:
        return told.mode == "active"
    if told.expression.kind.group == "certificate" and told.mode == "passive" and told.conferrer:
        return True  # "nhiều tập thể, cá nhân được tặng Bằng khen của UBND tỉnh"
    return told.expression.kind.group not in ("prize", "place", "standard", "title") and told.given


class _Reading:
    """One article under the grammar."""

    def __init__(self, stage: Awards, doc: Doc, article: Article, low: str) -> None:
        self.stage, self.lexicon = stage, stage.lexicon
        self.doc, self.article, self.reading, self.low = doc, article, article.reading, low
        self.numerals = InOrder(doc._.numerals)
        self.entities = InOrder(doc._.entities)
        self.dates = InOrder(doc._.dates)
        people = [e for e in self.entities if e.label == "PERSON"]
        known = {e.start_char for e in people}
        for match in _IN_CAPITALS.finditer(self.reading):
            start = match.start()
            if start not in known and _HONOURED.search(low, max(0, start - _LONGEST_HONORIFIC), start):
                people.append(Entity("PERSON", start, match.end(), article.text[slice(*match.span())]))
        self.starts = sentence_starts(doc)
        self.people = InOrder(people)
        self.antecedents = Antecedents(self.lexicon, self.reading, low, self.entities, self.people)
        self.winners = Winners(self.lexicon, self.reading, low, self.people)
        letters = max(len(low), 800)
        self.sporty = len(self.lexicon.sport.findall(low)) * 1000 / letters >= _SPORT_DENSITY

    @cached_property
    def contests(self) -> list[tuple[int, Range]]:
        return find_contests(self.reading)

    @cached_property
    def prize_words(self) -> list[Range]:
        return find_prize_words(self.low)

    def told(self) -> list[Told]:
        parts = list(self.article.body())
        lines = [(part.start, part.end) for part in parts]
        listed, taken = read_lists(self.lexicon, self.reading, self.low, lines)
        found = [self._listed(item) for item in listed]
        for part in parts:
            if (part.start, part.end) in taken:
                continue
            for sentence in self._sentences(part.start, part.end):
                if found:
                    self._tell_more(found[-1], sentence)
                expressions = find_expressions(self.lexicon, self.reading, self.low, *sentence)
                if self.sporty or self.lexicon.sport.search(self.low, *sentence):
                    expressions = [x for x in expressions if "colour" not in x.notes]
                if expressions:
                    title = part.role in ("title", "caption")
                    found += self._sentence(sentence, expressions, title)
        return found

    def give(self, merged: list[Told]) -> None:
        """Who holds a contest, told once with its name, gives those of its prizes that nobody else is said to give."""
        waiting = [t for t in merged if t.conferrer is None and t.expression.kind.group in ("prize", "place")]
        if not waiting:
            return
        holders: dict[str, Range | None] = {}
        for told in waiting:
            name = told.expression.name or told.name
            key = self.low[slice(*name)] if name else ""
            if " " in key and key not in holders:
                holders[key] = self._holder(key)
            told.conferrer = holders.get(key)

    def _holder(self, name: str) -> Range | None:
        """Who is said to hold a contest right behind its name, anywhere in the article."""
        at = -1
        for _ in range(_MOST_MENTIONS):
            at = self.low.find(name, at + 1)
            if at == -1:
                break
            if not _IS_CONTEST.search(self.low, max(0, at - 40), at):
                continue
            start = at + len(name)
            line = self.low.find("\n", start)
            stop = min(len(self.low) if line == -1 else line, start + _NEXT_SENTENCE)
            end = self.low.find(". ", start, stop)
            stop = stop if end == -1 else end
            if body := self._bodies((start, stop)).organiser(start, stop):
                return body
        return None

    def _tell_more(self, told: Told, sentence: Range) -> None:
        """What the next sentence adds to a conferral: who gave it, who is among those who received it."""
        if not 0 <= sentence[0] - told.mention[1] < _NEXT_SENTENCE:
            return
        if told.conferrer is None and told.expression.kind.group in ("prize", "commendation"):
            given = _ITS_GIVER.match(self.low, *sentence)
            told.conferrer = self._bodies(sentence).organiser(given.end(), sentence[1]) if given else None
        unnamed = bool(told.parties) and not any(p.count or p.names for p in told.parties)
        among = _AMONG_THEM.match(self.low, *sentence) if unnamed else None
        if among:
            named = self._named_in((among.end(), sentence[1]))
            if named and {p.kind for p in named} <= {p.kind for p in told.parties}:
                told.parties = named

    def _bodies(self, sentence: Range) -> Bodies:
        return Bodies(self.lexicon, self.reading, self.low, self.entities.within(*sentence))

    def _named_in(self, span: Range) -> list[Party]:
        """Those named in a stretch of words, those of one kind as one group."""
        numerals, entities = self.numerals.within(*span), self.entities.within(*span)
        recipients = self.stage.grammar.recipients
        parties = recipients.parties(self.reading, self.low, span, numerals, entities, self.antecedents.short_names)
        row = [p for p in parties if p.form in ("person", "body") and not is_outside(self.low, p.start)]
        return together([self.antecedents.resolved(p, None) or p for p in row]) if row else []

    def _listed(self, item: Listed) -> Told:
        person = bool(self.people.within(item.party.start, item.party.start + 1))
        item.party.kind = "individual" if person else "collective"
        x = item.expression
        name = self._contest(x, item.item) if x.rank and not x.name else None
        sure = _CONFIDENCE["listed"]
        return Told(x, "listed", [item.party], item.item, "held", sure, conferrer=item.conferrer, name=name)

    def _sentences(self, start: int, end: int) -> list[Range]:
        inside = slice(bisect_right(self.starts, start), bisect_left(self.starts, end))
        cuts = {start, *self.starts[inside]}
        cuts |= {m.start() for m in _GLUED.finditer(self.reading, start, end)}
        bounds = [*sorted(cuts), end]
        return [piece for a, b in pairwise(bounds) for piece in self._pieces(a, b)]

    def _pieces(self, start: int, end: int) -> list[Range]:
        """A sentence without end in pieces, so that what is compared pair by pair in one stays little."""
        pieces: list[Range] = []
        while end - start > _LONGEST_SENTENCE:
            cut = self.reading.rfind(" ", start, start + _LONGEST_SENTENCE) + 1 or start + _LONGEST_SENTENCE
            pieces.append((start, cut))
            start = cut
        return [*pieces, (start, end)]

    def _sentence(self, sentence: Range, expressions: list[Expression], title: bool) -> list[Told]:
        candidates: list[Candidate] = []
        start = sentence[0]
        for won in [*self.winners.read(expressions, *sentence), None]:
            piece = (start, won.start if won else sentence[1])
            inside = [x for x in expressions if piece[0] <= x.start < piece[1]]
            if inside:
                candidates += self._candidates(piece, inside)
            if won:
                candidates.append(Candidate(won.expression, "belong", (won.start, won.end), won.parties, won.by))
                start = won.end
        told = [t for t in (self._told(c, sentence, title) for c in candidates) if t]
        return joined_tellings(self.low, told)

    def _candidates(self, piece: Range, expressions: list[Expression]) -> list[Candidate]:
        numerals, entities = self.numerals.within(*piece), self.entities.within(*piece)
        return self.stage.grammar.read(
            self.reading, self.low, piece, expressions, numerals, entities, self.antecedents.short_names
        )

    def _told(self, candidate: Candidate, sentence: Range, title: bool) -> Told | None:
        if self._guarded(candidate, sentence):
            return None
        x = candidate.expression = self._said(self._unmixed(candidate.expression))
        if candidate.pronoun and not candidate.parties:
            candidate.parties = self.antecedents.of(candidate, sentence)
        name = None
        if x.name is None and (x.kind.group in ("prize", "place") or "colour" in x.notes):
            name = self._contest(x, sentence)
            inside = name is not None and sentence[0] <= name[0] < sentence[1]
            of_body = candidate.conferrer is not None and 0 <= candidate.conferrer[0] - x.end < 8
            if "bare" in x.notes and not (inside or of_body or (name and x.kind.group == "place")):
                return None
            name = name if inside or not of_body else None
        reason = reason_of(self.low, candidate, candidate.clause[1])
        parties = [p for p in candidate.parties if not (p.names and _NEVER_WINS.match(self.low, p.start))]
        candidate.parties = [q for p in parties if (q := self.antecedents.resolved(p, x))]
        parties = [Party(p.start, p.end, p.count, p.kind, list(p.names), p.form) for p in candidate.parties]
        return Told(
            x,
            candidate.mode,
            parties,
            self._mention(candidate),
            status_of(self.lexicon, self.low, candidate),
            self._confidence(candidate),
            conferrer=candidate.conferrer,
            name=name,
            reason=reason,
            period=period_of(self.dates.within(*reason), reason) if reason else (None, None),
            event=event_of(self.dates.within(*sentence), sentence, reason),
            in_title=title,
            given=candidate.mode == "active" and candidate.verb is not None,
        )

    def _guarded(self, candidate: Candidate, sentence: Range) -> bool:
        x = candidate.expression
        words = self.low[sentence[0] : sentence[1]]
        contest = x.kind.group in ("prize", "place") or "colour" in x.notes
        contest = contest or (x.kind.code == "danh_hieu" and bool(self.lexicon.sport.search(self.low, *sentence)))
        sport = "voted" not in x.notes and (self.sporty or bool(self.lexicon.sport.search(words)))
        if contest and (sport or self.lexicon.lottery.search(words)):
            return True
        if "bare" in x.notes and x.kind.code == "danh_hieu":
            return True
        if x.kind.group == "prize" and x.rank and is_rule(self.low, sentence[0], x.start):
            return True
        if x.kind.group == "place" and takes_part(self.low, x.start):
            return True
        if x.kind.group == "place" and x.name and self._names_person(x.name):
            return True  # "Hoa hậu Lê Lan" only calls her by her title
        if x.bearer and not self._names_person(x.bearer):
            return True
        if x.kind.code == "huy_chuong" and not x.name and candidate.mode == "receive":
            return not self._of_study(x, sentence)
        return candidate.mode != "hold" and hopeful(self.lexicon, self.reading, self.low, candidate)

    def _of_study(self, x: Expression, sentence: Range) -> bool:
        """Whether a medal is one of a contest of pupils or artists, which is a prize."""
        name = self._contest(x, sentence) if "colour" in x.notes else None
        return name is not None and _STUDIES.search(self.low, *name) is not None

    def _names_person(self, span: Range) -> bool:
        named = [e for e in self.people.before(span[1], most=2) if span[0] < e.end_char]
        return any(" " in e.text or e.end_char >= span[1] for e in named)

    def _unmixed(self, x: Expression) -> Expression:
        """A prize without the name of its winner: "giải Nhất | Lê Văn An"."""
        return replace(x, name=None) if x.rank and x.name and self._names_person(x.name) else x

    def _said(self, x: Expression) -> Expression:
        """A prize told by its name alone with the word for it, which the article says elsewhere."""
        called = x.kind.code == "vinh_danh" and x.name is not None and self.reading[x.name[0] - 1] == '"'
        word = nearest_prize_word(self.low, self.prize_words, x.start) if called or "unsaid" in x.notes else None
        if word is None:
            return replace(x, name=None) if "unsaid" in x.notes else x
        return replace(x, award=word)

    def _contest(self, x: Expression, sentence: Range) -> Range | None:
        """The contest of a prize: the one named in its sentence, else the last one named before."""
        near = [name for at, name in self.contests if x.end <= at < min(sentence[1], x.end + 60)]
        before = [name for at, name in self.contests if at < x.start]
        after = [name for at, name in self.contests if x.end <= at < sentence[1]]
        return near[0] if near else before[-1] if before else after[0] if after else None

    def _mention(self, candidate: Candidate) -> Range:
        x = candidate.expression
        points = [x.start, x.end]
        for party in candidate.parties:
            if candidate.clause[0] <= party.start and party.end <= candidate.clause[1]:
                points += [party.start, party.end]
        if candidate.verb:
            points.append(candidate.verb[0])
        return min(points), max(points)

    def _confidence(self, candidate: Candidate) -> float:
        x = candidate.expression
        sure = _CONFIDENCE.get(candidate.mode, 0.6)
        if candidate.pronoun:
            sure -= 0.25 if self.low[candidate.clause[0] : candidate.expression.start].strip(" ,;-") else 0.35
        if not any(p.count or p.names for p in candidate.parties):
            sure -= 0.3
        if x.kind.group in ("commendation", "prize", "place"):
            sure -= 0.25 if candidate.mode == "passive" else 0.15
            sure -= 0.1 if candidate.mode == "active" and not candidate.conferrer else 0
        elif candidate.conferrer:
            sure += 0.05
        elif candidate.mode == "passive":
            sure -= 0.05
        elif candidate.mode == "active":
            sure -= 0.1  # given by nobody that is said: often a headline or a caption, or no conferral
        return max(0.1, sure)


@Language.factory(
    "boctin_awards",
    requires=["doc._.numerals", "doc._.entities", "doc._.dates"],
    assigns=["doc._.awards"],
)
def create_awards(nlp: Language, name: str) -> Awards:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_awards`."""
    return Awards()
