"""Makes the table of words of like meaning that statements are found by.

    python training/kin.py MINILM TEXTS... > src/variorum/collate/kin.txt

MINILM is a folder with all-MiniLM-L6-v2; TEXTS are .txt files, folders of them, or .jsonl with a "text" in each
record: only words that they write with a small letter come in, so that names stay out. A root's vector is the mean
of its forms' vectors, by how often they occur: what the network makes of the word alone, and its input embedding.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np  # noqa: TID253 - a script, not the package
import torch
from numpy.typing import NDArray  # noqa: TID253
from transformers import AutoModel, AutoTokenizer

from variorum.collate.profiles import ROOT
from variorum.collate.words import FUNCTION_STEMS, NUMBERS, plain, stem

LEAST = 0.38  # likeness: below, words share a field ("bridge", "toll") more often than a meaning
NEAREST = 8  # of each root
WITHIN = re.compile(r"(?<![.!?:“\"‘]\s)(?<=\s)[A-Za-z]+")  # not at the beginning of a sentence
BATCH = 512
CALENDAR = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
"""
Vectors = NDArray[np.float32]


def main(model: str, *texts: str) -> None:
    """Writes the table to standard output."""
    small, capital = _counts(_texts(map(Path, texts)))
    tokens = AutoTokenizer.from_pretrained(model)
    words = sorted(w for w in tokens.get_vocab() if w.isascii() and w.isalpha() and len(w) > 2)
    words = [w for w in words if small[w] and small[w] >= capital[w] and w not in {*CALENDAR.split(), *NUMBERS}]
    roots = _by_root(words)
    alone, embedded = _vectors(words, tokens, AutoModel.from_pretrained(model).eval())
    table = np.stack([_mean(members, words, small, alone, embedded) for members in roots.values()])
    print("# Roots of words (six letters of a stem) and those of like meaning, with their likeness in per cent.")
    for line in _lines(list(roots), table @ table.T):
        print(line)


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
        else:
            for one in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
                yield one.read_text(encoding="utf-8", errors="replace")


def _counts(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written with a small letter, and how often with a capital one."""
    small, capital = Counter[str](), Counter[str]()
    for text in texts:
        for m in WITHIN.finditer(text):
            (capital if m.group()[0].isupper() else small)[m.group().lower()] += 1
    return small, capital


def _by_root(words: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, word in enumerate(words):
        form = stem(plain(word))
        if form not in FUNCTION_STEMS and form.islower():
            found[form[:ROOT]].append(n)
    return dict(sorted(found.items()))


def _vectors(words: list[str], tokens: AutoTokenizer, model: AutoModel) -> tuple[Vectors, Vectors]:
    """What the network makes of each word alone, and the input embedding of each; centred, of length 1."""
    made = []
    with torch.no_grad():
        for n in range(0, len(words), BATCH):
            batch = tokens(words[n : n + BATCH], return_tensors="pt", padding=True)
            mask = batch["attention_mask"].unsqueeze(-1)
            made.append(((model(**batch).last_hidden_state * mask).sum(1) / mask.sum(1)).numpy())
    table = model.embeddings.word_embeddings.weight.detach().numpy()
    return _centred(np.concatenate(made)), _centred(table[tokens.convert_tokens_to_ids(words)])


def _centred(vectors: Vectors) -> Vectors:
    vectors = vectors - vectors.mean(0)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _mean(members: list[int], words: list[str], small: Counter[str], *kinds: Vectors) -> Vectors:
    shares = np.sqrt([[small[words[n]]] for n in members])
    means = [(vectors[members] * shares).sum(0) for vectors in kinds]
    return np.concatenate([mean / np.linalg.norm(mean) for mean in means]) / np.sqrt(len(kinds))


def _lines(roots: list[str], likeness: Vectors) -> Iterator[str]:
    """Each root with those after it in order that are among the nearest of either."""
    np.fill_diagonal(likeness, 0)
    near = np.zeros_like(likeness, dtype=bool)
    np.put_along_axis(near, np.argsort(-likeness, axis=1, kind="stable")[:, :NEAREST], True, axis=1)
    near = (near | near.T) & (likeness > LEAST)
    for n, root in enumerate(roots):
        others = [m for m in np.flatnonzero(near[n]) if m > n]
        if others:
            yield " ".join([root, *(f"{roots[m]}:{round(100 * float(likeness[n, m]))}" for m in others)])


if __name__ == "__main__":
    main(*sys.argv[1:])
