"""Trains the network: python training/train.py EXAMPLES OUT_DIR --encoder FOLDER [--epochs N] [--start FILE] ...

EXAMPLES is a file that examples.py made. The same seed on the same machine gives the same weights. After
every epoch the weights are kept in OUT_DIR and the scores on the dev documents are printed.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from network import Network, chain_loss
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from examples import Example
from variorum.annotate.trained.decode import Scores, decode
from variorum.annotate.trained.features import DEEPEST, SIZES
from variorum.annotate.trained.relations import NONE, Labels
from variorum.annotate.trained.windows import Window, arrays, subwords, windows

CONVENTIONS = {"polnear": 0, "stories": 1, "own": 1}
IGNORED = -100
WITHOUT_RULES = 0.15  # of the windows are read without the rules' view, so that it is not all
WITHOUT_COLUMN = 0.05  # the same for every column: a damaged text has a wrong parse, or no quotation marks
LONGEST = 250  # subwords of a window


def main() -> None:
    """Runs the command line."""
    options = _options()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    with options.examples.open("rb") as stream:
        examples = pickle.load(stream)
    tokenizer = Tokenizer.from_file(str(Path(options.encoder) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    held = {e.name + str(n): (e, subwords(e.reading.words, tokenizer)) for n, e in enumerate(examples)}
    train = [v for v in held.values() if v[0].split == "train"]
    dev = [v for v in held.values() if v[0].split == "dev"][:: options.every]
    network = Network(options.encoder)
    if options.start:
        network.load_state_dict(torch.load(options.start))
    options.out.mkdir(parents=True, exist_ok=True)
    _train(network, train, dev, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", required=True, help="folder with config.json, model.safetensors, tokenizer.json")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--stop", type=int, help="end after so many epochs, at the rates of all")
    parser.add_argument("--batch", type=int, default=2000, help="subwords in a step")
    parser.add_argument("--rate", type=float, default=1.2e-4, help="the encoder's highest learning rate")
    parser.add_argument("--final", type=float, default=0.0, help="the share of the rate that the last step has")
    parser.add_argument("--often", type=int, default=1, help="how often an epoch reads what is not PolNeAR")
    parser.add_argument("--every", type=int, default=3, help="score each Nth dev document after an epoch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _train(network: Network, train: Sequence, dev: Sequence, options: argparse.Namespace) -> None:
    encoder = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    rest = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": options.rate}, {"params": rest, "lr": 8 * options.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = options.epochs * len(_epoch(train, 0, options.often, options.batch))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _rate((n + 1) / steps, options.final))
    begin = time.time()
    for epoch in range(options.stop or options.epochs):
        network.train()
        shown = _epoch(train, epoch + 100 * options.seed, options.often, options.batch)
        sums: Counter[str] = Counter()
        for n, batch in enumerate(shown):
            loss, parts = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sums.update(parts)
            if n % 50 == 49:
                told = " ".join(f"{k} {v / (n + 1):.3f}" for k, v in sums.items())
                print(f"epoch {epoch} step {n + 1}/{len(shown)} {told} {time.time() - begin:.0f} s", flush=True)
        torch.save(network.state_dict(), options.out / f"epoch{epoch}.pt")
        print(f"epoch {epoch}: {scores(network, dev)} {time.time() - begin:.0f} s", flush=True)


def _rate(share: float, final: float) -> float:
    return min(1.0, share / 0.06) if share < 0.06 else final + (1 - final) * max(0.0, 1 - share) / 0.94


def _epoch(train: Sequence, seed: int, often: int, budget: int) -> list[list[tuple[Window, Example]]]:
    """The windows of one epoch in steps of like lengths and at most `budget` subwords, cut elsewhere each time."""
    chance = random.Random(seed)
    shown = []
    for example, pieces in train:
        for _ in range(1 if example.corpus == "polnear" else often):
            first = chance.randrange(60, LONGEST)
            shown += [(w, example) for w in windows(example.reading, pieces, LONGEST, first)]
    chance.shuffle(shown)
    steps: list[list[tuple[Window, Example]]] = []
    for at in range(0, len(shown), 400):
        step: list[tuple[Window, Example]] = []
        for window, example in sorted(shown[at : at + 400], key=lambda s: s[0].size):
            if step and (len(step) + 1) * window.size > budget:
                steps.append(step)
                step = []
            step.append((window, example))
        steps.append(step)
    chance.shuffle(steps)
    return steps


def _loss(network: Network, batch: Sequence) -> tuple[Tensor, dict[str, float]]:
    inputs = _inputs(batch)
    for n in range(len(batch)):
        if random.random() < WITHOUT_RULES:
            inputs["columns"][n, :, -DEEPEST:] = 0
            inputs["heads"][n] = NONE
            inputs["sources"][n] = NONE
        for column in range(len(SIZES)):
            if random.random() < WITHOUT_COLUMN:
                inputs["columns"][n, :, column] = 0
    with torch.autocast("cpu", torch.bfloat16):
        answers = network(**inputs)
    total = torch.zeros(())
    parts: dict[str, float] = {}
    mask = inputs["word_mask"]
    for depth in range(DEEPEST):
        tags, heads, sources = (a.float() for a in answers[3 * depth : 3 * depth + 3])
        gold = [_padded(batch, depth, column, mask.size(1)) for column in ("tags", "heads", "sources")]
        layer = network.layers[depth]
        if depth == 0:
            said = chain_loss(tags, gold[0].clamp(min=0), mask, layer.steps, layer.starts) / mask.sum() * 4
        else:
            said = cross_entropy(tags.flatten(0, 1), gold[0].flatten(), ignore_index=IGNORED) * 2
        joined = [_join_loss(odds, right) for odds, right in zip((heads, sources), gold[1:], strict=True)]
        for name, value in zip(("labels", "heads", "sources"), (said, *joined), strict=True):
            parts[f"{name}{depth}"] = value.item()
            total = total + value * (1.0 if name != "sources" else 0.5)
    return total, parts


def _join_loss(odds: Tensor, right: Tensor) -> Tensor:
    held = right != IGNORED
    if not held.any():
        return odds.sum() * 0
    return -odds[held].gather(1, right[held].unsqueeze(1)).mean()


def _inputs(batch: Sequence) -> dict[str, Tensor]:
    inputs = {name: torch.from_numpy(a) for name, a in arrays([w for w, _ in batch]).items()}
    inputs["convention"] = torch.tensor([CONVENTIONS[e.corpus] for _, e in batch])
    return inputs


def _padded(batch: Sequence, depth: int, column: str, length: int) -> Tensor:
    rows = []
    for window, example in batch:
        labels: Labels = example.gold[depth]
        row = []
        for n in range(window.first, window.last):
            value = getattr(labels, column)[n]
            if column != "tags":
                value = value - window.first if window.first <= value < window.last else IGNORED
            row.append(value if example.known[depth][n] else IGNORED)
        rows.append(row + [IGNORED] * (length - len(row)))
    return torch.tensor(rows)


@torch.no_grad()
def scores(network: Network, dev: Sequence) -> str:
    """F1 of exactly right contents, contents with sources, cues, for each corpus and layer."""
    network.eval()
    counts: dict[str, Counter[str]] = {}
    for window, example, answers in _answers(network, dev):
        for depth, found in enumerate(answers):
            if depth and example.corpus == "polnear":
                continue
            gold = list(_gold(window, example, depth))
            for measure, parts in (("content", ("content",)), ("both", ("content", "source")), ("cue", ("cue",))):
                keys = [Counter(tuple(getattr(r, p) for p in parts) for r in side) for side in (gold, found)]
                name = f"{example.corpus}{depth} {measure}"
                counts.setdefault(name, Counter()).update(
                    right=(keys[0] & keys[1]).total(), all=len(gold) + len(found))  # fmt: skip
    return ", ".join(f"{k} {200 * c['right'] / max(1, c['all']):.1f}" for k, c in sorted(counts.items()))


def _answers(network: Network, dev: Sequence) -> Iterator[tuple[Window, Example, list]]:
    shown = [(w, e) for e, pieces in dev for w in windows(e.reading, pieces, LONGEST)]
    for at in range(0, len(shown), 16):
        batch = shown[at : at + 16]
        with torch.autocast("cpu", torch.bfloat16):
            answers = [a.float().numpy() for a in network(**_inputs(batch))]
        for n, (window, example) in enumerate(batch):
            size = window.last - window.first
            layers = []
            for depth, layer in enumerate(network.layers):
                tags, heads, sources = (a[n, :size] for a in answers[3 * depth : 3 * depth + 3])
                steps, starts = layer.steps.numpy(), layer.starts.numpy()
                held = Scores(tags, steps, starts, heads[:, :size], sources[:, :size])
                layers.append([f.relation for f in decode(held)])
            yield window, example, layers


def _gold(window: Window, example: Example, depth: int) -> Iterator:
    """The gold relations of a window, read back from its labels."""
    labels: Labels = example.gold[depth]
    first, last = window.first, window.last
    size = last - first
    tags = np.full((size, 7), -50.0, dtype=np.float32)
    heads = np.full((size, size), -50.0, dtype=np.float32)
    sources = np.full((size, size), -50.0, dtype=np.float32)
    for n in range(size):
        tags[n, labels.tags[first + n]] = 0
        for odds, column in ((heads, labels.heads), (sources, labels.sources)):
            at = column[first + n] - first
            if 0 <= at < size:
                odds[n, at] = 0
    zero = np.zeros((7, 7), dtype=np.float32)
    return (f.relation for f in decode(Scores(tags, zero, zero[0], heads, sources)))


if __name__ == "__main__":
    main()
