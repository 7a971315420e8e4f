from django.urls import path

from kpis.position.views.bridge import bridge

app_name = "position"
urlpatterns = [
    path("bridge/", bridge, name="bridge"),
]
