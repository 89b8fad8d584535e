"""What goes wrong with an archive, said in words that name the file."""


class ArchiveError(Exception):
    """An archive that cannot be read, indexed or asked: no such folder, a corrupt line, a statement that writes."""
