"""The patterns of a sentence that confers: who gives which honour to whom.

active      UBND tỉnh | tặng | Bằng khen | cho | 28 tập thể, 12 cá nhân
passive     3 đồng chí | được | UBND tỉnh | tặng | Bằng khen
receive     em Lan | đoạt | giải Nhất
belong      giải A | thuộc về | tác giả Lan
hold        Mẹ Việt Nam anh hùng | Trần Thị Mạo
bracket     Quay phim xuất sắc (Vũ Quốc Tuấn)
listed      trao | 2 | giải Nhì
"""

from dataclasses import replace

import regex

from boctin.stages.awards.bodies import STATE
from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.clause import Sentence
from boctin.stages.awards.commendation import Commendation
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import any_of
from boctin.stages.awards.recipients import Party, Range
from boctin.stages.awards.subjects import Subjects, goes_on
from boctin.stages.awards.verbs import Verbs

# "Cô là Á hậu 1 …": a title held, where a word for a person stands in its place.
_IS_ONE = regex.compile(r"(?<!\p{L})(?P<verb>(?:chính )?là)\s+(?:một\s+)?$")
_NEW = regex.compile(r"(?<!\p{L})(?:tân|đương kim)\s+$")
_APPOSED = regex.compile(r"[^.;:!?()\n]{0,40}?\s*[-,]?\s*(?:người đẹp\s+)?")
_OF_PERSON = regex.compile(r"\s*(?:,\s*)?của\s+(?:(?:em|anh|chị|ông|bà|cô|thầy|người đẹp)\s+)?")
_TO_PRONOUN = regex.compile(
    rf"[^.;:\n]{{0,50}}?(?<!\p{{L}})(?:cho|đến|tới)\s+(?P<who>{any_of(GRAMMAR.persons.pronouns)})(?!\s+\p{{Lu}})(?!\s+con)"
)
# All that stands between a prize told without its word and its winner: "Nobel Văn học | được trao | cho …".
_ONLY_GIVEN = frozenset(["", "trao", "trao tặng", "được trao", "được trao tặng", "dành"])
# A prize with its sum and no verb only tells what may be won: "gồm một giải Nhất | 100 triệu đồng".
_WORTH = regex.compile(r"\s*(?:trị giá|là|với|\()?\s*\d[\d.,]*+ (?:triệu|nghìn|ngàn|tỷ|đồng|usd)")
# "tặng | ông | danh hiệu …"
_PRONOUN_BETWEEN = regex.compile(rf"\s+(?:cho\s+)?(?P<who>{any_of(GRAMMAR.persons.pronouns)})\s+")
# Bodies that only hand over what the State gives.
_LOCAL = regex.compile(rf"(?!lãnh đạo (?:đảng|nhà nước)){any_of(GRAMMAR.bodies.local)}")
# "bảng thành tích: 8,5 IELTS, | giải Nhất …": what the one whom the passage is about has achieved.
_ACHIEVED = regex.compile(r"(?<!\p{L})(?:thành tích|dấu ấn|bảng vàng)[^.;:!?\n]{0,30}+:[^.;:!?\n]{0,60}$")
_OPENS = regex.compile(
    r"[\s*+•-]*(?:(?:khen thưởng|phần thưởng|phần thưởng cao quý|được tặng thưởng|các hình thức khen thưởng)\s*:\s*)?"
)
# "được vinh danh với hai giải thưởng …"
_WITH_PRIZES = regex.compile(
    r"\s*(?:với|tại|ở|trong|qua|bằng)\s*"
    r"(?:(?:lễ|buổi lễ|đêm)\s+(?:công bố\s+(?:và\s+)?)?(?:trao|vinh danh)\s*)?"
    r"(?:\d+|hai|ba|bốn|năm|các|nhiều|hàng loạt|loạt|cú đúp)?\s*"
)
_HEADS = regex.compile(r"(?:gồm(?: có)?|như|là|:)\s*:?\s*$")
_GOES_ON = regex.compile(r"(?:,|;|và)\s*$")
_CEREMONY = regex.compile(r"(?<!\p{L})tổ chức(?: trọng thể)? (?:buổi )?lễ(?!\p{L})")
_ADMINISTRATIONS = ("ubnd", "ủy ban nhân dân", "hđnd")
_DIRECTLY_TO = regex.compile(r"\s*cho\s")
_COMMA = regex.compile(r"\s*(?:\([^()\n]{1,40}\)|đột xuất|kịp thời)?\s*(?:,|và|, và)\s")
_NEXT = regex.compile(r"\s*(?:\([^()\n]{1,40}\))?[\s,;]*(?:và|cùng|cùng với)?\s*(?:nhiều|\d+)?\s*")
_TO = regex.compile(rf"{any_of(GRAMMAR.verbs.to)}|:\s")


