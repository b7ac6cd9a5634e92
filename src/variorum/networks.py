"""Networks as shipped: a folder of weights checked against its digests, and opened so that sums come out the same."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import PartError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer


def check(folder: Path) -> None:
    """Raises PartError unless every file has the digest that SHA256SUMS in the same folder states."""
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        for line in lines:
            digest, name = line.split()
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                raise PartError(f"{folder / name} is not the file that was shipped; install variorum again")
    except OSError as fault:
        raise PartError(f"{fault.filename} cannot be read; install variorum again, or run with --fast") from fault


def session(path: Path) -> InferenceSession:
    """The network of an ONNX file, on one thread: the order of sums stays the same everywhere."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def tokenizer(path: Path) -> Tokenizer:
    """The subwords of a tokenizer.json, neither cut off nor filled up."""
    import tokenizers

    found = tokenizers.Tokenizer.from_file(str(path))
    found.no_truncation()
    found.no_padding()
    return found
