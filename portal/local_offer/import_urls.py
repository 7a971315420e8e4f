"""Importing listings, under /local-offer/imports/: for holders of the permission, beside the readers' tree."""

from django.urls import path

from portal.local_offer.views import importing

app_name = "imports"

urlpatterns = [
    path("", importing.imports, name="imports"),
    path("template.csv", importing.template, name="template"),
    path("<int:pk>/", importing.one, name="one"),
    path("<int:pk>/confirm/", importing.confirm, name="confirm"),
    path("<int:pk>/rows/<int:number>/", importing.decide, name="decide"),
]
