"""Conferrals of honours."""
