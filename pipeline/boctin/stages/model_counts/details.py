"""Smaller slots of a count: status, fields, what the models are made of, and whether it is part of a total."""

import regex

from boctin.record import Span
from boctin.stages.model_counts.knowledge import CountKnowledge, any_of, whole_word
from boctin.stages.model_counts.page import Page, Sentence

_LIST_ITEM = regex.compile(r"[^,;.:()\n]{2,60}")
_FIELD_END = regex.compile(
    r"[.;:()\n]|\s(?:có|được|với|đã|và\s+(?:được|có|đã)|trong đó|của|tại|nhằm|góp phần|giúp|mang lại)\s"
)
_NEXT_FIELD = regex.compile(
    r"\s*(?:,|và|;)\s+(?:lĩnh vực\s+|khối\s+)?(?P<field>\p{Ll}[^,;.:()\"\n]{2,50}?)(?:\s+(?:có|là|đạt|với))?\s+"
)
_REACH = 75
_OPENS = regex.compile(r"(?:^|[-*•+\"])\s*$")
_FIELD_WORDS = 8
_AND = regex.compile(r"\s+(?:và|cũng như)\s+")


class Details:
    """Readers of the smaller slots."""

    def __init__(self, known: CountKnowledge) -> None:
        words = known.details
        self.verbs = {verb.casefold(): status for status, verbs in known.status.items() for verb in verbs}
        verb = rf"(?P<verb>{any_of(self.verbs)})(?!\p{{L}})"
        self.verb = regex.compile(rf"(?<!\p{{L}}){verb}", regex.IGNORECASE)
        self.verb_after = regex.compile(
            rf"(?:[^.;,:\n\"]|\"[^\"\n]*\"){{0,60}}?(?<!\p{{L}})(?:được|đăng|đã được)\s*?(?<=đăng|\s)?{verb}",
            regex.IGNORECASE,
        )
        self.made_after = regex.compile(
            rf"\s+(?P<list>{any_of(words.counted)}(?:(?:\s*,\s*|\s+và\s+|\s*-\s*){any_of(words.counted)})*)(?!\p{{L}})(?:\s+{verb})?",
            regex.IGNORECASE,
        )
        self.made = regex.compile(whole_word(words.counted), regex.IGNORECASE)
        self.fields_after = regex.compile(rf"{whole_word(words.fields_after)}\s*:?\s+", regex.IGNORECASE)
        self.field_before = regex.compile(
            rf"{whole_word(words.fields_before)}\s+(?P<field>[^.;:()\n]{{2,60}}?)(?:\s+(?:có|là|đạt|với|được|gồm))?\s+$",
            regex.IGNORECASE,
        )
        self.part_link = regex.compile(whole_word(words.part_links), regex.IGNORECASE)

    def status(self, page: Page, opening: int, outer: int, end: int, limit: int) -> tuple[str, Span] | None:
        """The status that the verb before a count gives it, else the verb after it ("được công nhận")."""
        last = None
        for match in self.verb.finditer(page.reading, max(opening, outer - _REACH), outer):
            # "Bộ Xây dựng" is a body.
            if (
                match.start() == opening
                or not page.reading[match.start()].isupper()
                or _OPENS.search(page.reading, opening, match.start())
            ):
                last = match
        if last is None:
            last = self.made_after.match(page.reading, end, limit)
            last = last if last and last.group("verb") else self.verb_after.match(page.reading, end, limit)
        if last is None:
            return None
        return self.verbs[" ".join(last.group("verb").casefold().split())], page.span(*last.span("verb"))

    def made_of(self, page: Page, end: int, limit: int) -> list[Span]:
        """What the models are of: "tập thể, cá nhân"."""
        match = self.made_after.match(page.reading, end, limit)
        if not match:
            return []
        start, stop = match.span("list")
        return [page.span(m.start(), m.end()) for m in self.made.finditer(page.reading, start, stop)]

    def fields(self, page: Page, opening: int, outer: int, end: int, limit: int) -> list[Span]:
        """The fields counted: "trên các lĩnh vực kinh tế, văn hóa"; before a count, "lĩnh vực kinh tế có"."""
        after = self.fields_after.search(page.reading, end, limit)
        if after:
            stop = _FIELD_END.search(page.reading, after.end(), limit)
            return self._items(page, after.end(), stop.start() if stop else limit)
        before = self.field_before.search(page.reading, opening, outer)
        if before and "," not in before.group("field"):
            return [page.span(*before.span("field"))]
        return []

    def next_field(self, page: Page, opening: int, outer: int) -> list[Span]:
        """The next of a list of fields: "lĩnh vực kinh tế có 402 mô hình, văn hóa - xã hội 655 mô hình"."""
        match = _NEXT_FIELD.fullmatch(page.reading, opening, outer)
        return [page.span(*match.span("field"))] if match else []

    def is_part(self, page: Page, start: int, end: int) -> bool:
        """Whether words such as "trong đó" stand in `[start, end)`."""
        return self.part_link.search(page.reading, start, end) is not None

    def opens_part(self, page: Page, sentence: Sentence) -> bool:
        """Whether a sentence goes on with the parts of a total told before it: "Trong đó, …"."""
        return self.part_link.match(page.reading, sentence.start, sentence.end) is not None

    def _items(self, page: Page, start: int, end: int) -> list[Span]:
        """The items of a list, as printed; the last may follow "và" or begin with a bare dash in its name."""
        spans: list[Span] = []
        for match in _LIST_ITEM.finditer(page.reading, start, end):
            first, last = match.span()
            joint = _AND.search(page.reading, first, last) if spans else None
            for left, right in [(first, joint.start()), (joint.end(), last)] if joint else [(first, last)]:
                words = page.reading[left:right]
                left += len(words) - len(words.lstrip(" -"))
                right -= len(words) - len(words.rstrip(" -…"))
                if right > left and len(words.split()) <= _FIELD_WORDS:
                    spans.append(page.span(left, right))
        return spans