# Before a prize: how many of them.
_COUNT_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NUMBER = regex.compile(rf"(?<![\p{{L}}\d.,])(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}|{'|'.join(_COUNT_WORDS)})\s+$")
_ORDINAL = regex.compile(r"(?<!\p{L})(?:thứ|lần|số|năm|tháng|ngày|lớp|khóa|top)\s+$")


class Patterns:
    """The sentence patterns over one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.lexicon = sentence, sentence.lexicon
        self.reading, self.low = sentence.reading, sentence.low
        self.verbs, self.subjects = Verbs(sentence), Subjects(sentence)
        self.commendation = Commendation(sentence, self.subjects)

    def run(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> list[Candidate]:
        first = run[0]
        left = max([left, *(p.end for c in earlier for p in c.parties if p.end <= first.start and c.mode != "passive")])
        if first.kind.group == "commendation":
            made = self.commendation.read(first, left, right, earlier)
        else:
            made = self.confer(run, left, right, earlier)
        return [own for x in run if (own := self._own(x, made, (left, right)))]

    def _own(self, x: Expression, made: Candidate | None, clause: Range) -> Candidate | None:
        if x.bearer:
            winner = Party(*x.bearer, 1, "individual", [x.bearer], form="person")
            return Candidate(x, "bracket", clause, [winner], made.conferrer if made else None)
        if made is None:
            return None
        by = made.conferrer
        if by is None and x.kind.group in ("prize", "commendation") and made.mode in ("passive", "receive"):
            by = self.s.bodies.organiser(x.end, clause[1])
        return replace(made, expression=x, conferrer=self._may_give(x, by))

    def _may_give(self, x: Expression, by: Range | None) -> Range | None:
        """The conferrer, unless only the State gives it: "Huân chương, Giấy khen của xã"."""
        of_state = x.kind.group in ("order", "title") and x.kind.conferrers == ["Chủ tịch nước"]
        if by and of_state and _LOCAL.match(self.low, by[0]):
            return None
        behind = by is not None and by[0] > x.end
        between = behind and self.lexicon.forms.search(self.low, x.end, by[0] if by else x.end)
        return None if between and x.kind.group == "order" and not self._of_state(by) else by

    def _of_state(self, by: Range | None) -> bool:
        return by is not None and self.low.startswith(STATE, by[0])

    def confer(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> Candidate | None:
        first, last = run[0], run[-1]
        clause = (left, right)
        if first.kind.alone and (held := self._holders(first, clause)):
            return self._held(first, clause, held, earlier)
        if counted := self._counted_prize(first, clause):
            return self._listed(first, clause, counted, earlier)
        if new := self._crowned(first, clause):
            return Candidate(first, "hold", clause, new)
        if earlier and earlier[-1].mode == "passive" and self._is_with(earlier[-1], first):
            return self._told_on(first, clause, None, earlier[-1])
        by, after = self.s.bodies.of_whom(last.end, right)
        give, passive, receive = self.verbs.before(left, first.start)
        if first.kind.group == "place" and (is_one := _IS_ONE.search(self.low, left, first.start)):
            receive = is_one.span("verb")
        if receive and (give is None or receive[0] >= give[0]) and first.start - receive[1] < 45:
            return self._received(run, clause, receive, by, earlier)
        if give and passive and not self._recipient_between(give[1], first.start):
            return self._passive(run, clause, give, passive, by, earlier)
        if (give or self._may_stand_alone(first, earlier)) and (
            to := self._to_whom(after, right, give, colon=bool(last.rank), near="unsaid" in last.notes and not give)
        ):
            return self._given(clause, first, give, to, by, earlier)
        if give and (pronoun := _TO_PRONOUN.match(self.reading, after, right)):
            made = self._given(clause, first, give, [], by, earlier)
            return replace(made, pronoun=True, stands_for=pronoun.span("who"))
        if give:
            return self._given_before(first, clause, give, by, earlier)
        return self._life(run, clause) or self._without_verb(run, clause, by, earlier)

    def _held(self, first: Expression, clause: Range, held: list[Party], earlier: list[Candidate]) -> Candidate | None:
        if earlier and earlier[-1].mode == "active" and earlier[-1].expression.kind == first.kind:
            earlier[-1].parties = earlier[-1].parties or held  # "truy tặng danh hiệu … cho 25 Bà mẹ …"
            return None
        return Candidate(first, "hold", clause, held)

    def _crowned(self, first: Expression, clause: Range) -> list[Party]:
        """Who has just won a title: "tân Hoa hậu Hoàn vũ Lê Lan", "tân Á hậu - Trần Mai"."""
        if first.kind.group != "place" or not _NEW.search(self.low, clause[0], first.start):
            return []
        near = next((p for p in self.s.parties if p.form == "person" and p.start >= first.end), None)
        return [near] if near and _APPOSED.fullmatch(self.reading, first.end, near.start) else []

    def _owner(self, at: int, right: int) -> Party | None:
        """Whose a prize is: "giải Nhất của em Lan", "ngôi vị Quán quân của Mai"."""
        of = _OF_PERSON.match(self.low, at, right)
        people = [p for p in self.s.parties if of and p.form == "person" and p.start == of.end()]
        return people[0] if people else None

    def _life(self, run: list[Expression], clause: Range) -> Candidate | None:
        """Honours that open a sentence with no verb: the life of the one whom the article is about."""
        first = run[0]
        honours = first.kind.group in ("order", "medal", "badge") and (len(run) > 1 or first.rank or first.name)
        if not honours or clause[0] != self.s.span[0] or not _OPENS.fullmatch(self.low, clause[0], first.start):
            return None
        return Candidate(first, "hold", clause, pronoun=True)

    def _recipient_between(self, start: int, end: int) -> bool:
        return any(start <= p.start and p.end <= end and p.form in ("counted", "person") for p in self.s.parties)

    def _may_stand_alone(self, x: Expression, earlier: list[Candidate]) -> bool:
        """Whether an honour with no verb may be given: told on ("…; danh hiệu B cho 4 cá nhân"), a prize …"""
        told_on = bool(earlier) and earlier[-1].mode in ("active", "passive")
        return (
            told_on
            or x.kind.group in ("prize", "certificate", "place", "order")
            or x.kind.code == "danh_hieu"
            or bool(x.name)
        )

    # --- patterns with a verb ---

    def _to_whom(
        self, at: int, right: int, give: Range | None, *, colon: bool = False, near: bool = False
    ) -> list[Party]:
        """Those behind "cho", "thuộc về"; `near` says that it must follow at once."""
        if (
            give
            and (close := self.s.right_parties(at, right, reach=14))
            and close[0].start - at < 30
            and close[0].form == "counted"
        ):
            return close
        for match in [*self.lexicon.belong.finditer(self.low, at, right), *_TO.finditer(self.low, at, right)]:
            if match.group().startswith(":") and not colon:
                continue
            far = match.group() in ("đến", "tới") and "," in self.low[at : match.start()]
            if near and self.lexicon.irrealis.search(self.low, at, match.start()):
                break  # "Cánh diều vàng | hiếm khi | được trao cho hai phim"
            loose = near and match.re is _TO
            far = far or (loose and self.low[at : match.start()].strip() not in _ONLY_GIVEN)
            if match.start() - at <= 140 and not far and (parties := self.s.right_parties(match.end(), right)):
                return parties
        return []

    def _received(
        self, run: list[Expression], clause: Range, verb: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate:
        end = verb[0]
        helper = regex.search(r"(?:vinh dự\s+)?(?:được|đã|vừa|cùng|còn)\s*$", self.low[clause[0] : end])
        end = clause[0] + helper.start() if helper else end
        to = self._brought(verb, run[0].start) or self._directly_to(run[-1].end, clause[1])
        if to:
            return Candidate(run[0], "receive", clause, to, by, verb=verb)
        parties, pronoun = self.subjects.of(run, clause, end, earlier)
        holds = len(parties) == 1 and _CEREMONY.search(self.low, parties[0].end, end)
        if holds and (len(parties[0].names) > 1 or self.low.startswith(_ADMINISTRATIONS, parties[0].start)):
            parties = []  # "Huyện ủy, HĐND, UBND tổ chức lễ đón nhận …": they only hold the ceremony
        return Candidate(run[0], "receive", clause, parties, by, pronoun=pronoun, verb=verb)

    def _passive(
        self,
        run: list[Expression],
        clause: Range,
        give: Range,
        passive: Range,
        by: Range | None,
        earlier: list[Candidate],
    ) -> Candidate:
        own = self.s.bodies.conferrer(passive[1], give[0])
        if to := self._directly_to(run[-1].end, clause[1]):
            return Candidate(run[0], "passive", clause, to, own or by, verb=(passive[0], give[1]))
        parties, pronoun = self.subjects.of(run, clause, passive[0], earlier)
        by = own or by or self.s.bodies.decided(clause[0], passive[0])
        return Candidate(run[0], "passive", clause, parties, by, pronoun=pronoun, verb=(passive[0], give[1]))

    def _brought(self, verb: Range, end: int) -> list[Party]:
        """To whom a work brings its prize: "mang về | cho Lê Lan | giải …"."""
        given = _DIRECTLY_TO.match(self.low, verb[1], end)
        to = self.s.right_parties(given.end(), end, reach=20) if given else []
        return to[:1] if to and to[0].names else []

    def _directly_to(self, at: int, limit: int) -> list[Party]:
        """Those to whom an honour goes right behind it: "lễ đón nhận danh hiệu … | cho Đoàn Thanh niên"."""
        given = _DIRECTLY_TO.match(self.low, at, limit)
        to = self.s.right_parties(given.end(), limit, reach=20) if given else []
        return to if to and to[0].form in ("counted", "person", "body") else []

    def _given(
        self,
        clause: Range,
        first: Expression,
        give: Range | None,
        to: list[Party],
        by: Range | None,
        earlier: list[Candidate],
    ) -> Candidate:
        handed = False
        told = earlier[-1] if earlier and earlier[-1].mode in ("active", "passive") else None
        if give:
            subject, handed = self.s.bodies.giver(clause[0], give[0])
            by = by or subject
            if by is None and not handed and told and goes_on(self.low, clause[0], give[0]):
                by = told.conferrer
        elif by is None and told:
            by = told.conferrer
        return Candidate(first, "active", clause, to, by, official=handed, verb=give)

    def _given_before(
        self, first: Expression, clause: Range, give: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate:
        """ "tặng 28 tập thể Bằng khen", or an honour given to nobody that the sentence names."""
        between = self.s.right_parties(give[1], first.start, reach=40)
        subject, handed = self.s.bodies.giver(clause[0], give[0])
        told = earlier[-1] if earlier else None
        if told and told.mode == "passive" and not between and subject and _COMMA.match(self.low, clause[0]):
            # "ông Nam được Bộ tặng Cờ thi đua, | UBND tỉnh tặng Bằng khen"
            return replace(told, expression=first, clause=clause, conferrer=by or subject)
        if told and told.mode == "passive" and not between and goes_on(self.low, clause[0], give[0]):
            # "anh Nam được Bộ tuyên dương | và tặng Bằng khen"
            return replace(told, expression=first, clause=clause, conferrer=by or told.conferrer)
        if not between and (stands := _PRONOUN_BETWEEN.fullmatch(self.low, give[1], first.start)):
            whom = stands.span("who")
            return Candidate(
                first, "active", clause, [], by or subject, pronoun=True, stands_for=whom, official=handed, verb=give
            )
        return Candidate(first, "active", clause, between, by or subject, official=handed, verb=give)

    # --- patterns without one ---

    def _counted_prize(self, first: Expression, clause: Range) -> Party | None:
        number = _NUMBER.search(self.low, max(clause[0], first.start - 24), first.start)
        prize = (first.kind.group == "prize" and (first.rank or first.name)) or "colour" in first.notes
        prize = prize or (first.kind.group == "place" and first.award[1] - first.award[0] > 8)
        if number is None or not prize or _ORDINAL.search(self.low, clause[0], number.start()):
            return None
        if "unsaid" in first.notes and self.lexicon.noun.match(self.low, first.start):
            return None  # "danh sách 50 | Công ty niêm yết tốt nhất": they are no prizes
        told = number.group(1)
        if told in _COUNT_WORDS and not (first.rank or "colour" in first.notes):
            return None  # "hai giải thưởng: …" heads a list
        count = _COUNT_WORDS.get(told) or int(told.replace(".", ""))
        return Party(number.start(), first.end, count, None)

    def _in_words(self, first: Expression, counted: Party) -> bool:
        """Whether medals are counted in words: with no verb they are somebody's, "chủ nhân | hai huy chương vàng"."""
        return "colour" in first.notes and self.low[counted.start].isalpha()

    def _listed(self, first: Expression, clause: Range, counted: Party, earlier: list[Candidate]) -> Candidate | None:
        """Prizes that are counted ("trao 2 giải Nhì cho các tập thể"): as many recipients as prizes."""
        to = self._to_whom(first.end, clause[1], None)
        give, passive, receive = self.verbs.before(clause[0], first.start)
        told = earlier[-1] if earlier else None
        if not (give or receive or told) and (_WORTH.match(self.low, first.end) or self._in_words(first, counted)):
            return None
        if (
            told
            and told.mode == "receive"
            and not give
            and not receive
            and (told.pronoun or any(p.names for p in told.parties))
        ):
            return replace(told, expression=first, clause=clause)
        if receive and not give:
            parties, pronoun = self.s.left_parties(clause[0], receive[0])
            return Candidate(first, "receive", clause, parties, None, pronoun=pronoun, verb=receive)
        whose = [p for p in self.s.parties if p.form == "counted" and p.end <= counted.start]
        counted.kind = to[0].kind if to else whose[-1].kind if whose else "individual"
        if to and to[0].names:
            counted.names = to[0].names
        if give and passive:
            subject = self.s.bodies.conferrer(passive[1], give[0])  # "Báo A được trao 1 giải Ba": to whom, not by whom
        elif give:
            subject = self.s.bodies.giver(clause[0], give[0])[0]
        else:
            subject = earlier[-1].conferrer if earlier else None
        return Candidate(first, "listed", clause, [counted], subject, verb=give)

    def _without_verb(
        self, run: list[Expression], clause: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate | None:
        first = run[0]
        if first.kind.group in ("prize", "place") and (owner := self._owner(run[-1].end, clause[1])):
            return Candidate(first, "receive", clause, [owner])
        if first.kind.group == "prize" and first.rank and _ACHIEVED.search(self.low, clause[0], first.start):
            return Candidate(first, "receive", clause, pronoun=True)
        if first.kind.group == "standard":
            parties, _ = self.s.left_parties(clause[0], first.start)
            return Candidate(first, "receive", clause, parties, by)
        told = earlier[-1] if earlier else None
        return self._told_on(first, clause, by, told) if told and told.mode in ("receive", "passive", "hold") else None

    def _told_on(self, first: Expression, clause: Range, by: Range | None, told: Candidate) -> Candidate | None:
        """A further honour of those told before: in a list that they head, or behind a comma."""
        before = told.expression
        gap = self.low[before.end : first.start]
        if self._is_with(told, first):
            told.heads_list = True
            return replace(told, expression=first, clause=clause, heads_list=False)
        heads = "bare" in before.notes or before.kind.group == "commendation"
        heads = heads or (before.kind.code == first.kind.code and not before.name and not before.rank)
        if (heads and _HEADS.search(gap)) or (told.listed and _GOES_ON.search(gap)):
            told.heads_list = not told.listed
            own = by or (told.conferrer if told.listed and not self._of_first_only(told) else None)
            return replace(
                told, expression=first, clause=clause, conferrer=own, mode="receive", listed=True, heads_list=False
            )
        _, end = self.s.bodies.of_whom(before.end, first.start)
        if _NEXT.fullmatch(self.low, end, first.start) or not self.low[clause[0] : first.start].strip(" ;"):
            return replace(told, expression=first, clause=clause, conferrer=by or self._shared_giver(told))
        return None

    def _is_with(self, told: Candidate, first: Expression) -> bool:
        """Whether a commendation is told with its prize: "vinh danh tại lễ trao | giải …"."""
        honours = told.expression.kind.group == "commendation"
        return honours and bool(_WITH_PRIZES.fullmatch(self.low, told.expression.end, first.start))

    def _shared_giver(self, told: Candidate) -> Range | None:
        """The conferrer of a list, unless it was said of the first honour only: "Bằng khen của Bộ, Giấy khen"."""
        return None if self._of_first_only(told) else told.conferrer

    def _of_first_only(self, told: Candidate) -> bool:
        own, _ = self.s.bodies.of_whom(told.expression.end, self.s.span[1])
        return own == told.conferrer

    def _holders(self, first: Expression, clause: Range) -> list[Party]:
        counted = regex.search(
            r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})*)\s+(?:vị\s+|bà\s+)?$", self.low[clause[0] : first.start]
        )
        if counted:
            start = clause[0] + counted.start(1)
            return [Party(start, first.end, int(counted.group(1).replace(".", "")), "individual")]
        people = self.s.right_parties(first.end, clause[1], reach=12)
        near = [p for p in people if p.form == "person"]
        return near if near and "," not in self.low[first.end : near[0].start] else []
