"""Evidence packs: one zip with a page for people and the same for programs."""

from sayso.views.evidence.pack import evidence_pack

__all__ = ["evidence_pack"]
