"""Any record as JSON values and back, field by field: how the store keeps what a stage yielded."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from variorum.errors import BrokenEdition

T = TypeVar("T")
Json = Any  # what json.loads gives: foreign data, turned into records at once


def encode(value: object) -> Json:
    """Any record as JSON values, field by field; tuples become lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [encode(x) for x in value]
    return value


def decode(kind: type[T], data: Json) -> T:
    """The record of this type that `encode` made these values from."""
    try:
        return _decode(kind, data)  # type: ignore[no-any-return]
    except (KeyError, TypeError, ValueError) as fault:
        raise BrokenEdition(f"not a {kind.__name__}: {type(fault).__name__}: {fault}") from None


def _decode(kind: Any, data: Json) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_decode(arguments[0], x) for x in data)
        return tuple(_decode(a, x) for a, x in zip(arguments, data, strict=True))
    if origin in (Union, types.UnionType):
        return None if data is None else _decode(next(a for a in arguments if a is not type(None)), data)
    if origin is Literal or not is_dataclass(kind):
        return data
    record: Any = kind
    hints = _hints(record)
    return record(**{name: _decode(hints[name], value) for name, value in data.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
