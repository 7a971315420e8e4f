from django.urls import path

from kpis.published import views

app_name = "published"
urlpatterns = [
    path("import/", views.import_file, name="import"),
    path("import/store/", views.store_import, name="store_import"),
    path("to-confirm/", views.doubtful, name="doubtful"),
    path("to-confirm/<int:pk>/", views.confirm, name="confirm"),
]
