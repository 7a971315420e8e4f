"""The Local Offer for its readers: the search and the files beside the tree, then the tree itself.

Wagtail's own addresses for signing in and for private pages are left out: there are no private pages.
"""

from django.urls import include, path, re_path
from wagtail.documents.views.serve import serve as document

from portal.local_offer import views
from portal.local_offer.middleware import for_readers

beside_the_tree = (
    [
        path("", views.page, {"path": ""}, name="home"),
        path("search/", views.search, name="search"),
        re_path(r"^pictures/images/([\w\-][\w\-.]*)$", views.picture, name="picture"),
    ],
    "local_offer",
)

urlpatterns = [
    path("", include(beside_the_tree)),
    re_path(r"^documents/(\d+)/(.*)$", for_readers(document), name="wagtaildocs_serve"),
    re_path(r"^((?:[\w\-]+/)*)$", views.page, name="wagtail_serve"),
]
