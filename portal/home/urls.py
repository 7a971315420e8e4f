from django.urls import path

from portal.home import views

app_name = "home"
urlpatterns = [
    path("", views.landing, name="landing"),
    path("start/", views.start, name="start"),
    path("board/", views.board, name="board"),
    path("board/<int:year>-<int:month>-<int:day>/", views.board_at_meeting, name="board_at_meeting"),
    path("workstreams/", views.workstreams, name="workstreams"),
    path("workstreams/<slug:slug>/", views.workstream, name="workstream"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
