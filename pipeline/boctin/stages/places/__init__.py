"""Administrative units resolved to their codes, before and after 1 July 2025."""
