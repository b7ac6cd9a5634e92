"""Writes trained weights as the package ships them: python training/export.py WEIGHTS OUT_DIR --encoder FOLDER.

OUT_DIR gets network.onnx (weights in 8 bits by rows, Jacob et al. 2018, computed in 8 bits at run time),
network.fp32.onnx (only to compare: not shipped), tokenizer.json, chains.json (the scores of one label after
another) and SHA256SUMS over what is shipped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from variorum.annotate.trained.features import DEEPEST, SIZES

INPUTS = ("ids", "mask", "columns", "first", "word_mask", "convention", "heads", "sources")
SHIPPED = ("network.onnx", "tokenizer.json", "chains.json")


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", required=True)
    options = parser.parse_args()
    network = Network(options.encoder)
    network.load_state_dict(torch.load(options.weights))
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    plain = options.out / "network.fp32.onnx"
    write(network, plain)
    quantize_dynamic(plain, options.out / "network.onnx", per_channel=True, weight_type=QuantType.QInt8)
    shutil.copy(Path(options.encoder) / "tokenizer.json", options.out / "tokenizer.json")
    chains = [{"steps": layer.steps.tolist(), "starts": layer.starts.tolist()} for layer in network.layers]
    (options.out / "chains.json").write_text(json.dumps(chains) + "\n", encoding="utf-8")
    sums = [f"{hashlib.sha256((options.out / n).read_bytes()).hexdigest()}  {n}\n" for n in SHIPPED]
    (options.out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    print("".join(f"{(options.out / n).stat().st_size / 1e6:6.1f} MB  {n}\n" for n in (*SHIPPED, plain.name)))


def write(network: Network, path: Path) -> None:
    """The network as ONNX, for any number of windows, subwords and words."""
    outputs = [f"{name}{depth}" for depth in range(DEEPEST) for name in ("tags", "heads", "sources")]
    axes = {"ids": "bt", "mask": "bt", "columns": "bt", "first": "bn", "word_mask": "bn", "convention": "b",
            "heads": "bn", "sources": "bn", **dict.fromkeys(outputs, "bn")}  # fmt: skip
    for name in outputs:
        if not name.startswith("tags"):
            axes[name] = "bnn"
    letters = {"b": "windows", "t": "subwords", "n": "words"}
    dynamic = {name: {n: letters[c] for n, c in enumerate(kinds)} for name, kinds in axes.items()}
    torch.onnx.export(network, _example(), str(path), input_names=list(INPUTS), output_names=outputs,
                      dynamic_axes=dynamic, opset_version=17, dynamo=False)  # fmt: skip


def _example(windows: int = 2, subwords: int = 12, words: int = 7) -> tuple[Tensor, ...]:
    return (
        torch.randint(5, 100, (windows, subwords)),
        torch.ones(windows, subwords, dtype=torch.long),
        torch.zeros(windows, subwords, len(SIZES) + DEEPEST, dtype=torch.long),
        torch.arange(1, words + 1).expand(windows, -1).contiguous(),
        torch.ones(windows, words, dtype=torch.bool),
        torch.zeros(windows, dtype=torch.long),
        torch.full((windows, words, DEEPEST), -1),
        torch.full((windows, words, DEEPEST), -1),
    )


if __name__ == "__main__":
    main()
