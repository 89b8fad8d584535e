"""The view of a record as HTML."""
