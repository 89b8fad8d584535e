"""Files and streams in, articles out."""
