"""The door for agents: a ledger over the Model Context Protocol, to be read only."""

from sayso.interfaces.mcp.serving import serve_agents

__all__ = ["serve_agents"]
