app_name = "published"
urlpatterns = []
