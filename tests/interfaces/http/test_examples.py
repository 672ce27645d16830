"""Every example of the OpenAPI description: as its schema says, and as the running server does."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from sayso.interfaces.http.examples import exchanges
from tests.interfaces.http.replay import example_of, first_of_each, replayed

NOWHERE = {"said_since", "said_until"}  # no day is known on which it was said
Described = dict[str, Any]
Operation = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, httpx.Response]:
    """What a real server answers to the examples, and to each parameter beside them."""
    return dict(replayed(tmp_path_factory.mktemp("told"), exchanges()))


@pytest.fixture(scope="module")
def described(site: str) -> Described:
    document: Described = httpx.get(f"{site}/api/v1/openapi.json").json()
    return document


def operations(described: Described) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def assert_fits(example: Any, schema: dict[str, Any], described: Described) -> None:
    whole = {**schema, "components": described["components"]}
    Draft202012Validator(whole).validate(example)


def assert_alike(example: Any, answer: Any, where: str) -> None:
    """They have the same names and kinds of values; null stands for any."""
    if isinstance(example, dict) and isinstance(answer, dict):
        assert example.keys() == answer.keys(), f"{where}: run python -m {replayed.__module__}"
        for name in example:
            assert_alike(example[name], answer[name], f"{where}.{name}")
    elif isinstance(example, list) and isinstance(answer, list):
        for one, other in zip(example, answer, strict=False):
            assert_alike(one, other, f"{where}[]")
    elif example is not None and answer is not None:
        kinds = [float if isinstance(one, int) else type(one) for one in (example, answer)]
        assert kinds[0] is kinds[1], where


def test_every_route_has_an_example_and_no_other(described: Described) -> None:
    assert {*exchanges()} == {name for name, _ in operations(described)}


def test_every_example_is_answered(answers: dict[str, httpx.Response]) -> None:
    refused = {name: answer.text for name, answer in answers.items() if answer.is_error}
    assert not refused
    fresh = {name for name, answer in answers.items() if answer.status_code == 201}
    # the form of records holds what their body held: it is there already
    assert fresh == {"POST /reports", "POST /reports form", "POST /records"}


@pytest.mark.parametrize("name", exchanges())
def test_an_answer_is_as_its_example(answers: dict[str, httpx.Response], name: str) -> None:
    example = exchanges()[name]["answer"]
    assert example.get("items", True)
    assert_alike(example, first_of_each(answers[name].json()), name)


def test_every_filter_of_its_example_finds_something(answers: dict[str, httpx.Response]) -> None:
    found = {
        name.removeprefix("GET /search "): answer.json()["items"]
        for name, answer in answers.items()
        if name.startswith("GET /search ")
    }
    assert {name for name, items in found.items() if not items} == NOWHERE | {"cursor"}


def test_every_request_has_an_example_that_fits(described: Described) -> None:
    for _, operation in operations(described):
        for one in operation.get("parameters", []):
            assert_fits(example_of(one), one["schema"], described)
        for body in operation.get("requestBody", {}).get("content", {}).values():
            assert body["example"]
            assert_fits(body["example"], body["schema"], described)


def test_every_answer_has_an_example_that_fits(described: Described) -> None:
    for name, operation in operations(described):
        for status, answer in operation["responses"].items():
            assert ("content" in answer) is (status != "304"), (name, status)
            for media, content in answer.get("content", {}).items():
                assert content["example"], (name, status)
                assert_fits(content["example"], content["schema"], described)
                if media == "application/problem+json":
                    assert str(content["example"]["status"]) == status
