app_name = "position"
urlpatterns = []
