app_name = "local_offer"
urlpatterns = []
