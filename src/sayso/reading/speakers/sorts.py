"""Which sort of source a noun names that no reader of names or roles has seen."""

from sayso.lexicon import words
from sayso.reading.inflection import dictionary_forms
from sayso.reading.speakers.mentions import Sort
from sayso.reading.speakers.roles import Role

__all__ = ["is_document", "sort_of"]

_DOCUMENTS = words("offices", "documents")
_PEOPLE = words("offices", "people")
_BODIES = words("offices", "bodies")


def is_document(word: str) -> bool:
    """Whether a word in small letters is one for what people write.

    >>> is_document("statements"), is_document("bridge")
    (True, False)
    """
    return not _DOCUMENTS.isdisjoint(dictionary_forms(word))


def sort_of(head: str, role: Role | None) -> Sort:
    """The sort of whoever a phrase with that head, in small letters, and role names.

    >>> [sort_of(word, None).name for word in ("residents", "ministry", "letter")]
    ['GROUP', 'BODY', 'BODY']
    """
    if head in _PEOPLE or (role is not None and role.plural):
        return Sort.GROUP
    if head in _BODIES or is_document(head):
        return Sort.BODY
    if role is not None:
        return Sort.PERSON
    plural = head.endswith("s") and not head.endswith("ss") and head.islower()
    return Sort.GROUP if plural else Sort.UNKNOWN
