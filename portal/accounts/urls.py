from django.urls import path

from portal.accounts.views import me, people

app_name = "accounts"
urlpatterns = [
    path("me/", me.me, name="me"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add_person, name="person_add"),
    path("people/roles/", people.role_table, name="roles"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/roles/", people.grant_role, name="grant_role"),
    path("people/<int:pk>/roles/<slug:role>/end/", people.end_role, name="end_role"),
    path("people/<int:pk>/partners/", people.join_partner, name="join_partner"),
    path("people/<int:pk>/partners/<slug:slug>/leave/", people.leave_partner, name="leave_partner"),
    path("people/<int:pk>/second-step/reset/", people.reset_second_factor, name="reset_second_factor"),
]
