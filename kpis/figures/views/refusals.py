"""What an action refuses is an answer to the person, beside the field it is about."""

from kpis.figures.actions.entries import FigureRefused


def accepted(form, act) -> bool:
    """Call the action; True when it took what was given, else the form says why not."""
    try:
        act()
    except FigureRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        return False
    return True
