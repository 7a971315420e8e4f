"""The Local Offer for its readers: the search and the files beside the tree, then the tree itself.

Wagtail's own addresses for signing in and for private pages are left out: there are no private pages.
"""

from django.urls import include, path, re_path
from wagtail.documents.views.serve import serve as document

from portal.local_offer.api import explained
from portal.local_offer.middleware import for_readers
from portal.local_offer.views import checks, finding, pages, papers, shortlist

beside_the_tree = (
    [
        path("", pages.page, {"path": ""}, name="home"),
        path("search/", finding.search, name="search"),
        path("open-data/", explained.open_data, name="open_data"),
        path("check/<str:token>/", checks.check, name="check"),
        path("check/<str:token>/change/", checks.change, name="check_change"),
        path("search/map.json", finding.search_map, name="search_map"),
        path("search/results.pdf", papers.results, name="search_paper"),
        path("shortlist/", shortlist.shortlist, name="shortlist"),
        path("shortlist/save/", shortlist.save, name="save"),
        path("shortlist/remove/", shortlist.remove, name="remove"),
        path("shortlist/list.pdf", papers.shortlist, name="shortlist_paper"),
        path("paper/<int:pk>.pdf", papers.page, name="paper"),
        path("sitemap.xml", pages.sitemap, name="sitemap"),
        re_path(r"^pictures/images/([\w\-][\w\-.]*)$", pages.picture, name="picture"),
    ],
    "local_offer",
)

urlpatterns = [
    path("", include(beside_the_tree)),
    re_path(r"^documents/(\d+)/(.*)$", for_readers(document), name="wagtaildocs_serve"),
    re_path(r"^((?:[\w\-]+/)*)$", pages.page, name="wagtail_serve"),
]
