app_name = "topups"
urlpatterns = []
