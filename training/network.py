"""The network in torch: one encoder, and for each layer heads for labels, for what belongs together, for sources.

The encoder reads the words with their columns added (`SIZES`), the labels that the rules give, and the
convention by which spans are drawn. Labels form a linear chain, joins are biaffine.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from variorum.annotate.trained.features import DEEPEST, SIZES
from variorum.annotate.trained.relations import LABELS

WIDTH = 128  # of the biaffine scorers
FAR = 48  # words apart; all that is farther counts as this
NEVER = -1e4


class Heads(nn.Module):
    """Scores of one layer."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.tag = nn.Linear(size, len(LABELS))
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.starts = nn.Parameter(torch.zeros(len(LABELS)))
        self.joins = nn.ModuleList(Biaffine(size) for _ in range(2))
        self.by_rules = nn.Parameter(torch.tensor([1.0, 1.0]))

    def forward(self, words: Tensor, mask: Tensor, rule_heads: Tensor, rule_sources: Tensor) -> list[Tensor]:
        numbers = torch.arange(words.size(1), device=words.device)
        scores = [self.tag(words)]
        for n, by_rules in enumerate((rule_heads, rule_sources)):
            agrees = (by_rules.unsqueeze(-1) == numbers).to(words.dtype)
            odds = self.joins[n](words) + self.by_rules[n] * agrees
            scores.append(torch.log_softmax(odds.masked_fill(~mask.unsqueeze(1), NEVER), dim=-1))
        return scores


class Biaffine(nn.Module):
    """How well each word fits each other as its head, by the words and by how far apart they stand."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(size, WIDTH)
        self.head = nn.Linear(size, WIDTH)
        self.weight = nn.Parameter(torch.eye(WIDTH) * 0.1)
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, words: Tensor) -> Tensor:
        places = torch.arange(words.size(1), device=words.device)
        apart = (places.unsqueeze(0) - places.unsqueeze(1)).clamp(-FAR, FAR) + FAR
        dependents = torch.tanh(self.dependent(words)) @ self.weight
        return dependents @ torch.tanh(self.head(words)).transpose(1, 2) + self.distance(apart).squeeze(-1)


class Network(nn.Module):
    """The whole network; `folder` holds the encoder to start from."""

    def __init__(self, folder: str, dropout: float = 0.15) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa",
                                                 attention_probs_dropout_prob=0.0)  # fmt: skip
        width = self.encoder.config.hidden_size
        self.columns = nn.ModuleList(nn.Embedding(size, width) for size in SIZES.values())
        self.tags = nn.ModuleList(nn.Embedding(len(LABELS), width) for _ in range(DEEPEST))
        self.convention = nn.Embedding(2, width)
        for table in (*self.columns, *self.tags, self.convention):
            nn.init.zeros_(table.weight)
        # the rules' labels once more beside what the encoder makes of them, and the parse
        self.beside = nn.ModuleList(nn.Embedding(n, 16) for n in (*[len(LABELS)] * DEEPEST, *SIZES.values(), 2))
        self.dropout = nn.Dropout(dropout)
        self.mix = nn.Linear(width + 16 * len(self.beside), width)
        self.layers = nn.ModuleList(Heads(width) for _ in range(DEEPEST))
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False

    def forward(self, ids: Tensor, mask: Tensor, columns: Tensor, first: Tensor, word_mask: Tensor,
                convention: Tensor, heads: Tensor, sources: Tensor) -> list[Tensor]:  # fmt: skip
        """Scores for B windows of N words in T subwords.

        `columns` (B, T, SIZES and the rules' labels), `first` (B, N) the first subword of each word, `heads` and
        `sources` (B, N, layers) what the rules join. Gives tags (B, N, 7), heads and sources (B, N, N) a layer.
        """
        told = self.encoder.embeddings.word_embeddings(ids) + self.convention(convention).unsqueeze(1)
        for n, table in enumerate((*self.columns, *self.tags)):
            told = told + table(columns[:, :, n])
        read = self.encoder(inputs_embeds=told, attention_mask=mask).last_hidden_state.float()
        words = torch.gather(read, 1, first.unsqueeze(-1).expand(-1, -1, read.size(-1)))
        words = self.dropout(words)
        at = torch.gather(columns, 1, first.unsqueeze(-1).expand(-1, -1, columns.size(-1)))
        order = [len(SIZES) + n for n in range(DEEPEST)] + list(range(len(SIZES)))
        beside = [table(at[:, :, n]) for table, n in zip(self.beside, order, strict=False)]
        beside.append(self.beside[-1](convention).unsqueeze(1).expand(-1, words.size(1), -1))
        words = words + torch.nn.functional.gelu(self.mix(torch.cat((words, *beside), dim=-1)))
        scores = []
        for n, layer in enumerate(self.layers):
            scores += layer(words, word_mask, heads[:, :, n], sources[:, :, n])
        return scores


def chain_loss(tags: Tensor, gold: Tensor, mask: Tensor, steps: Tensor, starts: Tensor) -> Tensor:
    """The negative log-likelihood of the gold labels under a linear chain, summed over all windows."""
    begin = starts + tags[:, 0]
    right = begin.gather(1, gold[:, :1]).squeeze(1)
    made = steps[gold[:, :-1], gold[:, 1:]] + tags[:, 1:].gather(2, gold[:, 1:].unsqueeze(2)).squeeze(2)
    right = right + (made * mask[:, 1:]).sum(dim=1)
    paths = all_paths(steps + tags[:, 1:].unsqueeze(2), mask[:, 1:])
    return (torch.logsumexp(begin.unsqueeze(2) + paths, dim=(1, 2)) - right).sum()


def all_paths(steps: Tensor, mask: Tensor) -> Tensor:
    """Log of the summed weights of all paths from each label to each: (B, N, L, L) to (B, L, L).

    The products are formed in pairs, pairs of pairs and so on, which takes log N steps instead of N.
    """
    none = steps.new_full(steps.shape[2:], NEVER).fill_diagonal_(0.0)
    held = torch.where(mask[:, :, None, None], steps, none)
    if not held.size(1):
        return none.expand(len(steps), -1, -1)
    while held.size(1) > 1:
        if held.size(1) % 2:
            held = torch.cat((held, none.expand(len(held), 1, -1, -1)), dim=1)
        held = torch.logsumexp(held[:, ::2].unsqueeze(4) + held[:, 1::2].unsqueeze(2), dim=3)
    return held.squeeze(1)
