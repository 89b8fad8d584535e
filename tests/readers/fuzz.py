"""Files of every format with bytes changed, put in, taken out: what readers make of them is an article or a reason.

`fuzz_format` counts the files that it has tried; a few are tried with the tests, many by `scripts/soak fuzz`.
"""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boctin.article import Article
from boctin.readers import Limits, Reading, Unreadable, count, read_all
from boctin.readers.faults import Code
from tests.readers import samples

# Small limits, so that they are met.
READING = Reading(limits=Limits(max_bytes=20_000, max_chars=10_000, max_ratio=50))


def _table(delimiter: str) -> bytes:
    return "\n".join(delimiter.join(row) for row in (("id", "text"), ("1", "Tin một"), ("2", '"Tin ""hai"""'))).encode()


FORMATS: dict[str, tuple[Callable[[], bytes], ...]] = {
    "txt": tuple(lambda encode=encode: encode(samples.STORY) for encode in samples.ENCODINGS.values()),
    "html": (lambda: samples.page(head='<meta property="article:published_time" content="2023-12-07">').encode(),),
    "jsonl": (lambda: samples.jsonl({"id": 1, "text": samples.STORY, "published": "2023-12-07"}, {"text": "Tin"}),),
    "csv": tuple(lambda sign=sign: _table(sign) for sign in ",;\t"),
    "docx": (lambda: samples.docx(samples.word_paragraphs(*samples.LINES)),),
    "parquet": (lambda: samples.parquet(id=["1", None], text=["Tin một", "Tin hai"]),),
    "txt.gz": (lambda: gzip.compress(samples.STORY.encode(), mtime=0),),
    "jsonl.gz": (lambda: gzip.compress(samples.jsonl({"text": "Tin"}, {"text": "Tin hai"}), mtime=0),),
    "zip": (
        lambda: samples.zipped(("a.txt", samples.STORY.encode()), ("b.csv", _table(",")), ("c.docx", samples.docx(""))),
        lambda: samples.nested(3),
    ),
}


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """Bytes of a good file with a few changes; now and then any bytes at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=400))
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from((0, 1, 2, 4, 16, 100)))
        data[start : start + length] = draw(
            st.one_of(
                st.binary(max_size=8),
                st.just(bytes(data[:length])),
                st.sampled_from(
                    [b"\0", b"\xff\xfe", b'"', b"\n", b"<", b"\\ud800", b"\x80" * 4, b"{" * 50, b"a" * 30_000]
                ),
            )
        )
        if draw(st.integers(0, 7)) == 0:
            del data[start:]
    return bytes(data)


def fuzz_format(name: str, folder: Path, cases: int) -> int:
    """Try so many files of a format; how many were tried. Raises AssertionError at one that breaks a promise."""
    path, tried = folder / f"fuzzed.{name}", 0

    @settings(
        max_examples=cases, deadline=None, database=None, derandomize=cases < 1000,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(damaged([make() for make in FORMATS[name]]))
    def attempt(data: bytes) -> None:
        nonlocal tried
        tried += 1
        path.write_bytes(data)
        found = list(read_all([path], reading=READING))
        assert [_seen(outcome) for outcome in found] == [_seen(o) for o in read_all([path], reading=READING)]
        assert count([path], READING) == len(found) > 0

    attempt()
    return tried


def _seen(outcome: Article | Unreadable) -> tuple[str, str]:
    if isinstance(outcome, Unreadable):
        assert outcome.code in get_args(Code)
        assert outcome.code not in ("error", "missing_library"), outcome
        assert outcome.reason
        return outcome.source, outcome.code
    assert outcome.text.strip()
    assert "\0" not in outcome.text
    outcome.text.encode()
    return outcome.source or "", outcome.text
