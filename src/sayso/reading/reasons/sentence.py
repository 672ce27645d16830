"""What a rule says of itself."""

__all__ = ["first_sentence"]


def first_sentence(rule: object) -> str:
    """The first line of a rule's docstring, which is written for those who ask why."""
    return (rule.__doc__ or "").partition("\n")[0]
