"""What is wrong with a page on a small phone: by axe in light and dark, and what does not fit."""

NARROW = {"width": 320, "height": 700}
FIELDS = (
    "main form[method=post] :is(input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select)"
)
TYPED = "textarea, select, input:not([type=hidden])"
WIDER = """width => [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > width)
    .map(element => element.outerHTML.slice(0, 120)).slice(-3)"""


def look(page, address, axe):
    """What is wrong with this page, one line each."""
    answer = page.goto(address)
    if answer.status != 200:
        return [f"{address} answered {answer.status}"]
    return _problems(page, address, axe)


def look_with_errors(page, address, axe):
    """What is wrong with this page when its first form comes back with errors; nothing where it has none."""
    page.goto(address)
    fields = page.locator(FIELDS)
    if not fields.count():
        return []
    for field in fields.all():
        if field.evaluate("field => field.matches('[type=text], [type=email], textarea')"):
            field.evaluate("field => { field.value = '' }")
    with page.expect_navigation():
        page.locator("main form[method=post]").filter(has=page.locator(TYPED)).locator(
            "button:not([type=button])"
        ).first.evaluate("button => { button.form.noValidate = true; button.click() }")
    return _problems(page, f"{address} after an empty form", axe)


def _problems(page, where, axe):
    """By every rule in light, by contrast in the dark, and by what does not fit."""
    wrong = [f"{where}: {problem}" for problem in axe(page)]
    page.emulate_media(color_scheme="dark")
    wrong += [f"{where} in the dark: {problem}" for problem in axe(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    width = NARROW["width"]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        wrong.append(f"{where} scrolls sideways at {width} px: {page.evaluate(WIDER, width)}")
    return wrong
