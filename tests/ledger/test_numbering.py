"""Groups keep their numbers while reports come in."""

from itertools import count

from sayso.ledger.numbering import number_groups


def test_a_new_member_takes_the_number_of_its_group() -> None:
    assert number_groups({1: 5}, [[1, 2]], count(6).__next__) == {1: 5, 2: 5}


def test_of_two_groups_that_become_one_the_larger_keeps_its_number() -> None:
    assert set(number_groups({1: 5, 2: 5, 3: 4}, [[1, 2, 3]], count(6).__next__).values()) == {5}


def test_of_one_group_that_becomes_two_the_larger_keeps_its_number() -> None:
    found = number_groups(dict.fromkeys(range(5), 9), [[0, 1], [2, 3, 4]], count(10).__next__)
    assert found == {2: 9, 3: 9, 4: 9, 0: 10, 1: 10}
