"""From candidates to awards: slots as text, and the tellings of one conferral merged into one award."""

from dataclasses import dataclass, field, replace
from datetime import date

import regex

from boctin.record import Award, Evidence, Recipients, Span
from boctin.stages.awards.expression import Expression, Range
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.recipients import Party

_WRITTEN_OUT = GRAMMAR.bodies.written_out
_SPACES = regex.compile(r"[\s\"'\-]+")


@dataclass(slots=True)
class Told:
    """One telling of a conferral, all slots found; several of them may make one award."""

    expression: Expression
    mode: str
    parties: list[Party]
    mention: Range
    status: str
    confidence: float
    conferrer: Range | None = None
    name: Range | None = None
    reason: Range | None = None
    period: tuple[date | None, date | None] = (None, None)
    event: date | None = None
    mentions: list[Range] = field(default_factory=list)
    in_title: bool = False
    given: bool = False  # by an active verb

    @property
    def commends(self) -> bool:
        return self.expression.kind.group == "commendation"


def key_of(low: str, span: Range | None) -> str:
    """Words of a span without case, quotes and dashes, to compare tellings by."""
    return _SPACES.sub(" ", low[span[0] : span[1]]).strip() if span else ""


def _one_body(a: str, b: str) -> bool:
    """Whether two names end in the same unit: "nhân dân và cán bộ huyện X", "UBND huyện X", "huyện X"."""
    return a.endswith(" " + b) or b.endswith(" " + a) or (len(a.split()) > 3 and a.split()[-3:] == b.split()[-3:])


