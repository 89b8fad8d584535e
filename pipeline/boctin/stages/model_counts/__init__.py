"""Counts of mô hình."""
