"""underthesea's words, laid over the syllables."""
