"""The encoder that `variorum.collate.meaning` reads words with: the first layers of all-MiniLM-L6-v2, in 8 bits.

    python training/likeness.py MINILM OUT_DIR

MINILM holds the files of all-MiniLM-L6-v2. Nothing is trained. OUT_DIR gets network.onnx (subwords in, a vector of
length 1 for each of them out; weights in 8 bits by rows), tokenizer.json and SHA256SUMS. The mean of the vectors of
our own articles' subwords is taken off each vector first: else any two words of this encoder are alike.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

ARTICLES = Path(__file__).parent / "articles"
# Of 1 to 6, the number that tells most about doubtful pairs: docs/decisions/0016-likeness-of-meaning.md
LAYERS = 3
SHIPPED = ("network.onnx", "tokenizer.json")
FIRST, LAST = 101, 102  # the marks at both ends of what this encoder reads


class Encoder(nn.Module):
    """The first layers, the common part of all vectors taken off, and every vector of length 1."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            folder, add_pooling_layer=False, num_hidden_layers=LAYERS, attn_implementation="eager"
        )
        self.register_buffer("common", torch.zeros(self.encoder.config.hidden_size))

    def forward(self, ids: Tensor) -> Tensor:
        read = self.encoder(ids, attention_mask=torch.ones_like(ids)).last_hidden_state - self.common
        return nn.functional.normalize(read, dim=-1)


@torch.no_grad()
def common(encoder: Encoder, tokenizer: Tokenizer) -> Tensor:
    """The mean vector of the subwords of our own articles, read line by line."""
    sums, count = torch.zeros_like(encoder.common), 0
    for path in sorted(ARTICLES.glob("*/documents/*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            ids = tokenizer.encode(line, add_special_tokens=False).ids[:60]
            if ids:
                told = torch.tensor([[FIRST, *ids, LAST]])
                sums += encoder.encoder(told).last_hidden_state[0, 1:-1].sum(dim=0)
                count += len(ids)
    return sums / count


def main(folder: str, out: str) -> None:
    """Writes the files."""
    torch.set_num_threads(1)
    place = Path(out)
    place.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    encoder = Encoder(folder).eval()
    encoder.common.copy_(common(encoder, tokenizer))
    plain = place / "network.fp32.onnx"
    axes = {"ids": {0: "texts", 1: "subwords"}, "vectors": {0: "texts", 1: "subwords"}}
    torch.onnx.export(encoder, (torch.randint(1000, 20000, (1, 9)),), str(plain), input_names=["ids"],
                      output_names=["vectors"], dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
    quantize_dynamic(plain, place / "network.onnx", per_channel=True, weight_type=QuantType.QInt8)
    plain.unlink()
    shutil.copy(Path(folder) / "tokenizer.json", place / "tokenizer.json")
    sums = [f"{hashlib.sha256((place / name).read_bytes()).hexdigest()}  {name}\n" for name in SHIPPED]
    (place / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
