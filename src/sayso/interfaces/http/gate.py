"""Whether who asks must say who he is, and who a program is by its token."""

from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import NotAdmittedError, NotAllowedError, SaysoError
from sayso.interfaces.http.limits import drained
from sayso.interfaces.http.problems import Problem, status_of
from sayso.interfaces.http.writes import writes
from sayso.pipeline import Access, Clock
from sayso.records import UserRole, Visitor

__all__ = ["PREFIX", "Gate", "ProgramDoor"]

PREFIX = "/api/v1"
"""Where the routes for programs begin."""
_OPEN = {"/openapi.json"}  # it tells no more than the documentation
_NO_TOKEN = (
    "This needs a token: make one by `sayso token make NAME{scope}`, and send it as "
    "`Authorization: Bearer TOKEN`."
)
_NO_BEARER = "Send the token as `Authorization: Bearer TOKEN`; this server knows no other way."
_MAY_NOT = "{name} may only read here; ask for a token of scope write, by `sayso token make`."


@dataclass(slots=True, kw_only=True)
class Gate:
    """Who is let in; `guarded` where others than who sits at this machine may come.

    Without any `access` nobody can prove who he is, so that nothing is written.
    """

    access: Access | None = None
    guarded: bool = False
    _closed: bool = field(default=False, init=False)

    def closed(self) -> bool:
        """Whether everybody must say who he is: once there were users, it stays so."""
        if self.guarded and not self._closed and self.access is not None:
            self._closed = bool(self.access.users.all())
        return self._closed

    def program(self, authorization: str | None, clock: Clock) -> Visitor:
        """Who a program is; NotAdmittedError where its token is none, or it must have one."""
        scheme, _, secret = (authorization or "").partition(" ")
        if authorization is None:
            if self.closed():
                raise NotAdmittedError(_NO_TOKEN.format(scope=""))
            return Visitor(name=None, role=UserRole.READER)
        if scheme.lower() != "bearer" or self.access is None:
            raise NotAdmittedError(_NO_BEARER)
        return self.access.tokens.visitor(secret.strip(), now=clock())


class ProgramDoor:
    """Lets programs read, and write who has a token for it; all others are told what they need."""

    def __init__(self, app: ASGIApp, *, gate: Gate, clock: Clock) -> None:
        self._app = app
        self._gate = gate
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        app: ASGIApp = self._app
        if scope["path"].removeprefix(scope.get("root_path", "")) not in _OPEN:
            try:
                visitor = await run_in_threadpool(self._visitor, scope)
                scope.setdefault("state", {})["visitor"] = visitor
            except SaysoError as error:
                await drained(receive)
                app = _refusal(error)
        await app(scope, receive, send)

    def _visitor(self, scope: Scope) -> Visitor:
        visitor = self._gate.program(Headers(scope=scope).get("authorization"), self._clock)
        if writes(scope) and visitor.name is None:
            raise NotAdmittedError(_NO_TOKEN.format(scope=" --scope write"))
        if writes(scope) and not visitor.role.covers(UserRole.EDITOR):
            raise NotAllowedError(_MAY_NOT.format(name=visitor.name))
        return visitor


def _refusal(error: SaysoError) -> Problem:
    told = {"www-authenticate": "Bearer"} if isinstance(error, NotAdmittedError) else None
    return Problem(status_of(error), str(error), told)
