"""The shape of the code: public names, cheap import, thin interfaces, documented commands."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer.main

import sayso
from sayso.interfaces.cli.app import app_for

PACKAGE = Path(sayso.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
DOCS = Path(__file__).parents[1] / "docs" / "commands.md"


def all_commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its words, those of a group after it."""
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if hasattr(command, "commands"):
            yield from all_commands(command, f"{before}{name} ")


COMMANDS: dict[str, Any] = dict(all_commands(typer.main.get_command(app_for(None))))
OPTIONS = [
    pytest.param(name, parameter, id=f"{name} {parameter.name}")
    for name, command in sorted(COMMANDS.items())
    for parameter in command.params
]
HEAVY = (
    "alembic",
    "charset_normalizer",
    "lxml",
    "msgspec",
    "numpy",
    "onnxruntime",
    "rapidfuzz",
    "rich",
    "sqlalchemy",
    "tokenizers",
    "trafilatura",
    "typer",
)


def path_id(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def defined_names(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                pass


def gathered_names(path: Path) -> Iterator[str]:
    """What a package's `__init__` takes from its modules."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8"))) if path.name == "__init__.py" else ()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sayso."):
            yield from (alias.asname or alias.name for alias in node.names)


def listed_names(path: Path) -> list[str]:
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return list(ast.literal_eval(value))
            case ast.AnnAssign(target=ast.Name(id="__all__"), value=ast.List() as value):
                return list(ast.literal_eval(value))
            case _:
                pass
    return []


@pytest.mark.parametrize("path", MODULES, ids=path_id)
def test_all_names_every_public_name(path: Path) -> None:
    public = {name for name in defined_names(path) if not name.startswith("_")}
    listed = listed_names(path)
    assert len(listed) == len(set(listed))
    assert public <= set(listed), "a public name is missing from __all__"
    assert set(listed) <= public | set(gathered_names(path)), "__all__ lists what is not there"


def test_the_package_names_all_it_gathers() -> None:
    assert set(gathered_names(PACKAGE / "__init__.py")) == set(sayso.__all__)


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="wright"):
        sayso.wright  # noqa: B018


@pytest.mark.parametrize("path", [it for it in MODULES if it.name == "__init__.py"], ids=path_id)
def test_a_deferred_name_stands_where_it_is_said_to(path: Path) -> None:
    if "deferred(" in path.read_text("utf-8"):
        package = import_module(".".join(path.relative_to(PACKAGE.parent).parent.parts))
        assert all(getattr(package, name) is not None for name in package.__all__)
        modules = {module.stem for module in path.parent.iterdir()}
        assert not modules & set(package.__all__), "who imports the module gets it for the name"


def test_import_is_cheap() -> None:
    code = f"import sys, sayso; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", sorted((PACKAGE / "interfaces").rglob("*.py")), ids=path_id)
def test_interfaces_are_thin(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert sum(isinstance(part, ast.stmt) for part in ast.walk(node)) <= 12, node.name


@pytest.mark.parametrize("path", MODULES, ids=path_id)
def test_modules_are_short_and_say_what_they_are(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("name", sorted(name for name in COMMANDS if " " not in name))
def test_a_command_starts_without_most_of_the_others(name: str) -> None:
    alone = typer.main.get_command(app_for(name)).commands  # type: ignore[attr-defined]
    assert name in alone
    assert len(alone) < len(COMMANDS) / 3


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_commands_have_help_with_examples(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert f"sayso {name} " in command.epilog


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_commands_are_documented(name: str) -> None:
    assert f"## `sayso {name}" in DOCS.read_text("utf-8")


@pytest.mark.parametrize(("name", "parameter"), OPTIONS)
def test_options_have_help_and_are_documented(name: str, parameter: Any) -> None:
    section = DOCS.read_text("utf-8").partition(f"## `sayso {name}")[2].partition("\n## ")[0]
    assert parameter.help
    for spelling in (*parameter.opts, *parameter.secondary_opts):
        wanted = f"`{spelling}" if spelling.startswith("-") else parameter.metavar
        assert wanted in section, spelling


def test_every_module_is_named_for_a_thing() -> None:
    names = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not names & {"utils", "util", "helpers", "common", "misc", "base", "core", "manager"}
