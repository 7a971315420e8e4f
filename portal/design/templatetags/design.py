"""The components and formats of the site's pages: `{% load design %}`."""

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.forms import CheckboxInput
from django.utils.html import format_html
from django.utils.translation import gettext

from portal.design import formats

register = template.Library()

NOT_AVAILABLE = "not available"
DJANGOS_REQUIRED = "This field is required."
RATINGS = {
    "on_track": "On track",
    "at_risk": "At risk",
    "off_track": "Off track",
    "not_rated": "Not rated",
}


# ---- formats: the argument of the first five is what to say where there is no value ----


@register.filter
def gbp(value, missing=NOT_AVAILABLE):
    return missing if value in (None, "") else formats.gbp(value)


@register.filter
def gbp_short(value, missing=NOT_AVAILABLE):
    return missing if value in (None, "") else formats.gbp_short(value)


@register.filter
def day(value, missing="no date"):
    return formats.day(value) if value else missing


@register.filter
def moment(value, missing="no date"):
    return formats.moment(value) if value else missing


@register.filter
def per_cent(value, places=1):
    """From percentage points; the argument is the number of decimals."""
    return NOT_AVAILABLE if value in (None, "") else formats.per_cent(value, int(places))


# ---- files ----


@register.simple_tag
def asset(path):
    """The address of a static file: its hashed name where the files were collected, its plain one before."""
    try:
        return staticfiles_storage.url(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


# ---- words with a shape ----


@register.simple_tag
def tag(kind, label):
    """A word with a shape and a colour that repeat it: `on-track at-risk off-track not-rated info`."""
    return format_html('<strong class="tag {}">{}</strong>', kind, label)


@register.simple_tag
def rating(value):
    """The tag of a rating: on_track, at_risk, off_track or not_rated; nothing else is one."""
    key = str(value or "not_rated")
    return tag(key.replace("_", "-"), RATINGS[key])


VARIATIONS = {
    "common_cause": ("not-rated", "Common cause"),
    "improvement_high": ("spc-better up", "Improvement, higher"),
    "improvement_low": ("spc-better down", "Improvement, lower"),
    "concern_high": ("spc-worse up", "Concern, higher"),
    "concern_low": ("spc-worse down", "Concern, lower"),
    "neutral_high": ("spc-other up", "Higher than usual"),
    "neutral_low": ("spc-other down", "Lower than usual"),
    "too_few": ("info", "Too few figures"),
}
ASSURANCES = {
    "pass": ("success", "Will meet its target"),
    "fail": ("error", "Will miss its target"),
    "hit_or_miss": ("spc-chance", "May meet or miss its target"),
}


@register.simple_tag
def variation(value):
    """The tag of what a process does, as a status keeps it; nothing where SPC does not apply."""
    return tag(*VARIATIONS[str(value)]) if value else ""


@register.simple_tag
def assurance(value):
    """The tag of whether a process will meet its target; nothing where that cannot be said."""
    return tag(*ASSURANCES[str(value)]) if value else ""


# ---- components ----


@register.inclusion_tag("design/_statement.html")
def statement(what, number, against="", source="", rating="not_rated"):
    """What it is, the number, what it is judged against, where it is from."""
    return {
        "what": what,
        "number": number,
        "against": against,
        "source": source,
        "tone": str(rating or "not_rated").replace("_", "-"),
    }


@register.inclusion_tag("design/_facts.html")
def facts(pairs):
    """A summary list of (term, value) pairs."""
    return {"pairs": pairs}


@register.inclusion_tag("design/_breadcrumbs.html")
def breadcrumbs(*steps):
    """`{% breadcrumbs "Board" board_url "Savings" %}`: label and address in turn, the last is this page."""
    trail = list(zip(steps[0::2], steps[1::2], strict=False))
    return {"trail": trail, "here": steps[-1] if len(steps) % 2 else ""}


@register.inclusion_tag("design/_progress.html")
def progress_bar(done, total, what):
    """A bar with its words: `120 of 300 KPIs recomputed`."""
    return {"done": done, "total": total, "what": what}


@register.inclusion_tag("design/_pagination.html", takes_context=True)
def pagination(context, page):
    """Previous, next and where we are; the rest of the query string is kept."""
    return {"page": page, "request": context.get("request")}


# ---- forms ----


@register.filter
def has_errors(form):
    """True for a form, a formset or a list of forms that was sent and has something to put right."""
    if isinstance(form, list | tuple):
        return any(has_errors(part) for part in form)
    return getattr(form, "is_bound", False) and not form.is_valid()


@register.filter
def is_a_list_of_choices(field):
    """Radios and lists of checkboxes: each choice is drawn with its own label."""
    return field.widget_type in ("radioselect", "checkboxselectmultiple")


@register.filter
def is_marked_optional(field):
    """Optional fields say so beside required ones, unless their label does already."""
    if field.field.required or isinstance(field.field.widget, CheckboxInput):
        return False
    return "optional" not in str(field.label).lower() and any(
        f.field.required for f in field.form.visible_fields()
    )


@register.inclusion_tag("design/_error_summary.html")
def error_summary(form):
    """Every error of a form, a formset or a list of forms at the top of the page, each a link to its field."""
    return {"problems": _problems(form) if has_errors(form) else []}


def _problems(form):
    if isinstance(form, list | tuple):
        return [problem for part in form if has_errors(part) for problem in _of_part(part)]
    if hasattr(form, "forms"):
        return [(error, "") for error in form.non_form_errors()] + _problems(list(form.forms))
    problems = [(error, "") for error in form.non_field_errors()]
    for field in form:
        anchor = "" if field.is_hidden else _anchor(field)
        problems += [(_with_its_field(error, field), anchor) for error in field.errors]
    return problems


def _of_part(form):
    """The problems of one form among several, each after its `subject` where it has one: which row it is about."""
    subject = getattr(form, "subject", "")
    return [(f"{subject}: {problem}" if subject else problem, anchor) for problem, anchor in _problems(form)]


def _with_its_field(error, field):
    """Django's own words for an empty field do not say which; a form's own words do."""
    return f"{str(field.label).rstrip('?:')}: {error}" if error == gettext(DJANGOS_REQUIRED) else error


def _anchor(field):
    """The id of the field's first input; a list of choices has one for each."""
    return field.id_for_label or f"{field.auto_id}_0"
