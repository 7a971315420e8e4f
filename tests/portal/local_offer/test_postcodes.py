"""Whole postcodes from the ONS directory, and distances that use them."""

import zipfile

import pytest
from django.core.management import CommandError, call_command

from portal.local_offer.models import CatalogueEntry, Postcode
from portal.local_offer.places import Place, outcodes
from portal.local_offer.queries.finding import Search, find

DIRECTORY = """pcd,pcds,doterm,lat,long
KT1 1EU,KT1 1EU,,51.409628,-0.306261
KT2 6QL,KT2 6QL,,51.415,-0.3
KT1 9ZZ,KT1 9ZZ,199601,51.4,-0.3
"M1  1AE",M1 1AE,,53.48,-2.23
GY1 1AA,GY1 1AA,,99.999999,0.000000
"""


@pytest.fixture
def directory(tmp_path):
    file = tmp_path / "ONSPD_AUG_2026_UK.csv"
    file.write_text(DIRECTORY)
    return file


def test_current_postcodes_with_a_place_are_imported(directory, db, capsys):
    call_command("import_postcodes", directory)
    assert list(Postcode.objects.order_by("code").values_list("code", flat=True)) == [
        "KT1 1EU",
        "KT2 6QL",
        "M1 1AE",
    ]
    assert "3 postcodes" in capsys.readouterr().out


def test_an_archive_is_read_and_only_the_areas_that_are_wanted_are_kept(directory, tmp_path, db):
    archive = tmp_path / "onspd.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("Documents/codes.csv", "code,name\n1,a\n")
        packed.write(directory, "Data/ONSPD_AUG_2026_UK.csv")
    call_command("import_postcodes", archive, "--outcodes", "kt1", "KT2")
    call_command("import_postcodes", archive, "--outcodes", "kt1", "KT2")  # a second time changes nothing
    assert set(Postcode.objects.values_list("code", flat=True)) == {"KT1 1EU", "KT2 6QL"}


def test_a_file_that_is_not_the_directory_changes_nothing(directory, tmp_path, db):
    call_command("import_postcodes", directory)
    other = tmp_path / "other.csv"
    other.write_text("postcode,x\nKT1 1EU,1\n")
    with pytest.raises(CommandError, match="no column pcds, lat, long"):
        call_command("import_postcodes", other)
    other.write_text("pcds,lat,long\nKT1 1EU,north,-0.3\n")
    with pytest.raises(CommandError, match="Row 2"):
        call_command("import_postcodes", other)
    assert Postcode.objects.count() == 3


def test_a_postcode_is_to_the_door_where_it_is_known_and_else_the_middle_of_its_area(directory, db):
    call_command("import_postcodes", directory)
    door = Postcode.objects.place("kt11eu")
    assert (door.name, door.latitude) == ("KT1 1EU", 51.409628)
    assert Postcode.objects.place("KT1 2AA").latitude == outcodes()["KT1"][0]
    assert Postcode.objects.place_if_known("ZZ1 1AA") is None


def test_a_family_is_told_the_distance_from_their_door(directory, add_page, service, client):
    """From KT1 1EU to KT2 6QL as the directory has them: 0.46 miles; between the middles of KT1 and KT2 it is more."""
    call_command("import_postcodes", directory)
    add_page(service(postcode="KT2 6QL"))
    for asked in ({"q": "therapist near KT1 1EU"}, {"q": "therapist", "postcode": "kt11eu"}):
        [entry] = client.get("/local-offer/search/", asked).context["results"]
        assert round(entry.miles, 2) == 0.46


def test_published_services_move_to_their_doors(directory, add_page, service):
    page = add_page(service(postcode="KT1 1EU"))
    door = Place("KT1 1EU", 51.409628, -0.306261)

    def miles_from_their_door():
        return find(Search(place=door)).entries[0].miles

    assert CatalogueEntry.objects.get(page=page).latitude == outcodes()["KT1"][0]
    assert miles_from_their_door() > 0.1
    call_command("import_postcodes", directory)
    assert CatalogueEntry.objects.get(page=page).latitude == 51.409628
    assert miles_from_their_door() < 0.1, "also in the next search"
