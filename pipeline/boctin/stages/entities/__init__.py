"""Persons, bodies and administrative units by name."""
