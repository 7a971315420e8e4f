"""A field is one group: its label, hint and error are tied to it for somebody who cannot see them together."""

from datetime import date

import pytest
from django import forms

CHOICES = [("a", "First"), ("b", "Second")]


class EveryField(forms.Form):
    words = forms.CharField(label="What happened?", help_text="In <b>your</b> words.", widget=forms.Textarea)
    email = forms.EmailField(
        label="E-mail", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    value = forms.DecimalField(label="Figure", help_text="Previous figure: 13.6%")
    one = forms.ChoiceField(
        label="Choose one", choices=CHOICES, widget=forms.RadioSelect, help_text="Only one."
    )
    many = forms.MultipleChoiceField(
        label="Choose some", choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    where = forms.ChoiceField(label="Where", choices=CHOICES)
    agreed = forms.BooleanField(label="I agree", help_text="You can change your mind.")
    on = forms.DateField(label="Due date", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    table = forms.FileField(label="Spreadsheet")
    hidden = forms.CharField(widget=forms.HiddenInput)


NAMES = [name for name, field in EveryField.base_fields.items() if not field.widget.is_hidden]
GROUPED = ("one", "many")  # these have a legend instead of a label


@pytest.fixture
def empty(render):
    return render("{{ form }}", {"form": EveryField()})


@pytest.fixture
def refused(render):
    return render("{% error_summary form %}{{ form }}", {"form": EveryField({"email": "nowhere"})})


@pytest.mark.parametrize("name", [n for n in NAMES if n not in GROUPED])
def test_every_field_has_a_label_of_its_own(empty, name):
    label = empty.find("label", attrs={"for": f"id_{name}"})
    assert label.text.strip().startswith(str(EveryField.base_fields[name].label))


@pytest.mark.parametrize("name", GROUPED)
def test_choices_stand_in_a_fieldset_with_a_legend_and_a_label_each(empty, name):
    group = empty.find("fieldset", id=f"id_{name}_group")
    assert group.legend.text.strip() == EveryField.base_fields[name].label
    assert [label["for"] for label in group.find_all("label")] == [f"id_{name}_0", f"id_{name}_1"]
    assert [i["id"] for i in group.find_all("input")] == [f"id_{name}_0", f"id_{name}_1"]


@pytest.mark.parametrize("name", NAMES)
def test_the_field_or_its_group_is_described_by_its_hint_and_error_in_that_order(refused, name):
    owner = refused.find(id=f"id_{name}_group") if name in GROUPED else refused.find(id=f"id_{name}")
    expected = [f"id_{name}_helptext"] if EveryField.base_fields[name].help_text else []
    if name != "where":  # a list without an empty choice always has an answer; unbound data has none
        expected.append(f"id_{name}_error")
    described = owner.get("aria-describedby", "").split()
    assert described[: len(expected)] == expected
    assert all(refused.find(id=part) for part in described)


@pytest.mark.parametrize("name", NAMES)
def test_every_error_is_said_beside_its_field_and_linked_from_the_summary(refused, name):
    shown = refused.find(id=f"id_{name}_error")
    assert shown.find(class_="unseen").text == "Error: "
    target = f"id_{name}_0" if name in GROUPED else f"id_{name}"
    assert refused.find(class_="error-summary").find("a", href=f"#{target}")
    assert refused.find("input", id=target) or refused.find(id=target)


def test_a_field_in_error_is_marked_as_invalid(refused):
    assert refused.find(id="id_value")["aria-invalid"] == "true"
    assert "has-error" in refused.find(id="id_value").find_parent(class_="field")["class"]


def test_the_summary_says_which_field_is_empty_when_the_form_has_no_words_of_its_own(refused):
    link = refused.find("a", href="#id_words")
    assert link.text == "What happened: This field is required."


def test_the_error_of_a_hidden_field_is_in_the_summary_without_a_link(refused):
    plain = [item.text for item in refused.find(class_="error-summary").find_all("li") if not item.a]
    assert plain == ["Hidden: This field is required."]


def test_optional_fields_say_so_and_a_single_tick_box_does_not(render):
    class Form(forms.Form):
        words = forms.CharField(required=False)
        phone = forms.CharField(required=False, label="Phone (optional, for a call back)")
        risk = forms.BooleanField(required=False)
        name = forms.CharField()

    marked = render("{{ form }}", {"form": Form()}).find_all(class_="optional")
    assert [mark.parent["for"] for mark in marked] == ["id_words"]


def test_a_form_without_a_required_field_marks_none_as_optional(render):
    class Filters(forms.Form):
        words = forms.CharField(required=False)

    assert render("{{ form }}", {"form": Filters()}).find(class_="optional") is None


def test_a_hint_is_text_and_not_markup(empty):
    hint = empty.find(id="id_words_helptext")
    assert hint.text == "In <b>your</b> words."
    assert hint.find("b") is None


def test_attributes_of_a_widget_reach_the_page(empty):
    assert empty.find(id="id_email")["autocomplete"] == "email"
    assert empty.find(id="id_table")["type"] == "file"


def test_a_native_date_field_shows_the_day_it_holds(render):
    page = render("{{ form.on.as_field_group }}", {"form": EveryField(initial={"on": date(2019, 11, 14)})})
    assert page.find("input")["value"] == "2019-11-14"


def test_a_hidden_field_has_no_group(empty):
    hidden = empty.find("input", attrs={"name": "hidden"})
    assert hidden["type"] == "hidden"
    assert hidden.find_parent(class_="field") is None


def test_what_was_typed_comes_back_escaped(render):
    page = render("{{ form }}", {"form": EveryField({"words": "</textarea><script>alert(1)</script>"})})
    assert page.find("script") is None
    assert "<script>" in page.find("textarea").text


def test_a_summary_stays_away_until_something_was_sent(render):
    assert render("{% error_summary form %}", {"form": EveryField()}).find(class_="error-summary") is None


def test_one_summary_serves_a_list_of_forms_and_a_formset(render):
    class Small(forms.Form):
        value = forms.DecimalField(label="Figure")

    two = [Small({"a-value": "x"}, prefix="a"), Small({"b-value": "1"}, prefix="b"), Small(prefix="c")]
    links = render("{% error_summary forms %}", {"forms": two}).find_all("a")
    assert [link["href"] for link in links] == ["#id_a-value"]

    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-1-value": "x"}
    formset = forms.formset_factory(Small)(data)
    links = render("{% error_summary formset %}{{ formset }}", {"formset": formset}).find_all("a")
    assert [link["href"] for link in links] == ["#id_form-1-value"]
