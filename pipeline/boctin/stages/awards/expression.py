"""An award expression: an honour as printed, with its name and rank."""

from dataclasses import dataclass, field

from boctin.stages.awards.lexicon import Kind

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Expression:
    """An award expression at `[start, end)`; `award`, `name`, `rank` are ranges of the text."""

    kind: Kind
    start: int
    end: int
    award: Range
    name: Range | None = None
    rank: Range | None = None
    bearer: Range | None = None  # "Đạo diễn xuất sắc (Đặng Nhật Minh)"
    notes: frozenset[str] = field(default_factory=frozenset)
