"""Many articles to an archive, with every document accounted for.

run.py      the way of a batch: plan, engine, close
plan.py     inputs to shards, and whether an archive may be resumed
shard.py    the one shard function: what must hold for a shard holds here, whatever schedules it
worker.py   a worker process, watched;  child.py  what runs within it
local.py    shards over processes of this machine;  ray.py  over a Ray cluster
archive.py  the files of an archive, and how they are written
status.py   how far an archive is
"""

from boctin.batch.archive import BatchError
from boctin.batch.run import Summary, extract_archive, retry
from boctin.batch.settings import Settings
from boctin.batch.status import Status, status

__all__ = ["BatchError", "Settings", "Status", "Summary", "extract_archive", "retry", "status"]
