"""Outside the demonstration the portal starts with good secrets or not at all."""

import json
import re
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.runtime import secret_store

GOOD = {
    "PORTAL_SECRET_KEY": "pD8sVq3nT6xYw1LrB9kZcM4hJ7fG2aE5uQ0iOoSvNtXyWzCbRm",
    "PORTAL_RECEIPT_KEY": "h4Kq8Zt1Wn6Xr3Vb9Yc2Md7Pf5Lg0Js_",
    "PORTAL_SEALING_KEY": "t7Rm2Cw9Kx4Hs6Qz1Ny8Bd3Vf5Pj0Lg_",
}


def test_good_secrets_are_taken_as_they_are():
    assert secret_store.required_secrets(GOOD | {"HOME": "/"}) == GOOD


def test_every_missing_secret_is_named_at_once():
    with pytest.raises(
        ImproperlyConfigured,
        match="PORTAL_SECRET_KEY is missing; PORTAL_RECEIPT_KEY is missing; PORTAL_SEALING_KEY is missing",
    ):
        secret_store.required_secrets({})


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        pytest.param("PORTAL_SECRET_KEY", "", "is missing", id="empty"),
        pytest.param(
            "PORTAL_SECRET_KEY", GOOD["PORTAL_SECRET_KEY"][:49], "too short", id="key-49-characters"
        ),
        pytest.param(
            "PORTAL_RECEIPT_KEY", GOOD["PORTAL_RECEIPT_KEY"][:31], "too short", id="receipt-31-characters"
        ),
        pytest.param("PORTAL_SECRET_KEY", "abcabcabc" * 8, "too few characters", id="repeats"),
        pytest.param(
            "PORTAL_SECRET_KEY", "django-insecure-" + "0aB1cD2eF3" * 5, "example", id="django-default"
        ),
    ],
)
def test_a_weak_secret_is_refused_by_name(name, value, problem):
    with pytest.raises(ImproperlyConfigured, match=f"{name} .*{problem}"):
        secret_store.required_secrets(GOOD | {name: value})


def test_one_value_for_two_secrets_is_refused():
    with pytest.raises(ImproperlyConfigured, match="the same"):
        secret_store.required_secrets(dict.fromkeys(GOOD, GOOD["PORTAL_SECRET_KEY"]))


def test_the_example_file_names_everything_the_settings_read():
    source = (settings.BASE_DIR / "portal" / "settings.py").read_text()
    read = set(re.findall(r'(?:environ\.get\(|environ\[|flag\()(?:\s*#.*)?\s*"([A-Z_]+)"', source)) - {"CI"}
    named = set(
        re.findall(r"^(?:# )?([A-Z_]+)=", (settings.BASE_DIR / ".env.example").read_text(), re.MULTILINE)
    )
    assert named - {"POSTGRES_PASSWORD"} == read | set(secret_store.SHORTEST)


def test_the_example_file_names_every_secret_and_none_of_its_values_will_do():
    lines = (settings.BASE_DIR / ".env.example").read_text().splitlines()
    example = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    for name in secret_store.SHORTEST:
        with pytest.raises(ImproperlyConfigured, match=f"{name} "):
            secret_store.required_secrets(GOOD | {name: example[name]})


def test_the_demonstration_makes_its_secrets_once_for_its_owner_alone(tmp_path):
    made = secret_store.demo_secrets(tmp_path / "var")
    kept = tmp_path / "var" / "secrets.json"
    assert secret_store.demo_secrets(tmp_path / "var") == made == json.loads(kept.read_text())
    assert secret_store.required_secrets(made) == made
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_secrets_of_an_earlier_version_stay_and_gain_what_they_lack(tmp_path):
    earlier = {name: GOOD[name] for name in ("PORTAL_SECRET_KEY", "PORTAL_RECEIPT_KEY")}
    (tmp_path / "secrets.json").write_text(json.dumps(earlier))
    made = secret_store.demo_secrets(tmp_path)
    assert made | earlier == made
    assert set(made) == set(secret_store.SHORTEST)
    assert secret_store.demo_secrets(tmp_path) == made


def test_processes_that_start_together_agree_on_the_secrets(tmp_path):
    with ThreadPoolExecutor(16) as starters:
        made = list(starters.map(secret_store.demo_secrets, [tmp_path / "var"] * 64))
    assert all(secrets == made[0] for secrets in made)
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secrets.json"]
