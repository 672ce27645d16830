"""The examples of the OpenAPI description: requests that follow each other, and their answers.

They tell one happening: who sends them in their order to a server over an empty ledger gets those
answers, with no more than the first of every list.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from sayso.interfaces.http.asking import LINES

__all__ = ["STATEMENT", "TEXT", "exchanges", "with_examples"]

_FILE = Path(__file__).with_name("examples.json")
_JSON = "application/json"
_UNSAID = ("HTTPValidationError", "ValidationError")


@cache
def exchanges() -> dict[str, dict[str, Any]]:
    """Method and path of every route with the `body` or `form` that it is sent, and its `answer`.

    The order is the one in which each finds what it asks for.
    """
    return dict(json.loads(_FILE.read_text("utf-8")))


STATEMENT = str(exchanges()["POST /judgements"]["body"]["mention"])
"""The id of a statement in the first of them."""
TEXT = STATEMENT.partition(".")[0]
"""The id of the text that it stands in."""


def with_examples(document: dict[str, Any]) -> dict[str, Any]:
    """The description with them, and without an answer that FastAPI takes for granted."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            _exemplify(operation, exchanges()[f"{method.upper()} {path}"])
    schemas = document["components"]["schemas"]
    kept = {name: schema for name, schema in schemas.items() if name not in _UNSAID}
    return {**document, "components": {**document["components"], "schemas": kept}}


def _exemplify(operation: dict[str, Any], told: dict[str, Any]) -> None:
    responses = operation["responses"]
    if [*responses.get("422", {}).get("content", {})] == [_JSON]:
        del responses["422"]  # what is missing or of another kind is a 400 here
    for media, described in operation.get("requestBody", {}).get("content", {}).items():
        described["example"] = told["form" if media.startswith("multipart/") else "body"]
    for status in {"200", "201"} & {*responses}:
        for media, described in responses[status]["content"].items():
            described["example"] = _lines(told["answer"]) if media == LINES else told["answer"]


def _lines(answer: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in answer["items"])
