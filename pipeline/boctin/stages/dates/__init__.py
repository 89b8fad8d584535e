"""Calendar expressions as intervals."""
