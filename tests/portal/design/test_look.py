"""Rules every page keeps: no style or script in the page itself, colours that can be read, light files."""

import gzip
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders

OWN_APPS = [
    app for app in apps.get_app_configs() if Path(app.path).is_relative_to(settings.BASE_DIR / "portal")
]
OWN_APPS += [
    app
    for app in apps.get_app_configs()
    for home in ("kpis", "feedback")
    if Path(app.path).is_relative_to(settings.BASE_DIR / home)
]
TEMPLATES = sorted(path for app in OWN_APPS for path in Path(app.path, "templates").rglob("*.html"))
CSS = Path(finders.find("design/portal.css")).read_text()


def name(path):
    return str(path.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_holds_no_style_and_no_script_that_the_content_policy_forbids(path):
    text = path.read_text()
    assert not re.search(r"""\sstyle\s*=\s*["']""", text), "style attribute"
    assert not re.search(r"<style\b", text), "style element"
    assert not re.search(r"""\son[a-z]+\s*=\s*["']""", text), "event handler"
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script, script
    assert not re.search(r"(src|href)=[\"'](https?:)?//[^\"']*\.(js|css|woff2?|png|svg)", text), (
        "third party file"
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_does_not_switch_escaping_off(path):
    text = path.read_text()
    assert "|safe" not in text
    assert "autoescape off" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_on_a_phone_every_cell_of_a_table_says_what_it_is(path):
    """By its label, or because it is a link or a button that does; an empty cell is not shown."""
    for table in re.findall(r'class="[^"]*\brows\b[^"]*">\s*<table.*?</table>', path.read_text(), flags=re.S):
        cells = re.findall(r"<td\b([^>]*)>(.*?)</td>", table, flags=re.S)
        unnamed = [inside for attributes, inside in cells if "data-label=" not in attributes]
        assert [inside for inside in unnamed if inside and not re.search(r"<(a|button)\b", inside)] == []


# ---- colours: 4.5 to 1 for text, 3 to 1 for what is drawn ----


def tokens(scheme):
    """Colour tokens of a scheme; the dark one takes what it does not set from the light one."""
    light, dark = re.findall(
        r"color-scheme: light dark;(.*?)\}|dark\) \{\s*:root \{(.*?)\}", CSS, flags=re.S
    )[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", light[0]))
    return found if scheme == "light" else found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", dark[1]))


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_worked_out_as_wcag_does():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


TEXT = [(ink, ground) for ink in ("ink", "muted", "link") for ground in ("paper", "ground", "tint")]
TEXT += [(tone, f"{tone}-tint") for tone in ("on-track", "at-risk", "off-track", "not-rated")]
TEXT += [("ink", f"{tone}-tint") for tone in ("on-track", "at-risk", "off-track", "not-rated")]
TEXT += [("link", f"{tone}-tint") for tone in ("on-track", "at-risk", "off-track", "not-rated")]
TEXT += [
    ("error", "paper"),
    ("error", "ground"),
    ("on-brand", "brand"),
    ("on-masthead", "masthead"),
    ("brand", "tint"),
]
DRAWN = [("figure", "paper"), ("figure", "tint"), ("edge", "paper"), ("edge", "ground"), ("edge", "tint")]
DRAWN += [("outlook", "paper"), ("muted", "tint"), ("brand", "paper"), ("brand", "ground")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_from_its_ground(scheme, ink, ground):
    colours = tokens(scheme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), DRAWN)
def test_what_is_drawn_stands_out_from_its_ground(scheme, mark, ground):
    colours = tokens(scheme)
    assert contrast(colours[mark], colours[ground]) >= 3


# ---- files ----


def test_the_files_of_every_page_are_small():
    sizes = {
        n: len(gzip.compress(Path(finders.find(n)).read_bytes()))
        for n in ("design/portal.css", "design/portal.js")
    }
    assert sizes["design/portal.css"] < 10_000
    assert sizes["design/portal.js"] < 2_000


def test_the_stylesheet_fetches_nothing():
    assert "url(" not in CSS
    assert "@import" not in CSS


@pytest.mark.parametrize(
    "file", ["design/portal.css", "design/portal.js", "design/icon.svg", "django_htmx/htmx-2.min.js"]
)
def test_the_files_pages_ask_for_exist(file):
    assert finders.find(file)
