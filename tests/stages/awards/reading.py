"""How the tests of awards write an award.

As "award "name" (rank) -> recipients | conferrer | status", where recipients are "count kind [names]", a question mark
stands for an unsaid count, and the status "conferred" is left out.
"""

from boctin.record import Award

UNUSED = ("boctin_words", "boctin_officials", "boctin_model_counts")


def shown(award: Award) -> str:
    """An award as these tests write it."""
    words = [award.award, f'"{award.name}"' if award.name else "", f"({award.rank})" if award.rank else ""]
    groups = [
        " ".join(
            filter(
                None,
                ["?" if r.count is None else str(r.count), r.kind or "-", f"[{', '.join(r.names)}]" if r.names else ""],
            )
        )
        for r in award.recipients
    ]
    tail = [award.conferred_by or "", award.status if award.status != "conferred" else ""]
    return " | ".join(filter(None, [f"{' '.join(filter(None, words))} -> {', '.join(groups)}", *tail]))
