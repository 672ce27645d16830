"""What is taken along from a search: an evidence pack, or a file in a format of others."""

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from sayso import __version__, pipeline
from sayso.interfaces.web.asking import asked_for, search_for
from sayso.interfaces.web.desk import AskedDesk
from sayso.views.evidence import evidence_pack
from sayso.views.formats import write_format
from sayso.views.pages import file_name

__all__ = ["export", "pack", "router"]

router = APIRouter()


@router.get("/pack")
def pack(request: Request, desk: AskedDesk) -> Response:
    """What a search finds as evidence: a page, the same for programs, and checksums."""
    evidence = pipeline.gather_evidence(desk.ledger, search_for(asked_for(request)))
    data = evidence_pack(evidence, moment=desk.clock(), version=__version__)
    return Response(data, media_type="application/zip", headers=_saved("evidence.zip"))


@router.get("/export")
def export(request: Request, desk: AskedDesk, format: str = "jsonl") -> Response:  # noqa: A002
    """What a search finds, whole, in a format of ours or of others, as it is written."""
    found = pipeline.find_kept(desk.ledger, search_for(asked_for(request)))
    pieces = write_format(format, found)
    return StreamingResponse(
        pieces, media_type="application/octet-stream", headers=_saved(file_name(format))
    )


def _saved(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}