class Merger:
    """Merges the tellings of one article."""

    def __init__(self, text: str, low: str) -> None:
        self.text, self.low = text, low

    def merge(self, told: list[Told]) -> list[Told]:
        """One telling per conferral: body before headline, specific honours before plain commendation."""
        kept: list[Told] = []
        for one in sorted(told, key=lambda t: (t.commends, t.mode == "hold", t.in_title, not t.parties, t.mention)):
            twin = next((k for k in kept if self.same(k, one)), None)
            if twin is None:
                kept.append(one)
            else:
                self._absorb(twin, one)
        return self._of_parts(self._with_winners(kept))

    def _of_parts(self, kept: list[Told]) -> list[Told]:
        """A conferral told as a whole with its parts: "26 mẹ"; "cho mẹ Lan", "cho 25 mẹ đã mất"."""
        for whole in kept:
            total = whole.parties[0].count if len(whole.parties) == 1 and not whole.parties[0].names else None
            if total is None or total < 2:
                continue
            parts = [t for t in kept if t is not whole and self._is_part(t, whole, total)]
            if len(parts) < 2 or sum(p.count or 0 for t in parts for p in t.parties) != total:
                continue
            first = parts[0]
            if first.expression.kind.group == "prize":  # each winner's prize is one of its own
                for part in parts:
                    part.name = part.name or whole.name
                return [t for t in kept if t is not whole]
            for other in (*parts[1:], whole):
                first.mentions += [other.mention, *other.mentions]
                first.conferrer = first.conferrer or other.conferrer
            first.parties = [p for t in parts for p in t.parties]
            gone = {id(t) for t in (*parts[1:], whole)}
            return [t for t in kept if id(t) not in gone]
        return kept

    def _is_part(self, part: Told, whole: Told, total: int) -> bool:
        """Whether a telling gives the honour of another one to some of its recipients."""
        alike = whole.expression.kind.group not in ("place", "commendation") and self._same_honour(part, whole)
        kinds = {p.kind for p in part.parties}
        return alike and kinds == {whole.parties[0].kind} and all(0 < (p.count or 0) < total for p in part.parties)

    def _with_winners(self, kept: list[Told]) -> list[Told]:
        """Prizes that are counted with those who won them, told one by one: "3 giải Nhì"; "giải Nhì thuộc về Lan"."""
        gone: set[int] = set()
        named: dict[tuple[str, ...], list[Told]] = {}
        for one in kept:
            if one.parties and all(p.names for p in one.parties):
                named.setdefault(self._prize(one), []).append(one)
        for counted in kept:
            if counted.mode != "listed" or len(counted.parties) != 1 or counted.parties[0].names:
                continue
            same = named.pop(self._prize(counted), [])
            number = counted.parties[0].count or 0
            if same and number in (len(same), sum(len(p.names) for t in same for p in t.parties)):
                counted.parties = together([p for t in same for p in t.parties])
                for one in same:
                    counted.conferrer = counted.conferrer or one.conferrer
                    counted.mentions += [one.mention, *one.mentions]
                gone |= {id(one) for one in same}
        return [t for t in kept if id(t) not in gone]

    def _prize(self, told: Told) -> tuple[str, ...]:
        """One class of one contest."""
        x = told.expression
        return x.kind.code, key_of(self.low, x.award), key_of(self.low, x.rank), key_of(self.low, told.name or x.name)

    def same(self, a: Told, b: Told) -> bool:
        """Whether two tellings are of one conferral."""
        if a.commends != b.commends:
            return self._covers(a, b)
        if a.commends:
            called = {key_of(self.low, t.expression.name) for t in (a, b)}
            if "" not in called and not self._one_name(called):
                return False
        elif not self._same_honour(a, b):
            return False
        if a.conferrer and b.conferrer and not self._by_one(a, b) and not self._only_once(a, b):
            return False
        return self._agree(a.parties, b.parties)

    def _covers(self, honour: Told, commended: Told) -> bool:
        """Whether a plain "khen thưởng" only tells again of a specific honour: no number of its own that differs."""
        if honour.mode in ("hold", "bracket", "listed") or honour.status == "held":
            return False
        won = honour.mode == "receive" or honour.expression.kind.group == "prize"
        named = commended.conferrer is not None and any(p.names for p in commended.parties)
        row = honour.conferrer and honour.mention[0] < commended.mention[1] and commended.mention[0] < honour.mention[1]
        if named and (won or row) and not self._by_one(honour, commended):
            return False  # "trường vinh danh chị Lan, người nhận giải thưởng …" honours who was honoured before
        if not commended.parties:
            return True
        counts = {(p.count, p.kind) for p in honour.parties}
        mine = {(p.count, p.kind) for p in commended.parties if p.count is not None}
        names = {key_of(self.low, n) for p in honour.parties for n in p.names}
        told = {key_of(self.low, n) for p in commended.parties for n in p.names}
        if told:
            return bool(told & names)
        kinds = {p.kind for p in commended.parties}
        return mine <= counts and (bool(mine) or kinds <= {p.kind for p in honour.parties})

    def _only_once(self, a: Told, b: Told) -> bool:
        """Whether one and the same order or title goes to one recipient: whoever hands it over, it is given once."""
        names = [[key_of(self.low, n) for p in t.parties for n in p.names] for t in (a, b)]
        return a.expression.kind.group in ("order", "title") and len(names[0]) == 1 and names[0] == names[1]

    def _by_one(self, a: Told, b: Told) -> bool:
        return bool(a.conferrer and b.conferrer and self._alike(a.conferrer, b.conferrer))

    def _same_honour(self, a: Told, b: Told) -> bool:
        x, y = a.expression, b.expression
        if x.kind.group == y.kind.group and self._bare(x) != self._bare(y):
            return True
        other = x.kind.code != y.kind.code or "colour" in x.notes
        if other and key_of(self.low, x.award) != key_of(self.low, y.award):
            return False
        rank = {key_of(self.low, x.rank).removeprefix("hạng "), key_of(self.low, y.rank).removeprefix("hạng ")}
        name = {key_of(self.low, a.name or x.name), key_of(self.low, b.name or y.name)}
        title = {
            key_of(self.low, x.award).removeprefix("danh hiệu "),
            key_of(self.low, y.award).removeprefix("danh hiệu "),
        }
        if (
            x.kind.group in ("title", "order", "standard")
            and len(title) == 2
            and not (x.kind.code == "danh_hieu" and self._one_name(title))
            and not (a.name or x.name)
            and not (b.name or y.name)
        ):
            return False
        return len(rank - {""}) <= 1 and self._one_name(name - {""}) and (x.kind.group != "prize" or len(rank) == 1)

    def _one_name(self, names: set[str]) -> bool:
        """Whether names are one, cut short or not: "Nữ sinh viên tiêu biểu", "Nữ sinh viên tiêu biểu năm 2019"."""
        shortest = min(names, key=len, default="")
        if len(names) <= 1 or (len(shortest.split()) > 3 and all(n.startswith(shortest) for n in names)):
            return True
        return " " in shortest and all(n.removeprefix("quả ") == shortest for n in names)  # "Quả Bóng Vàng"

    def _bare(self, x: Expression) -> bool:
        """Whether an honour is told by its noun alone: "trao Huân chương cho …"."""
        return not (x.name or x.rank) and key_of(self.low, x.award) in (
            "huân chương",
            "huy chương",
            "huy hiệu",
            "danh hiệu",
            "giải",
            "giải thưởng",
        )

    def _alike(self, a: Range, b: Range) -> bool:
        one, two = sorted((self._spelled(a), self._spelled(b)), key=len)
        words = iter(two.split())
        # "Bộ trưởng GD-ĐT" is "Bộ trưởng Bộ GD-ĐT".
        inside = all(word in words for word in one.split())
        return inside or one in two or one == "".join(word[0] for word in two.split())

    def _spelled(self, body: Range) -> str:
        """A body's name with its short words written out: "UBND TP" is "ủy ban nhân dân thành phố"."""
        return " ".join(_WRITTEN_OUT.get(word, word) for word in key_of(self.low, body).split())

    def _agree(self, a: list[Party], b: list[Party]) -> bool:
        if not a or not b:
            return True
        mine, theirs = ({key_of(self.low, n) for p in ps for n in p.names} for ps in (a, b))
        if mine and theirs:
            return bool(mine & theirs) or any(_one_body(x, y) for x in mine for y in theirs)
        counts = [{(p.count, p.kind) for p in ps if p.count is not None} for ps in (a, b)]
        if counts[0] and counts[1] and not mine and not theirs:
            return bool(counts[0] & counts[1])
        if counts[0] and counts[1]:
            return bool(counts[0] & counts[1]) and (sum(p.count or 0 for p in a) == sum(p.count or 0 for p in b))
        return bool({p.kind for p in a} & {p.kind for p in b})

    def _absorb(self, into: Told, one: Told) -> None:
        into.mentions.append(one.mention)
        into.mentions += one.mentions
        if into.commends == one.commends:
            if into.conferrer is None or one.conferrer is None or self._by_one(into, one):
                into.conferrer = self._fuller(into.conferrer, one.conferrer)
            into.name = into.name or one.name
            into.expression = self._full_name(into.expression, one.expression)
            if (self._bare(into.expression) or into.expression.rank is None) and (
                one.expression.rank is not None or one.expression.name is not None
            ):
                into.expression = one.expression
            fuller = self._said(one) > self._said(into)
            if fuller and into.commends:  # "khen thưởng" in a caption, "biểu dương khen thưởng" with numbers below it
                into.expression = one.expression
            if fuller:
                into.confidence = max(into.confidence, one.confidence)
            into.parties = self._best_parties(into.parties, one.parties)
        elif into.conferrer is None and into.expression.kind.group != "place" and self._counted_alike(into, one):
            into.conferrer = one.conferrer
        into.reason = into.reason or one.reason
        into.event = into.event or one.event
        if into.period == (None, None):
            into.period = one.period

    def _full_name(self, x: Expression, y: Expression) -> Expression:
        """An expression with the longer of two names, when one is the beginning of the other."""
        if x.name and y.name and key_of(self.low, y.name).startswith(key_of(self.low, x.name)):
            return replace(x, name=y.name)
        return x

    def _counted_alike(self, a: Told, b: Told) -> bool:
        """Whether two tellings give one number or one name of recipients."""
        names = [{key_of(self.low, n) for p in t.parties for n in p.names} for t in (a, b)]
        counts = [{(p.count, p.kind) for p in t.parties if p.count and not p.names} for t in (a, b)]
        return bool(names[0] & names[1] or counts[0] & counts[1])

    def _said(self, told: Told) -> int:
        return sum((p.count is not None) + len(p.names) for p in told.parties)

    def _fuller(self, a: Range | None, b: Range | None) -> Range | None:
        return max((x for x in (a, b) if x), key=lambda x: x[1] - x[0], default=None)

    def _best_parties(self, a: list[Party], b: list[Party]) -> list[Party]:
        if not a or not b:
            return a or b

        def worth(parties: list[Party]) -> int:
            return sum(2 * (p.count is not None) + 2 * len(p.names) for p in parties)

        best, other = (a, b) if worth(a) >= worth(b) else (b, a)
        known = {key_of(self.low, n) for p in best for n in p.names}
        for party in other:
            target = next(
                (p for p in best if p.kind == party.kind and not p.names and party.names and p.count == party.count),
                None,
            )
            if target:
                target.names = [n for n in party.names if key_of(self.low, n) not in known]
        return best


