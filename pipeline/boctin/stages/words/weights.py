"""Reads the weights of a CRFsuite model file, so that NumPy can apply them to a whole article at once.

The format is that of CRFsuite 0.12 (Naoaki Okazaki, http://www.chokkan.org/software/crfsuite/): a header, the features
(20 bytes each), and two constant databases (CQDB) that name labels and attributes.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_HEADER = struct.Struct("<4sI4s8I")
_CHUNK = struct.Struct("<4s2I")
_CQDB = struct.Struct("<4s5I")
_RECORD = struct.Struct("<2I")
_FEATURE = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_STATE = 0


@dataclass(frozen=True)
class Weights:
    """`state[attribute][label]` and `transition[label before, label]`, labels in the order of `labels`."""

    labels: tuple[str, ...]
    state: dict[str, tuple[float, ...]]
    transition: np.ndarray


def read_weights(path: Path) -> Weights:
    """The weights of a CRFsuite model file. Raises ValueError when the file is something else."""
    data = path.read_bytes()
    magic, _, kind, version, _, _, _, features_at, labels_at, attributes_at, _ = _HEADER.unpack_from(data)
    if (magic, kind, version) != (b"lCRF", b"FOMC", 100):
        raise ValueError(f"{path}: not a CRFsuite model of version 100")
    labels = tuple(_names(data, labels_at))
    attributes = _names(data, attributes_at)
    _, _, count = _CHUNK.unpack_from(data, features_at)
    features = np.frombuffer(data, _FEATURE, count, features_at + _CHUNK.size)
    states = features[features["type"] == _STATE]
    table = np.zeros((len(attributes), len(labels)))
    table[states["source"], states["target"]] = states["weight"]
    transition = np.zeros((len(labels), len(labels)))
    moves = features[features["type"] != _STATE]
    transition[moves["source"], moves["target"]] = moves["weight"]
    rows = map(tuple, table.tolist())
    return Weights(labels, dict(zip(attributes, rows, strict=True)), transition)


def _names(data: bytes, at: int) -> list[str]:
    """The strings of a CQDB, in the order of their numbers."""
    _, _, _, _, count, offset = _CQDB.unpack_from(data, at)
    names = []
    for record in np.frombuffer(data, "<u4", count, at + offset).tolist():
        _, size = _RECORD.unpack_from(data, at + record)
        start = at + record + _RECORD.size
        names.append(data[start : start + size - 1].decode("utf-8"))
    return names
