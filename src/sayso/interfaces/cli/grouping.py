"""Options that belong together, said once: fields of a dataclass, which typer reads one by one."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import wraps
from typing import Any, get_type_hints

__all__ = ["grouped"]

_Command = Callable[..., None]


def grouped(command: _Command) -> _Command:
    """The command with an option for each field of those of its arguments that are dataclasses.

    >>> from dataclasses import dataclass
    >>> @dataclass(kw_only=True)
    ... class Sizes:
    ...     least: int = 1
    ...     most: int = 9
    >>> @grouped
    ... def count(sizes: Sizes, *, loud: bool = False) -> None:
    ...     print(sizes, loud)
    >>> print(inspect.signature(count))
    (*, least: int = 1, most: int = 9, loud: bool = False) -> None
    >>> count(most=3)
    Sizes(least=1, most=3) False
    """
    hints = get_type_hints(command, include_extras=True)
    signature = inspect.signature(command)
    groups = {name: hints[name] for name in signature.parameters if is_dataclass(hints[name])}
    spread = [
        one
        for name, parameter in signature.parameters.items()
        for one in (_parameters(groups[name]) if name in groups else [parameter])
    ]

    @wraps(command)
    def called(**given: Any) -> None:
        made = {name: _made(kind, given) for name, kind in groups.items()}
        command(**made, **given)

    ordered = sorted(spread, key=lambda one: one.kind)
    called.__signature__ = signature.replace(parameters=ordered)  # type: ignore[attr-defined]
    return called


def _parameters(kind: type[Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=hints[field.name],
        )
        for field in fields(kind)
    ]


def _made(kind: type[Any], given: dict[str, Any]) -> object:
    """The group, whose fields are then no longer among what is given."""
    own: Mapping[str, Any] = {
        it.name: given.pop(it.name) for it in fields(kind) if it.name in given
    }
    return kind(**own)
