"""What a page of ours may do: run what was shipped with it, and nothing else."""

import base64
import hashlib

__all__ = ["page_policy"]


def page_policy(style: str, script: str | None = None) -> str:
    """The page's Content-Security-Policy, which knows its style and its script by their hashes."""
    scripts = f"'{_digest(script)}'" if script is not None else "'none'"
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
