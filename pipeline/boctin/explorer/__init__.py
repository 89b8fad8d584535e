"""The page of `boctin serve`: an archive to be searched, read and corrected in a browser on this machine.

server.py        the address, the lock on it, and Datasette with our plugin
plugin.py        routes, the headers that keep the page on this machine;  pages.py  what each address answers
searching.py     the search box and its facets;  overview.py, subjects.py  the start page, people and places
corrections.py   what readers put right, kept apart;  applying.py  a record with that;  gold.py  gold records of it
templates/, static/   the pages; nothing in them comes from another machine

It needs Datasette: `pip install 'boctin[explorer]'`.
"""

DEFAULT_PORT = 8642
