"""Administrators: who is here, what each may do, giving and ending roles."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis.workstreams.models import Partner
from kpis.workstreams.queries import mails_given_up
from portal.accounts import actions, forms, queries
from portal.accounts.models import User
from portal.accounts.roles import ROLES

PEOPLE_ON_A_PAGE = 25
administrators_only = permission_required("accounts.manage_people", raise_exception=True)


@require_safe
@administrators_only
def people(request):
    form = forms.FilterForm(request.GET)
    page = Paginator(queries.people(**form.chosen), PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    undelivered = mails_given_up()[:20]
    return render(
        request, "accounts/people.html", {"filters": form, "page": page, "undelivered": undelivered}
    )


@require_safe
@administrators_only
def role_table(request):
    return render(request, "accounts/roles.html", {"roles": ROLES.values()})


@require_http_methods(["GET", "POST"])
@administrators_only
def add_person(request):
    form = forms.PersonForm(request.POST or None)
    if form.is_valid() and (person := _added(request, form)):
        messages.success(request, f"{person} is added. We have written to them how to sign in.")
        return redirect("accounts:person", person.pk)
    return render(request, "accounts/person_add.html", {"form": form})


def _added(request, form):
    """The new person; None where somebody was quicker, and the form says so."""
    try:
        return actions.add_person(by=request.user, at=timezone.now(), **form.cleaned_data)
    except actions.PersonExists:
        form.add_error("email", forms.HERE_ALREADY)
        return None


@require_safe
@administrators_only
def person(request, pk):
    return _person_page(request, get_object_or_404(User, pk=pk))


@require_POST
@administrators_only
def grant_role(request, pk):
    person = get_object_or_404(User, pk=pk)
    form = forms.RoleForm(request.POST, person=person)
    if not form.is_valid():
        return _person_page(request, person, role_form=form)
    try:
        grant = actions.grant_role(user=person, by=request.user, at=timezone.now(), **form.cleaned_data)
    except actions.RoleHeldAlready:
        messages.error(request, f"{person} held that role already.")
    else:
        messages.success(request, f"{person} now holds the role: {grant.definition.label}.")
    return redirect("accounts:person", pk)


@require_POST
@administrators_only
def end_role(request, pk, role):
    person = get_object_or_404(User, pk=pk)
    try:
        grant = actions.end_role(user=person, role=role, by=request.user, at=timezone.now())
    except actions.LastAdministrator:
        messages.error(request, "This is the only administrator. Give somebody else the role first.")
    except actions.RoleNotHeld:
        messages.error(request, f"{person} no longer held that role.")
    else:
        messages.success(request, f"{person} no longer holds the role: {grant.definition.label}.")
    return redirect("accounts:person", pk)


@require_POST
@administrators_only
def join_partner(request, pk):
    person = get_object_or_404(User, pk=pk)
    form = forms.MembershipForm(request.POST, person=person)
    if not form.is_valid():
        return _person_page(request, person, membership_form=form)
    membership = actions.join_partner(user=person, on=timezone.localdate(), **form.cleaned_data)
    messages.success(request, f"{person} now belongs to {membership.partner}.")
    return redirect("accounts:person", pk)


@require_POST
@administrators_only
def leave_partner(request, pk, slug):
    person, partner = get_object_or_404(User, pk=pk), get_object_or_404(Partner, slug=slug)
    try:
        actions.leave_partner(user=person, partner=partner, on=timezone.localdate())
    except actions.NotAMember:
        messages.error(request, f"{person} no longer belonged to {partner}.")
    else:
        messages.success(request, f"{person} no longer belongs to {partner}.")
    return redirect("accounts:person", pk)


@require_POST
@administrators_only
def reset_second_factor(request, pk):
    person = get_object_or_404(User, pk=pk)
    try:
        actions.reset_second_factor(user=person, by=request.user, at=timezone.now())
    except actions.SamePerson:
        messages.error(request, "Another administrator has to do this for you.")
    else:
        messages.success(request, f"{person} can sign in by e-mail and set up a new second step.")
    return redirect("accounts:person", pk)


def _person_page(request, person, *, role_form=None, membership_form=None):
    """The page of one person; a form that was refused stands in it with its errors."""
    context = {
        "person": person,
        "form": role_form or membership_form,
        "role_form": role_form or forms.RoleForm(person=person),
        "membership_form": membership_form or forms.MembershipForm(person=person),
        "grants": queries.current_grants(person),
        "memberships": queries.memberships_of(person),
        "history": queries.history(person),
        "has_second_factor": queries.has_second_factor(person),
    }
    return render(request, "accounts/person.html", context)
