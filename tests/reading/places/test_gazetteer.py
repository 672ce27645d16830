"""The gazetteer: what is in it, how names are spelled alike, and what a damaged one says."""

import shutil
from pathlib import Path

import pytest

from sayso.errors import DamagedGazetteerError
from sayso.reading.places.gazetteer import FOLDER, KINDS, NONE, Form, Gazetteer
from sayso.reading.places.names import look_up
from sayso.reading.places.spelling import exact_key, fold_name, folded_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def _ids(name: str, gazetteer: Gazetteer) -> set[int]:
    (stretch,) = look_up([name], gazetteer)
    return (
        set(gazetteer.candidates(stretch).rows["id"].tolist()) if stretch[0] < stretch[1] else set()
    )


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Russia", 2017370),
        ("Russian Federation", 2017370),
        ("Russians", 2017370),
        ("Kyiv", 703448),
        ("Kiev", 703448),
        ("KIEV", 703448),
        ("Frankfurt", 2925533),
        ("Newcastle", 2641673),
        ("Kursk Oblast", 538555),
        ("DeKalb County", 4191014),
        ("DeKalb", 4191014),
        ("Calif.", 5332921),
        ("US", 6252001),
        ("Bavaria", 2951839),
        ("Quebec", 6115047),
        ("Québec", 6115047),
        ("Europe", 6255148),
        ("Texan", 4736286),
    ],
)
def test_names_lead_to_places(name: str, id_: int, gazetteer: Gazetteer) -> None:
    assert id_ in _ids(name, gazetteer)


@pytest.mark.parametrize("name", ["us", "Ind", "who", "Nowhereville", "", "ca"])
def test_no_place_is_called_so(name: str, gazetteer: Gazetteer) -> None:
    assert not _ids(name, gazetteer) & {6252001, 4921868, 5332921}


def test_places_lie_in_places(gazetteer: Gazetteer) -> None:
    (stretch,) = look_up(["Kursk"], gazetteer)
    rows = gazetteer.candidates(stretch).rows
    town = rows[rows["id"] == 538560][0]
    assert gazetteer.name(int(town["state"])) == "Kursk Oblast"
    assert gazetteer.name(int(town["country"])) == "Russia"


def test_tables_agree(gazetteer: Gazetteer) -> None:
    places = gazetteer.places
    assert len(places) > 280_000
    assert places["kind"].max() < len(KINDS)
    for part in ("country", "state", "county"):
        parents = places[part][places[part] != NONE]
        assert parents.max() < len(places)
    assert places["capital"].sum() > 150
    assert {Form.NAME, Form.DEMONYM} <= set(Form)


def test_capitals_are_the_right_ones(gazetteer: Gazetteer) -> None:
    capitals = gazetteer.places[gazetteer.places["capital"]]
    assert {4140963, 524901, 1816670, 2643743, 703448, 2800866} <= set(capitals["id"].tolist())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "SAINT LOUIS"),
        ("São Paulo", "Sao Paulo"),
        ("Stratford-upon-Avon", "Stratford upon Avon"),
        ("N'Djamena", "N’Djamena"),
        ("Mt. Vernon", "Mount Vernon"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)
    assert folded_key(one) == folded_key(other)
    assert exact_key(one) != exact_key(other)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "gazetteer")


@pytest.mark.parametrize("name", ["places.npy", "gazetteer.json"])
def test_a_missing_file_is_one_sentence(name: str, copy: Path) -> None:
    (copy / name).unlink()
    with pytest.raises(DamagedGazetteerError, match="cannot be read .* install sayso again"):
        Gazetteer(copy)


def test_a_changed_file_is_one_sentence(copy: Path) -> None:
    (copy / "keys.npy").write_bytes(b"\x00")
    with pytest.raises(DamagedGazetteerError, match="not the file that was shipped"):
        Gazetteer(copy)


@pytest.mark.parametrize("manifest", ["[]", "{", '{"sha256": 3}', "{}"])
def test_a_damaged_manifest_is_one_sentence(manifest: str, copy: Path) -> None:
    (copy / "gazetteer.json").write_text(manifest, "utf-8")
    with pytest.raises(DamagedGazetteerError):
        Gazetteer(copy)
