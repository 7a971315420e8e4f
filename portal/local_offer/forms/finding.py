"""What readers look for: one form, filled in or read out of their words, and the addresses of its variations."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.urls import reverse
from django.utils.http import urlencode

from portal.local_offer.asking import understood
from portal.local_offer.models import Postcode
from portal.local_offer.models.choices import OLDEST, YOUNGEST
from portal.local_offer.places import UnknownPostcode
from portal.local_offer.queries.finding import FACETS, Found, Search
from portal.local_offer.queries.way_on import heading_title

WHICH_AGES = f"a number from {YOUNGEST} to {OLDEST}."
LONGEST_QUESTION = 200
WITHIN = [("", "Any distance"), *((miles, f"Within {miles} miles") for miles in (2, 5, 10, 25))]
ORDERS = [("", "Best match"), ("near", "Nearest first"), ("name", "By name")]


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a search in words, and the address of the same search without it."""

    label: str
    without: str
    was_read: bool = False  # out of the words, instead of given in a field of its own


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet as the page shows it: what there is to choose, and how much."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def how_many_chosen(self) -> int:
        return sum(choice.is_chosen for choice in self.choices)


class SearchForm(forms.Form):
    q = forms.CharField(
        label="What do you need help with?",
        help_text="In your own words, for example: speech help for a 6 year old near KT1.",
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    age = forms.IntegerField(
        label="Age of the child or young person",
        help_text=WHICH_AGES.capitalize(),
        min_value=YOUNGEST,
        max_value=OLDEST,
        required=False,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], f"Give the age as {WHICH_AGES}"),
    )
    postcode = forms.CharField(
        label="Postcode",
        help_text="The first half is enough. We do not keep it.",
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"size": 10, "autocomplete": "off", "spellcheck": "false"}),
    )
    within = forms.TypedChoiceField(
        label="How far", choices=WITHIN, coerce=int, empty_value=None, required=False
    )
    order = forms.ChoiceField(label="Order", choices=ORDERS, required=False)
    heading = forms.SlugField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, asked):
        """`asked` is what the address says; age and postcode are read out of the words where no field has them."""
        self.read_out = set()
        super().__init__(self._with_what_the_words_say(asked))
        for facet in FACETS:
            self.fields[facet.name] = forms.MultipleChoiceField(choices=facet.choices, required=False)

    def _with_what_the_words_say(self, asked):
        typed = asked.get("q", "")
        if len(typed) > LONGEST_QUESTION:
            return asked
        meant, data = understood(typed), asked.copy()
        data["q"] = meant.words
        for name, said in (("age", meant.age), ("postcode", meant.postcode)):
            if said not in (None, "") and not asked.get(name, "").strip():
                data[name] = str(said)
                self.read_out.add(name)
        return data

    def clean_postcode(self):
        """The place; None where no postcode was given."""
        entered = self.cleaned_data["postcode"]
        if not entered:
            return None
        try:
            return Postcode.objects.place(entered)
        except UnknownPostcode as unknown:
            raise forms.ValidationError(str(unknown)) from unknown

    @cached_property
    def search(self) -> Search:
        """What was asked for; nothing where the form has mistakes."""
        if not self.is_valid():
            return Search()
        asked = self.cleaned_data
        return Search(
            words=asked["q"],
            age=asked["age"],
            place=asked["postcode"],
            within=asked["within"],
            heading=asked["heading"],
            order=asked["order"] or "best",
            **{facet.name: tuple(asked[facet.name]) for facet in FACETS},
        )

    # ---- the search in words, and its variations ----

    @property
    def chips(self) -> list[Chip]:
        """Everything beside the words that narrows this search, each with the way to drop it."""
        search, chips = self.search, []
        if search.age is not None:
            chips.append(self._chip("age", f"Age {search.age}"))
        if search.place:
            chips.append(self._chip("postcode", f"Near {search.place.name}"))
        if search.place and search.within:
            chips.append(self._chip("within", f"Within {search.within} miles"))
        if search.heading:
            chips.append(self._chip("heading", heading_title(search.heading) or search.heading))
        for facet in FACETS:
            labels = dict(facet.choices.choices)
            chips += [
                Chip(str(labels[value]), self.address(dropping=(facet.name, value)))
                for value in getattr(search, facet.name)
            ]
        return chips

    def _chip(self, name: str, label: str) -> Chip:
        return Chip(label, self.address(dropping=(name, None)), was_read=name in self.read_out)

    def facets(self, found: Found) -> list[FacetChoices]:
        """Every facet with the choices that lead to something, and those that are chosen."""
        shown = []
        for facet in FACETS:
            chosen, counts = getattr(self.search, facet.name), found.counts.get(facet.name, {})
            choices = [
                Choice(value, label, counts.get(value, 0), value in chosen)
                for value, label in facet.choices.choices
                if counts.get(value) or value in chosen
            ]
            shown.append(FacetChoices(facet.name, facet.label, choices))
        return [facet for facet in shown if facet.choices]

    def looser(self, found: Found) -> list[tuple[str, int, str]]:
        """Parts that stand in the way: what is dropped, how many there are then, and where they are."""
        labels = {
            "age": "for every age",
            "within": "at any distance",
            "heading": "on every subject",
            "need": "for every need",
            "category": "for every kind of help",
            "cost": "whatever it costs",
            "day": "on any day",
            "access": "whatever the access",
            "area": "in and out of the area",
        }
        return [
            (labels[name], count, self.address(dropping=(name, None)))
            for name, count in found.without.items()
            if count
        ]

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The search as parameters of an address, in one order, without what is empty."""
        search = self.search
        single = {
            "q": search.words,
            "age": search.age,
            "postcode": search.place.name if search.place else "",
            "within": search.within,
            "order": search.order if search.order != "best" else "",
            "heading": search.heading,
        }
        several = [(facet.name, value) for facet in FACETS for value in getattr(search, facet.name)]
        return [(name, str(value)) for name, value in single.items() if value not in (None, "")] + several

    @property
    def map_address(self) -> str:
        return self.address(to="local_offer:search_map")

    @property
    def paper_address(self) -> str:
        return self.address(to="local_offer:search_paper")

    def address(
        self, *, to: str = "local_offer:search", dropping: tuple[str, str | None] | None = None
    ) -> str:
        """The address of this search, without one part: (its name, one choice of it or None for all)."""
        name, choice = dropping or (None, None)
        kept = [(n, v) for n, v in self.parameters if n != name or (choice is not None and v != choice)]
        return f"{reverse(to)}?{urlencode(kept)}" if kept else reverse(to)
