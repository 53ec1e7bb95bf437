"""Where a new record stands, and which ids are no good."""

import pytest
from small_alliance import OSLO, alliance_of

from gsca_cli.editing.new_place import new_place, require_free
from gsca_cli.errors import UsageError
from gsca_cli.kinds import Kind


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        (Kind.CITY, "quito", "data/cities/quito.yaml"),
        (Kind.CITY, "ec/quito", "data/cities/ec/quito.yaml"),
        (Kind.CITY, "no/oslo", "data/cities/no/oslo.yaml"),
        (Kind.POLICY, "a/b/c", "data/policies/a/b/c.yaml"),
    ],
)
def test_a_record_stands_in_the_folder_of_its_kind(kind: Kind, name: str, path: str) -> None:
    place = new_place(kind, name)
    assert (place.path, place.kind, place.id) == (path, kind, name.rpartition("/")[2])


FORM = "is not made of small letters, digits and single hyphens"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("New York", f"the id `New York` {FORM}; did you mean `new-york`?"),
        ("quito.yaml", f"the id `quito.yaml` {FORM}; did you mean `quito`?"),
        ("EC/São Paulo", f"the folder `EC` {FORM}; did you mean `ec/sao-paulo`?"),
        ("/quito", f"the folder `` {FORM}; did you mean `quito`?"),
        ("../quito", f"the folder `..` {FORM}; an id is like `new-york`"),
        ("加賀市", f"the id `加賀市` {FORM}; an id is like `new-york`"),
        ("con", "the id `con` is a name that Windows keeps for a device; an id is like `new-york`"),
        ("no", "the id `no` is a word that YAML reads as something else; an id is like `new-york`"),
        ("", f"the id `` {FORM}; an id is like `new-york`"),
    ],
)
def test_an_id_that_is_not_well_formed_is_refused(name: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        new_place(Kind.CITY, name)
    assert str(raised.value) == said


TAKEN = alliance_of(
    {
        "data/cities/no/bergen.yaml": OSLO.replace("Oslo", "Bergen") + "former_ids: [bjorgvin]\n",
        "data/cities/broken.yaml": "name: [\n",
    }
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("oslo", "data/cities/oslo.yaml is the city that has it"),
        ("no/oslo", "data/cities/oslo.yaml is the city that has it"),
        ("bergen", "data/cities/no/bergen.yaml is the city that has it"),
        (
            "bjorgvin",
            "it once was the id of the city `bergen` (data/cities/no/bergen.yaml)",
        ),
        (
            "broken",
            "data/cities/broken.yaml has it, which cannot be read; `gsca validate` says why",
        ),
    ],
)
def test_an_id_that_is_taken_is_refused(name: str, said: str) -> None:
    place = new_place(Kind.CITY, name)
    with pytest.raises(UsageError) as raised:
        require_free(TAKEN, place)
    assert str(raised.value) == f"the id `{place.id}` is taken: {said}"


@pytest.mark.parametrize("kind", [Kind.CITY, Kind.SOURCE])
def test_an_id_that_another_kind_has_is_free(kind: Kind) -> None:
    require_free(TAKEN, new_place(kind, "north"))
