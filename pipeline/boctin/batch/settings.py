"""What a batch is told: how to read, what bounds each document has, how the archive is cut."""

from pydantic import BaseModel, ConfigDict, Field

from boctin.readers.limits import Limits, Reading

_LIMITS = Limits()


class Settings(BaseModel):
    """Settings that decide what comes out; they are kept in the manifest. How many workers do it is not one of them.

    >>> Settings(time_limit=5).reading().limits.max_chars
    1000000
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    published: str | None = None
    columns: dict[str, str] = {}
    max_bytes: int = Field(_LIMITS.max_bytes, gt=0)
    max_chars: int = Field(_LIMITS.max_chars, gt=0)
    max_ratio: int = Field(_LIMITS.max_ratio, gt=0)
    max_depth: int = Field(_LIMITS.max_depth, ge=0)
    time_limit: float = Field(60.0, gt=0)
    """Seconds that one document may take."""
    memory_limit: int = Field(4096, gt=0)
    """MiB that a worker process may hold (where the system can bound it: Linux)."""
    shard_size: int = Field(200, gt=0)
    """Documents to a shard: one file of records each."""
    compress: bool = False
    pipeline: str = "boctin.batch.pipeline:create"
    """`module:function` that makes what is done with an article: a function from Article to a line of JSON."""

    def reading(self) -> Reading:
        limits = Limits(self.max_bytes, self.max_chars, self.max_ratio, self.max_depth)
        return Reading(published=self.published, columns=self.columns, limits=limits)
