"""Addresses of what people tell us. What is public says so on its view."""

from django.urls import path

from feedback.contributions.views import answering, giving, moderating, public, returning, safeguarding

app_name = "contributions"
urlpatterns = [
    # everybody
    path("feedback/", giving.give, name="give"),
    path("feedback/sent/", giving.sent, name="sent"),
    path("feedback/leave/", giving.leave, name="leave"),
    path("feedback/receipt/", returning.receipt, name="receipt"),
    path("feedback/receipt/withdraw/", returning.withdraw, name="withdraw"),
    path("you-said-we-did/", public.answers, name="answers"),
    path("you-said-we-did/waiting/", public.waiting, name="waiting"),
    # moderators
    path("feedback/queue/", moderating.queue, name="queue"),
    path("feedback/queue/<slug:lane>/", moderating.queue, name="lane"),
    path("feedback/contributions/<int:pk>/", moderating.item, name="item"),
    path("feedback/contributions/<int:pk>/start/", moderating.start, name="start"),
    path("feedback/contributions/<int:pk>/let-through/", moderating.let_through, name="let_through"),
    path("feedback/contributions/<int:pk>/public-version/", moderating.save_version, name="save_version"),
    path("feedback/contributions/<int:pk>/approve/<int:number>/", moderating.approve, name="approve"),
    path("feedback/contributions/<int:pk>/private/", moderating.keep_private, name="keep_private"),
    path("feedback/contributions/<int:pk>/withhold/", moderating.withhold, name="withhold"),
    path(
        "feedback/contributions/<int:pk>/withhold/decide/",
        moderating.decide_withholding,
        name="decide_withholding",
    ),
    path("feedback/contributions/<int:pk>/original/", moderating.open_original, name="open_original"),
    path("feedback/contributions/<int:pk>/take-back/", moderating.take_back, name="take_back"),
    path(
        "feedback/contributions/<int:pk>/safeguarding/",
        moderating.pass_to_safeguarding,
        name="pass_to_safeguarding",
    ),
    # safeguarding leads
    path("feedback/safeguarding/", safeguarding.lane, name="safeguarding"),
    path("feedback/safeguarding/<int:pk>/", safeguarding.held, name="held"),
    path("feedback/safeguarding/<int:pk>/open/", safeguarding.open_held, name="open_held"),
    path("feedback/safeguarding/<int:pk>/hand-over/", safeguarding.refer, name="refer"),
    path("feedback/safeguarding/<int:pk>/release/", safeguarding.release, name="release"),
    # those who answer, and the forum
    path("feedback/answers/", answering.responses, name="responses"),
    path("feedback/answers/new/", answering.draft, name="draft"),
    path("feedback/answers/<int:pk>/", answering.response, name="response"),
    path("feedback/answers/<int:pk>/publish/", answering.publish, name="publish"),
    path("feedback/forum/", answering.forum_views, name="forum_views"),
    path("feedback/forum/<int:pk>/", answering.forum_view, name="forum_view"),
]
