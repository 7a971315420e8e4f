"""Pages and lists as PDF files, and results on a map."""

import zlib
from datetime import date

import pytest
from django.conf import settings
from django.urls import reverse

from portal.local_offer.linked_data import address
from portal.local_offer.outlines import areas_around, outlines
from portal.local_offer.paper import Leaf, Part, pdf_of, writable
from portal.local_offer.places import outcodes
from portal.local_offer.queries.on_paper import in_short, lines_of, whole_page

TODAY = date(2026, 11, 24)


def text_of(pdf: bytes) -> str:
    """What is written in a PDF of core fonts: the strings of its unpacked streams."""
    streams = [part.split(b"endstream")[0].strip(b"\r\n") for part in pdf.split(b"stream")[1::2]]
    return b"\n".join(zlib.decompress(stream) for stream in streams).decode("cp1252", "replace")


def test_everything_is_written_in_letters_the_font_has():
    leaf = Leaf("Café – “quiet”", "https://send.example/a/", "£5", [Part("Days", ["- Monday", "Zażółć 你"])])
    written = text_of(pdf_of("List", [leaf], footer="Made today."))
    for words in ("Café – “quiet”", "£5", "• Monday", "Za", "Page 1 of"):
        assert words in written.replace("\\", ""), words
    assert writable("Zażółć 你 – é") == "Zazó?c ? – é"


def test_rich_text_becomes_lines():
    assert lines_of("<p>One <b>bold</b> word</p><ul><li>first</li><li>second</li></ul>") == [
        "One bold word",
        "- first",
        "- second",
    ]


def test_a_service_says_all_on_paper_and_less_in_a_list(add_page, service):
    page = add_page(service(waiting_time="Six weeks", waiting_time_on=date(2019, 11, 1), postcode="KT1"))
    parts = {part.heading: part.lines for part in whole_page(page).parts}
    assert parts["Wait"] == ["Six weeks (1 November 2019)"]
    assert parts["What it is"] == ["A therapist plays with your child."]
    assert parts["Checked"] == ["Last checked 3 November 2019 by the provider; next check 1 May 2999."]
    assert {part.heading for part in in_short(page).parts} < set(parts)


def test_guidance_and_places_elsewhere_keep_what_law_wants_beside_them(add_page, out_of_area):
    parts = {part.heading: part.lines for part in whole_page(add_page(out_of_area())).parts}
    assert parts["How it works"] == ["Assess, plan, do, review."]
    assert parts["If you disagree"] == ["Speak to the head teacher."]
    assert parts["What there is nearby"] == ["We know of no local place for this need and age."]
    assert parts["What going to school nearby can offer"] == ["Friends close by."]
    asking, advice, appeal = parts["The choice stays with you"]
    assert asking.startswith("- Ask for a school by name.")
    assert settings.SENDIASS_CONTACT in advice
    assert appeal.startswith("- You can appeal to the First-tier Tribunal (SEND)")


def test_a_section_and_the_front_door_are_lists_on_paper(add_page, service, section, home, client):
    page = add_page(service())
    [part] = whole_page(section).parts
    assert (part.heading, part.lines) == ("Talking drop-in", [page.summary, address(page)])
    assert [part.heading for part in whole_page(home).parts] == [section.title]
    for one in (section, home):
        link = reverse("local_offer:paper", args=[one.pk])
        assert link in client.get(one.url).content.decode()
        assert client.get(link).status_code == 200


@pytest.mark.parametrize(
    "address", ["paper/{pk}.pdf", "search/results.pdf?q=therapist", "shortlist/list.pdf?page={pk}"]
)
def test_pages_and_lists_can_be_taken_away(client, add_page, service, address):
    page = add_page(service())
    answer = client.get(f"/local-offer/{address.format(pk=page.pk)}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "Talking drop-in" in text_of(answer.content)
    assert not answer.cookies


def test_what_is_not_published_is_not_on_paper(client, add_page, service):
    draft = add_page(service(), live=False)
    assert client.get(reverse("local_offer:paper", args=[draft.pk])).status_code == 404
    assert client.get(reverse("local_offer:paper", args=[999_999])).status_code == 404
    assert client.get("/local-offer/shortlist/list.pdf").status_code == 200, "an empty list is an empty sheet"


# ---- the map ----


def test_two_areas_meet_half_way():
    cells = outlines({"west": (0.0, 0.0), "east": (0.0, 0.1)})
    assert max(lon for _, lon in cells["west"]) == pytest.approx(0.05)
    assert min(lon for _, lon in cells["east"]) == pytest.approx(0.05)


def test_every_area_holds_its_own_middle_and_no_other():
    areas = areas_around([outcodes()["KT1"]])
    assert {"KT1", "KT2", "TW1"} <= set(areas)
    for code, outline in areas.items():
        inside = [other for other in areas if holds(outline, outcodes()[other])]
        assert inside == [code]


def holds(polygon, point) -> bool:
    """By the side of every edge; corners of a convex polygon are in order."""
    sides = {
        (b[1] - a[1]) * (point[0] - a[0]) - (b[0] - a[0]) * (point[1] - a[1]) > 0
        for a, b in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True)
    }
    return len(sides) == 1


def test_results_at_one_spot_are_together_and_those_without_a_place_are_counted(client, add_page, service):
    for title, postcode in (("One", "KT1"), ("Two", "KT1"), ("Three", "TW9"), ("Everywhere", "")):
        add_page(service(title=title, postcode=postcode))
    told = client.get("/local-offer/search/map.json?q=therapist").json()
    assert sorted(len(spot["places"]) for spot in told["spots"]) == [1, 2]
    assert told["without"] == 1
    assert {"KT1", "TW9"} <= {area["name"] for area in told["areas"]}
    assert client.get("/local-offer/search/map.json?q=zebra").json() == {
        "spots": [],
        "areas": [],
        "without": 0,
    }
