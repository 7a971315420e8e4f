from django.urls import path

from kpis.published import views

app_name = "published"
urlpatterns = [
    path("to-confirm/", views.doubtful, name="doubtful"),
    path("to-confirm/<int:pk>/", views.confirm, name="confirm"),
]
