"""Whether a clause confers anything: wishes, rules and plans do not."""

import regex

from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of

_HARD = frozenset(GRAMMAR.doubt.hard)
_OFFERED = regex.compile(rf"\s*{any_of(GRAMMAR.doubt.offered)}")
_REAL = regex.compile(any_of(GRAMMAR.doubt.real))
# "nhân dịp này có thể khen thưởng …": what is said to be real only may be done.
_ONLY_MAY = regex.compile(any_of(GRAMMAR.doubt.only_may))
# "đã nhận được đề cử | giải …" wins none.
_NOMINATED = regex.compile(r"(?<!\p{L})(?:đề cử|ứng viên|ứng cử viên)\s+(?:(?:cho|của|ở|tại)\s+)?$")
# "không chỉ được tặng …" denies nothing.
_NOT_ONLY = regex.compile(r"(?:không|chưa) (?:chỉ|những)")
# "Mỗi hạng mục gồm có một giải nhất": how many there may be.
_RULE = regex.compile(
    rf"(?:mỗi|từng) (?:{any_of(GRAMMAR.contests.groups)}|cuộc thi|kỳ thi|hội thi|tuần|tháng|quý|kỳ|đợt|vòng)"
    r"(?: thi)?(?: [^\s,.;:]{1,12}){0,3} (?:gồm|bao gồm|có)(?!\p{L})[^.\n]*+"
)
_TAKES_PART = regex.compile(
    r"(?:(?<!\p{L})top \d{1,3}\s+$)|"
    rf"{any_of(GRAMMAR.doubt.takes_part)}(?:\s+(?:của|cho)\s+[^,.;:\n]{{2,30}}?)?(?:\s+(?:tại|ở|dự))?"
    r"(?:\s+(?:cuộc thi|đấu trường|chung kết|đêm chung kết))*\s+$"
)


def takes_part(low: str, at: int) -> bool:
    """Whether a pageant is only one that somebody goes to or may win: "tham dự Hoa hậu Hoàn vũ"."""
    return bool(_TAKES_PART.search(low, max(0, at - 70), at))


def is_rule(low: str, start: int, at: int) -> bool:
    """Whether a sentence that begins at `start` only says how many prizes a contest has."""
    rule = _RULE.search(low, start, at)
    return rule is not None and not _REAL.search(low, start, at)


def hopeful(lexicon: Lexicon, reading: str, low: str, candidate: Candidate) -> bool:
    """Whether the clause only wishes, rules or plans: nothing is conferred on anyone."""
    verb = candidate.verb[0] if candidate.verb else candidate.expression.start
    start = candidate.clause[0]
    subjects = [p.start for p in candidate.parties if start <= p.start < verb and p.form != "plural"]
    edge = max(start, low.rfind(",", start, verb) + 1, verb - 70)
    before = low[max([edge, *subjects[:1]]) : candidate.expression.start]
    given = [m.end() for m in _REAL.finditer(before)]
    if given and not _ONLY_MAY.search(before, given[-1]):
        return _NOMINATED.search(before, given[-1]) is not None
    wide = low[max(start, verb - 160) : verb]
    origin = candidate.expression.start - len(before)
    for weak in lexicon.irrealis.finditer(before):
        if _is_name(reading, origin + weak.start(), origin + weak.end()):
            continue
        done = _REAL.search(low, start, verb) if candidate.mode == "receive" else _REAL.search(wide)
        purpose = weak.group() == "để" and (done or lexicon.proposed.search(low, start, verb))
        if not purpose and not _NOT_ONLY.match(before, weak.start()):
            return True
    origin = verb - len(wide)
    return _OFFERED.match(low, candidate.expression.end) is not None or any(
        m.group() in _HARD and not _is_name(reading, origin + m.start(), origin + m.end())
        for m in lexicon.irrealis.finditer(wide)
    )


def _is_name(reading: str, start: int, end: int) -> bool:
    """Whether a word of wish is part of a name: "Cần Thơ"."""
    return reading[start].isupper() and bool(regex.match(r"\s\p{Lu}", reading[end : end + 2]))
