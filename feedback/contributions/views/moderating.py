"""One contribution on its way through the moderators' hands."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import Contribution
from feedback.contributions.queries import moderation as queries
from feedback.contributions.views.doing import do, words_of

PUBLISHED = "Published. It now waits for an answer."
moderators_only = permission_required("contributions.moderate", raise_exception=True)


@never_cache
@require_safe
@moderators_only
def item(request, pk):
    return _item_page(request, _contribution(pk))


@require_POST
@moderators_only
def start(request, pk):
    return do(
        request,
        actions.start_screening,
        contribution=_contribution(pk),
        done="You are reading this now.",
        then=_address(pk),
    )


@require_POST
@moderators_only
def let_through(request, pk):
    return do(
        request,
        actions.let_through,
        contribution=_contribution(pk),
        done="It is in the queue now.",
        then=_address(pk),
    )


@never_cache
@require_POST
@moderators_only
def save_version(request, pk):
    contribution = _contribution(pk)
    form = forms.PublicVersionForm(request.POST, contribution=contribution)
    if not form.is_valid():
        return _item_page(request, contribution, version_form=form)
    try:
        actions.save_public_version(
            contribution=contribution, by=request.user, at=timezone.now(), **form.wording
        )
    except actions.Refused as refusal:
        # What was typed stays on the page: somebody else's newer version is no reason to lose it.
        form.add_error(None, str(refusal))
        return _item_page(request, contribution, version_form=form)
    messages.success(request, "Saved. Compare it with the original, then it can be approved.")
    return redirect(_address(pk))


@require_POST
@moderators_only
def approve(request, pk, number):
    ask_author = request.POST.get("then") == "ask"
    return do(
        request,
        actions.approve_public_version,
        version=get_object_or_404(_contribution(pk).public_versions, number=number),
        ask_author=ask_author,
        done="Approved. Its author is asked to agree." if ask_author else PUBLISHED,
        then=_address(pk),
    )


@require_POST
@moderators_only
def publish_approved(request, pk):
    return do(
        request,
        actions.publish_approved,
        contribution=_contribution(pk),
        done=PUBLISHED,
        then=_address(pk),
    )


@never_cache
@require_POST
@moderators_only
def read_addition(request, pk, addition):
    """What its author added, on the page that answers; while the original is open it stays beside it."""
    contribution = _contribution(pk)
    added = get_object_or_404(contribution.additions, pk=addition)
    try:
        added = actions.read_addition(addition=added, by=request.user, at=timezone.now())
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(_address(pk))
    return _item_page(request, contribution, just_read=added)


@require_POST
@moderators_only
def keep_private(request, pk):
    return do(
        request,
        actions.keep_private,
        contribution=_contribution(pk),
        done="Counted, and shown to nobody. It can still be answered.",
        then=_address(pk),
    )


@never_cache
@require_POST
@moderators_only
def withhold(request, pk):
    contribution = _contribution(pk)
    form = forms.WithholdingForm(request.POST)
    if not form.is_valid():
        return _item_page(request, contribution, withholding_form=form)
    return do(
        request,
        actions.propose_withholding,
        contribution=contribution,
        reason=form.cleaned_data["reason"],
        done="Noted. It is published or not as its reason requires.",
        then=_address(pk),
    )


@require_POST
@moderators_only
def decide_withholding(request, pk):
    agree = request.POST.get("decision") == "agree"
    return do(
        request,
        actions.decide_withholding,
        withholding=get_object_or_404(_contribution(pk).withholdings.open()),
        agree=agree,
        done="It is not published. Its author can read the reason." if agree else "It stays in the queue.",
        then=_address(pk),
    )


@never_cache
@require_POST
@moderators_only
def open_original(request, pk):
    """The sealed words on the page that answers, and nowhere else: to see them again is to ask again."""
    contribution = _contribution(pk)
    form = forms.WhyForm(request.POST)
    if not form.is_valid():
        return _item_page(request, contribution, opening_form=form)
    try:
        opened = actions.open_original(
            contribution=contribution, reason=form.cleaned_data["why"], by=request.user, at=timezone.now()
        )
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(_address(pk))
    return _item_page(request, contribution, opened=opened)


@require_POST
@moderators_only
def take_back(request, pk):
    return do(
        request,
        actions.take_back,
        contribution=_contribution(pk),
        why=words_of(forms.WhyForm(request.POST), "why"),
        done="Taken back. Nobody sees it now, and it is read again.",
        then=_address(pk),
    )


@require_POST
@moderators_only
def pass_to_safeguarding(request, pk):
    return do(
        request,
        actions.pass_to_safeguarding,
        contribution=_contribution(pk),
        why=words_of(forms.WhyForm(request.POST), "why"),
        done="Passed on. The safeguarding leads have been told.",
        then=reverse("contributions:queue"),
    )


def _contribution(pk: int) -> Contribution:
    """In a moderator's scope: what is on safeguarding hold does not exist here."""
    contributions = Contribution.objects.for_moderators().select_related(
        "approved_version", "not_published_because", "original"
    )
    return get_object_or_404(contributions, pk=pk)


def _address(pk: int) -> str:
    return reverse("contributions:item", args=[pk])


def _item_page(request, contribution, *, opened="", just_read=None, **bound_forms):
    shown = queries.item(contribution, timezone.localdate(), opened=opened, just_read=just_read)
    context = {
        "item": shown,
        "may_approve": shown.may_approve(request.user),
        "version_form": forms.PublicVersionForm(
            initial={"text": shown.starting_text, "based_on": shown.latest.number if shown.latest else 0},
            contribution=contribution,
        ),
        "withholding_form": forms.WithholdingForm(),
        "opening_form": forms.WhyForm(label="Why do you open the original again?", auto_id="opening_%s"),
        "take_back_form": forms.WhyForm(label="Why is it taken back?", auto_id="take_back_%s"),
        "safeguarding_form": forms.WhyForm(
            label="What the safeguarding lead should know (optional)",
            auto_id="safeguarding_%s",
            optional=True,
        ),
    }
    # The page's title and summary speak of the one form that came back with something to put right.
    context |= bound_forms | {"form": next(iter(bound_forms.values()), None)}
    return render(request, "contributions/item.html", context)
