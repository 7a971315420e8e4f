from django.urls import path

from portal.runtime import views

app_name = "runtime"
urlpatterns = [
    path("live", views.live, name="live"),
    path("ready", views.ready, name="ready"),
]
