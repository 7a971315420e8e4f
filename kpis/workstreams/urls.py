from django.urls import path

from kpis.workstreams import views

app_name = "workstreams"
urlpatterns = [path("milestones/<int:pk>/report/", views.report, name="report")]
