"""The sample articles against their gold records, with nothing from outside: exact matches, a floor for each fact."""

import json

import pytest

import boctin

# Exact matches are stricter than the scorer of scripts/evaluate, which also knows spelling variants and overlaps.
FLOORS = {"dates": 0.91, "names": 0.95, "positions": 0.89, "model_counts": 0.89, "awards": 0.97}


def facts(record: dict) -> dict[str, set]:
    positions = [
        (o["name"], p if isinstance(p, str) else p["text"]) for o in record["officials"] for p in o["positions"]
    ]
    return {
        "dates": {
            (d["text"], d["date_from"], d["date_to"])
            for d in record["dates"]
            if d.get("kind") not in ("duration", "set", "time", "holiday")
        },
        "names": {o["name"] for o in record["officials"]},
        "positions": set(positions),
        "model_counts": {(c["text"], c["value"]) for c in record["model_counts"]},
        "awards": {(a["award"].lower(), sum(r["count"] or 0 for r in a["recipients"])) for a in record["awards"]},
    }


@pytest.fixture(scope="module")
def tally(nlp, corpus):
    counts = {fact: [0, 0, 0] for fact in FLOORS}
    for article in boctin.read(corpus / "articles"):
        name = article.source.rsplit("/", 1)[1].removesuffix(".txt")
        gold = facts(json.loads((corpus / "gold" / f"{name}.json").read_text(encoding="utf-8")))
        found = facts(json.loads(nlp.extract(article).to_json()))
        for fact, sums in counts.items():
            sums[0] += len(gold[fact] & found[fact])
            sums[1] += len(gold[fact])
            sums[2] += len(found[fact])
    return counts


@pytest.mark.parametrize(("fact", "floor"), FLOORS.items(), ids=FLOORS)
def test_f1_holds_its_floor(tally, fact, floor):
    right, gold, found = tally[fact]
    assert gold > 20
    assert 2 * right / (gold + found) >= floor
