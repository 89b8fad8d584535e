"""People in office with their positions."""