def together(parties: list[Party]) -> list[Party]:
    """Those of one kind as one group."""
    made: list[Party] = []
    for party in parties:
        group = next((p for p in made if p.kind == party.kind), None)
        if group is None:
            made.append(replace(party, names=list(party.names)))
        else:
            group.names += party.names
            group.count = len(group.names)
    return made


def joined_tellings(low: str, told: list[Told]) -> list[Told]:
    """One honour given twice by one body in one sentence is one award: "biểu dương 12 gương; biểu dương 4 hộ"."""
    made: list[Told] = []
    for one in told:
        x = one.expression
        twin = next(
            (
                t
                for t in made
                if t.mode == one.mode == "active"
                and t.conferrer == one.conferrer
                and [key_of(low, s) for s in (t.expression.award, t.expression.name, t.expression.rank)]
                == [key_of(low, s) for s in (x.award, x.name, x.rank)]
                and not any(p.names for p in (*t.parties, *one.parties))
                and t.parties
                and one.parties
            ),
            None,
        )
        if twin is None:
            made.append(one)
        else:
            twin.parties = [*twin.parties, *(p for p in one.parties if p.start not in {q.start for q in twin.parties})]
            twin.mentions.append(one.mention)
    return made


def award_of(told: Told, text: str, rule: str) -> Award:
    """The record's award of a telling, with the words of each slot as evidence."""
    x = told.expression
    name = x.name or told.name
    evidence: list[Evidence] = []

    def slot(label: str, span: Range | None) -> str | None:
        if span is None:
            return None
        evidence.append(Evidence(slot=label, text=text[span[0] : span[1]], start_char=span[0], end_char=span[1]))
        return text[span[0] : span[1]]

    fields = {
        "award": slot("award", x.award),
        "name": slot("name", name),
        "rank": slot("rank", x.rank),
        "conferred_by": slot("conferred_by", told.conferrer),
        "reason": slot("reason", told.reason),
    }
    recipients = []
    for party in told.parties:
        words = slot("recipients", (party.start, party.end))
        names = list(dict.fromkeys(text[a:b] for a, b in party.names))
        recipients.append(Recipients(count=party.count, kind=party.kind, text=words, names=names))
    spans = sorted({told.mention, *told.mentions})
    return Award(
        **fields,
        kind_code=x.kind.code,
        recipients=recipients,
        status=told.status,
        date_from=told.period[0],
        date_to=told.period[1],
        event_date=told.event,
        mentions=[Span(text=text[a:b], start_char=a, end_char=b) for a, b in spans],
        evidence=evidence,
        rule=rule,
        confidence=round(told.confidence, 2),
    )
