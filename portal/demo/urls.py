from django.urls import path

from portal.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.step_in, name="step_in"),
    path("as/<int:pk>/", views.step_in_as, name="step_in_as"),
    path("mail/", views.mail, name="mail"),
]
