"""Names of persons, organisations and places by a trained model (see docs/ner.md)."""
