"""The OpenAPI description, held against the running server by schemathesis."""

from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

_SHORT = settings(
    max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def described(site: str) -> Any:
    return schemathesis.openapi.from_url(f"{site}/api/v1/openapi.json")


def keep_its_word(
    operation: Any, *unchecked: Any, mode: GenerationMode = GenerationMode.POSITIVE, **how: Any
) -> None:
    # words and figures have a grammar of their own, which no JSON schema can tell
    @_SHORT
    @given(case=operation.as_strategy(generation_mode=mode))
    def keeps_it(case: Any) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance, *unchecked], **how)

    keeps_it()


def test_what_is_described_is_so(described: Any) -> None:
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) == 27
    for operation in operations:
        keep_its_word(operation)


def test_what_is_written_with_a_token_is_described_so(writer: httpx.Client) -> None:
    described: Any = schemathesis.openapi.from_url(f"{writer.base_url}openapi.json")
    writing = [*described.include(tag="writing").get_all_operations()]
    assert len(writing) == 8
    for found in writing:
        # sent with the token, which that check would have to leave away
        keep_its_word(found.ok(), ignored_auth, headers=dict(writer.headers))


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/search"), ("GET", "/forecasts"), ("POST", "/check")]
)
def test_what_is_not_described_is_refused(described: Any, method: str, path: str) -> None:
    keep_its_word(described[path][method], mode=GenerationMode.NEGATIVE)


def test_every_route_is_described_with_examples(site: str) -> None:
    description = httpx.get(f"{site}/api/v1/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    assert description["servers"] == [{"url": "/api/v1"}]
    for methods in description["paths"].values():
        for operation in methods.values():
            assert operation["description"]
            assert operation["responses"]["200"]["content"]["application/json"]["example"]
            problem = operation["responses"]["400"]["content"]["application/problem+json"]
            assert problem["example"]["detail"]
