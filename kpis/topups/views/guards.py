"""Who opens these pages, and what an action refuses."""

from collections.abc import Callable
from dataclasses import replace

from django.contrib.auth.decorators import permission_required
from django.http import Http404

from kpis.domain.topups import TopUpError
from kpis.topups.models import TopUpList
from kpis.topups.queries.lists import list_of, recorded_since
from kpis.workstreams.views import AsOf, as_of

uses_tools = permission_required("topups.use_tools", raise_exception=True)


def accepted(form, change: Callable[[], object]) -> bool:
    """Whether the action did it; what it refuses stands at the top of the form."""
    try:
        change()
    except TopUpError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def list_as_of(request, year: int, basis: str) -> tuple[AsOf, TopUpList]:
    """The moment that the page is read as of, and the list as it counted then; 404 where there was none."""
    asked = as_of(request)
    found = list_of(year, basis, asked.moment)
    if found is None:
        raise Http404("There is no list of top-ups of this year on this basis.")
    return replace(asked, since=recorded_since(found)), found
