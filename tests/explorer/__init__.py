"""The page of boctin serve, and what readers put right there."""
