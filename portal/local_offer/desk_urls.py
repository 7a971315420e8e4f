"""The desk of those who keep the Local Offer true, beside the editor: providers, editors, partners, the forum."""

from django.urls import path

from portal.local_offer.views import coverage, gaps, headings, listings, suggestions, wording

app_name = "offer"
urlpatterns = [
    path("listings/", listings.listings, name="listings"),
    path("listings/<int:pk>/confirm/", listings.confirm, name="confirm_listing"),
    path("listings/<int:pk>/change/", listings.change, name="change_listing"),
    path("suggestions/", suggestions.suggestions, name="suggestions"),
    path("suggestions/<int:pk>/", suggestions.suggestion, name="suggestion"),
    path("suggestions/<int:pk>/accept/", suggestions.accept, name="accept_suggestion"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("checks/", coverage.checks, name="checks"),
    path("measures/", coverage.measured, name="measures"),
    path("measures/<slug:measure>/link/", coverage.link_measure, name="link_measure"),
    path("measures/<slug:measure>/unlink/", coverage.unlink_measure, name="unlink_measure"),
    path("headings/", headings.heading_lists, name="headings"),
    path("headings/start/", headings.start, name="start_headings"),
    path("headings/<int:pk>/", headings.heading_list, name="heading_list"),
    path("headings/<int:pk>/check/", headings.check, name="check_headings"),
    path("headings/<int:pk>/add/", headings.add, name="add_heading"),
    path("heading/<int:pk>/", headings.change, name="change_heading"),
    path("heading/<int:pk>/remove/", headings.remove, name="remove_heading"),
    path("gaps/", gaps.gaps, name="gaps"),
    path("gaps/open/", gaps.open_gap, name="open_gap"),
    path("gaps/<int:pk>/", gaps.gap, name="gap"),
    path("gaps/<int:pk>/close/", gaps.close, name="close_gap"),
    path("wording/", wording.wordings, name="wordings"),
    path("wording/<int:pk>/approve/", wording.approve, name="approve_wording"),
]
