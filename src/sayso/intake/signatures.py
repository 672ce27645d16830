"""What a file is that holds no text."""

import re

from sayso.lexicon import table

__all__ = ["is_garbled", "is_noise", "signed_kind"]

_HEAD = 65_536  # bytes looked at
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Random bytes hold 11 % of control characters; a text has one or two that strayed in.
_MOST_CONTROLS = 0.03
_STRAY = 2
# Characters of no text, also where bytes stand for none: DEL and C1, private use, replaced ones. Of
# 924 news texts one would have 3.7 % of them, if all its quotation marks and dashes were lost.
_MOST_STRANGE = 0.06
_STRANGE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_ACCENTED = re.compile("[À-ÖØ-öø-ÿ]")
_CASE_BREAK = re.compile("[a-zß-öø-ÿ][À-ÖØ-Þ]|[ß-öø-ÿ][A-Z]")  # rÉsumé
# Of random bytes as cp1252 text half and less is ASCII, and every eighth accented letter is a
# capital after a small one; of French 95 %, and none.
_LEAST_ASCII = 0.7
_MOST_BREAKS = 0.05


def signed_kind(data: bytes) -> tuple[str, str] | None:
    """What `data` says it is in its first bytes and what to do with it; None for a text.

    >>> signed_kind(b"OggS...")
    ('a sound or video file', 'give a transcript of it')
    """
    for row in table("signatures")["signature"]:
        if data.startswith(row["begins"].encode("latin-1"), row.get("at", 0)):
            return row["is"], row["advice"]
    return None


def is_noise(data: bytes) -> bool:
    """Whether so many of the bytes are control characters that they are no text.

    >>> is_noise(bytes(100)), is_noise(b"Nobody was hurt.")
    (True, False)
    """
    head = data[:_HEAD]
    return len(_CONTROLS.findall(head)) > _STRAY + _MOST_CONTROLS * len(head)


def is_garbled(text: str) -> bool:
    r"""Whether what bytes were decoded to is no text: strange characters, or letters at random.

    >>> is_garbled("\ufffd" * 100), is_garbled("Façade"), is_garbled("÷éòÐãèü¢¼Ó÷¢õÕî¶¦þÒóÕ¸´¼«îÙå")
    (True, False, True)
    """
    head = text[:_HEAD]
    if len(_STRANGE.findall(head)) > _STRAY + _MOST_STRANGE * len(head):
        return True
    plain = sum(map(str.isascii, head)) >= _LEAST_ASCII * len(head)
    breaks = 0 if plain else len(_CASE_BREAK.findall(head))
    return breaks > _STRAY + _MOST_BREAKS * len(_ACCENTED.findall(head))
