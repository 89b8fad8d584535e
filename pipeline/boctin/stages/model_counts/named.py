"""Models called by their name: mô hình “Hướng về cơ sở”, mô hình 5 không 3 sạch."""

from collections.abc import Callable

import regex

from boctin.record import Evidence, NamedModel, Span
from boctin.stages.model_counts.counting import Counting
from boctin.stages.model_counts.knowledge import CountKnowledge, any_of
from boctin.stages.model_counts.page import Page, Sentence
from boctin.stages.model_counts.places import Places
from boctin.stages.model_counts.themes import Theme, Themes

_QUOTE = regex.compile(r"\"\s*(?P<name>[^\"\n]{2,120}?)[\s,.;]*\"")
_MORE = regex.compile(r"\s*(?:,|;|và|hay|hoặc)\s*(?:mô hình\s+)?(?=\")", regex.IGNORECASE)
_LEAD = regex.compile(
    r"(?:\s+(?:điểm|hay|mới|tiêu biểu|hiệu quả|thí điểm|sáng tạo|nổi bật|điển hình|khác))*"
    r"(?:\s+(?:về|mang tên|có tên|với tên gọi|tên gọi|tên là|gồm|là|tự quản|như|sau|cụ thể|đó là))*"
    r"(?:\s*,)?(?:\s+như)?\s*:?\s*(?=\")",
    regex.IGNORECASE,
)
# Figures that a model is known by: "5 không, 3 sạch", "3 giảm 3 tăng".
_FIGURES = r"\d{1,2}\s\p{Ll}+(?:(?:,?\s|\s-\s)\d{1,2}\s\p{Ll}+){1,3}"


class NamedModels:
    """Finds models called by their name; one entry for a name, with all its mentions."""

    def __init__(self, known: CountKnowledge, counting: Counting, themes: Themes) -> None:
        self.counting, self.themes = counting, themes
        self.max_words = known.named.max_words
        self.unquoted = regex.compile(rf"\s+(?P<name>{any_of(known.named.unquoted)}|{_FIGURES})(?![\p{{L}}\p{{N}}])")

    def find(self, page: Page, places: Callable[[], Places], movement: Theme | None) -> list[NamedModel]:
        """The named models of an article, in order; `places` is asked only where there is one."""
        found: dict[str, NamedModel] = {}
        for match in self.counting.noun.pattern.finditer(page.reading):
            sentence = page.sentence_at(match.start())
            if sentence is None or self.counting.is_unreal(page, sentence, match.start(), match.end()):
                continue
            for start, end, rule in self._names(page, sentence, match.end()):
                key = " ".join(page.reading[start:end].casefold().split())
                mention = page.span(start, end)
                if key in found:
                    found[key].mentions.append(mention)
                else:
                    found[key] = self._model(
                        page, places(), sentence, match.start(), mention, rule, movement, len(found) + 1
                    )
        return list(found.values())

    def _names(self, page: Page, sentence: Sentence, at: int) -> list[tuple[int, int, str]]:
        names = []
        if plain := self.unquoted.match(page.reading, at, sentence.end):
            return [(*plain.span("name"), "unquoted_name")]
        lead = _LEAD.match(page.reading, at, sentence.end)
        at = lead.end() if lead else -1
        while lead and (quote := _QUOTE.match(page.reading, at, sentence.end)):
            if self._is_name(page.reading[quote.start("name") : quote.end("name")]):
                names.append((*quote.span("name"), "quoted_name"))
            more = _MORE.match(page.reading, quote.end(), sentence.end)
            if not more:
                break
            at = more.end()
        return names

    def _is_name(self, printed: str) -> bool:
        """Whether words in quotes are a name and not a stressed word ("già cỗi") or a movement."""
        if ";" in printed or self.counting.noun.pattern.search(printed):
            return False
        words = printed.split()
        capital = printed[0].isupper() or printed[0].isdigit()
        return len(words) <= self.max_words and (capital or len(words) > 2) and not self.themes.is_movement(printed)

    def _model(
        self,
        page: Page,
        places: Places,
        sentence: Sentence,
        start: int,
        name: Span,
        rule: str,
        movement: Theme | None,
        number: int,
    ) -> NamedModel:
        evidence = [Evidence(slot="name", **name.model_dump())]
        theme = self.themes.movement_in(page, sentence.start, sentence.end) or movement
        if theme:
            evidence.append(Evidence(slot="theme", **page.span(theme.start, theme.end).model_dump()))
        place = places.of_count(sentence, start, name.end_char, sentence.end)
        if place:
            evidence.append(Evidence(slot="place", **page.span(place.start, place.end).model_dump()))
        return NamedModel(
            **name.model_dump(), id=f"n#{number}", name=name.text, mentions=[name], evidence=evidence, rule=rule,
            theme=page.text[theme.start : theme.end] if theme else None,
            place=page.text[place.start : place.end] if place else None,
            confidence=0.92 if rule == "quoted_name" else 0.85,
        )  # fmt: skip
