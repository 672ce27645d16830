"""A link to the words on the page as it is now: a courtesy, never the evidence."""

__all__ = ["live_link"]

_MARKS = "\"'“”„‟‘’‚‛«» "
_ENDS = 4  # words at each end that find a longer passage


def live_link(url: str | None, words: str) -> str | None:
    """The address with a text fragment (WICG, Text Fragments), None where there is no address.

    >>> live_link("https://example.org/a", "“Well-known, & so on”")
    'https://example.org/a#:~:text=Well%2Dknown%2C%20%26%20so%20on'
    """
    said = words.strip(_MARKS).split()
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    if not said or "…" in said:
        return url
    parts = [said] if len(said) <= 2 * _ENDS else [said[:_ENDS], said[-_ENDS:]]
    text = ",".join(_encoded(" ".join(part)) for part in parts)
    return f"{url}{'' if '#' in url else '#'}:~:text={text}"


def _encoded(words: str) -> str:
    """Percent-encoded (RFC 3986), also what has a meaning within a text fragment: - , &."""
    return "".join(
        letter
        if letter.isascii() and letter.isalnum()
        else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        for letter in words
    )
