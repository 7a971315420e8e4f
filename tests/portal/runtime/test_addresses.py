"""Where the embedded servers of a data folder listen: the same for whoever asks, short, and understood."""

import os
import stat

import dj_database_url
import pytest
from kombu.utils.url import url_to_parts

from portal.runtime import addresses

AWKWARD = ["plain", "Upper Case", "per%cent", "q?uery#hash", "ümlaut", "at@colon:"]


@pytest.mark.parametrize("name", AWKWARD)
def test_the_database_address_leads_to_the_socket_folder(tmp_path, name):
    var = tmp_path.parent / name
    parsed = dj_database_url.parse(addresses.database_url(var))
    assert parsed["HOST"] == str(addresses.places(var).sockets)
    assert (parsed["USER"], parsed["NAME"], parsed["PORT"]) == ("portal", "portal", 5432)


@pytest.mark.parametrize("name", AWKWARD)
def test_cache_and_broker_addresses_lead_to_the_socket(tmp_path, name):
    from redis.connection import parse_url

    var = tmp_path.parent / name
    socket = str(addresses.places(var).valkey_socket)
    assert parse_url(addresses.cache_url(var)) | {"connection_class": None} == {
        "path": socket,
        "db": 1,
        "connection_class": None,
    }
    broker = url_to_parts(addresses.broker_url(var))
    assert (broker.scheme, f"/{broker.path}", broker.query) == ("redis+socket", socket, {"virtual_host": "2"})


def test_a_short_data_folder_holds_its_sockets(var):
    assert addresses.places(var).sockets == var / "servers" / "run"


def test_a_long_data_folder_gets_a_short_socket_folder_of_its_own(var):
    long, other = var / ("x" * 90), var / ("y" * 90)
    places = addresses.places(long)
    assert len(os.fsencode(places.valkey_socket)) < addresses.LONGEST_SOCKET
    assert places.home == long / "servers"
    assert places == addresses.places(long)
    assert places.sockets != addresses.places(other).sockets


def test_a_folder_below_a_closed_one_cannot_be_entered_by_others(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    assert not addresses.others_may_enter(closed / "var")


def test_new_folders_are_closed_and_those_that_were_there_stay_as_they_are(tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    there.chmod(0o751)
    addresses.make_folder(there / "new" / "var")
    expected = 0o711 if os.geteuid() == 0 else 0o700
    assert _mode(there) == 0o751
    assert _mode(there / "new") == _mode(there / "new" / "var") == expected


@pytest.mark.skipif(os.geteuid() != 0, reason="what root does")
def test_root_keeps_the_servers_files_elsewhere_when_their_account_cannot_enter(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    places = addresses.places(closed / "var")
    assert places.moved
    assert places.home.is_relative_to(addresses.SYSTEM_ROOT)
    assert places.account.uid != 0


def _mode(folder):
    return stat.S_IMODE(folder.stat().st_mode)
