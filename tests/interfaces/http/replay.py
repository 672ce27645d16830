"""The examples of the OpenAPI description, sent in their order to a server over an empty ledger.

`python -m tests.interfaces.http.replay` writes down what it answers, where answers have changed.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

import sayso
from sayso.interfaces.http import examples
from tests.interfaces.conftest import client_of, running, token

_FILE = Path(examples.__file__).with_name("examples.json")
_TEXT = {"content-type": "text/plain; charset=utf-8"}
Exchange = tuple[str, httpx.Response]


def replayed(folder: Path, exchanges: dict[str, Any]) -> Iterator[Exchange]:
    """What a program that writes is answered; every route once, with what it must be told."""
    ledger_file = folder / "told.db"
    sayso.Ledger(ledger_file).close()
    with running(ledger_file) as site, client_of(site, token(ledger_file)) as client:
        paths = client.get("/openapi.json").json()["paths"]
        for name, told in exchanges.items():
            method, path = name.split()
            operation = paths[path][method.lower()]
            address, query = _filled(path, operation, told)
            yield name, client.request(method, address, params=query, **_sent(told.get("body")))
            if "form" in told:
                files = [("files", ("other.txt", text)) for text in told["form"]["files"]]
                yield f"{name} form", client.request(method, address, files=files)
            for one in operation.get("parameters", []) if method == "GET" else []:
                if one["in"] == "query" and not one["required"]:
                    more = {**query, one["name"]: example_of(one)}
                    yield f"{name} {one['name']}", client.request(method, address, params=more)


def example_of(parameter: dict[str, Any]) -> Any:
    """How a parameter of a route may look."""
    return parameter["schema"]["examples"][0]


def _filled(
    path: str, operation: dict[str, Any], told: dict[str, Any]
) -> tuple[str, dict[str, Any]]:
    """The address of a route, and its query, by the examples of the description."""
    query = dict(told.get("query", {}))
    for one in operation.get("parameters", []):
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(example_of(one)))
        elif one["required"] or one["name"] in query:
            query[one["name"]] = example_of(one)
    return path, query


def _sent(body: Any) -> dict[str, Any]:
    if body is None:
        return {}
    return {"content": body, "headers": _TEXT} if isinstance(body, str) else {"json": body}


def first_of_each(answer: Any) -> Any:
    """The same with no more than the first of every list of things."""
    if isinstance(answer, dict):
        return {name: first_of_each(value) for name, value in answer.items()}
    if isinstance(answer, list) and answer and isinstance(answer[0], dict):
        return [first_of_each(answer[0])]
    return answer


def main() -> None:
    """Write the answers into the file of the examples."""
    exchanges = json.loads(_FILE.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for name, answer in replayed(Path(folder), exchanges):
            if name in exchanges:
                answer.raise_for_status()
                exchanges[name]["answer"] = first_of_each(answer.json())
    _FILE.write_text(json.dumps(exchanges, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
