"""Adds batches of three reports for ever, and says which once they are kept; to be killed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sayso.ledger import Ledger, keep
from sayso.records import Item
from tests.ledger.factory import NOW, TEXT, read_by, reading


def main(file: str, turn: str) -> None:
    with Ledger(file) as ledger:
        number = 0
        while True:
            names = [f"{turn}-{number + at}" for at in range(3)]
            number += 3
            with ledger.batch(now=NOW, maker="test") as batch:
                for name in names:
                    text = f"{TEXT} {name}"
                    keep(batch, Item(name=name, data=text.encode()), read_by(reading(text)))
            print(*names, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
