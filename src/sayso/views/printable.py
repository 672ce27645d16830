"""Words of a report made safe to print: nothing in them can steer a terminal."""

import re

__all__ = ["folded", "printable"]

# A longer run without a space is an address or no word at all.
_LONGEST = 120

# A control character is shown as its picture (U+2400 ...), so that an escape sequence is seen, not
# obeyed. Marks that turn the writing direction, lone surrogates and invisible tag characters can
# make one text look like another; they become the replacement character.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_BLANKS = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_DROPPED = dict.fromkeys((0xAD, 0x200E, 0x200F, 0x61C, 0xFEFF))
_TABLE = _PICTURES | _BLANKS | _DROPPED
_DECEPTIVE = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def printable(text: str) -> str:
    r"""`text` on one line, without a character that a terminal would obey.

    >>> printable("He said \x1b[31mno\x1b[0m.\nTwice.")
    'He said ␛[31mno␛[0m. Twice.'
    """
    return _DECEPTIVE.sub("\ufffd", text.translate(_TABLE))


def folded(text: str, *, head: int, tail: int) -> str:
    """The first `head` and last `tail` words, where there are more; one space between words.

    >>> folded("as long as it takes, and not a day longer", head=2, tail=2)
    'as long … day longer'
    """
    words = [_short(word) for word in text.split()]
    if len(words) <= head + tail + 1:
        return " ".join(words)
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST else f"{word[: _LONGEST // 2]}…{word[-10:]}"
