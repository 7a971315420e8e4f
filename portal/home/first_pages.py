"""Which page a person's work starts on."""

from portal.accounts.roles import RoleKey

# The first role of the list that a person holds decides.
FIRST_PAGES = (
    (RoleKey.SAFEGUARDING_LEAD, "contributions:safeguarding"),
    (RoleKey.MODERATOR, "contributions:queue"),
    (RoleKey.WORKSTREAM_LEAD, "figures:due"),
    (RoleKey.DATA_OFFICER, "figures:definitions"),
    (RoleKey.FINANCE, "savings:register"),
    (RoleKey.EDITOR, "wagtailadmin_home"),
    (RoleKey.ADMINISTRATOR, "accounts:people"),
    (RoleKey.BOARD_MEMBER, "home:board"),
    (RoleKey.FORUM, "home:board"),
    (RoleKey.PARTNER_OFFICER, "home:board"),
    (RoleKey.PROVIDER, "offer:listings"),
)


def first_page(user) -> str:
    """The url name of the page this person's work starts on; the landing page without a working role."""
    held = {role.key for role in user.roles}
    return next((page for role, page in FIRST_PAGES if role in held), "home:landing")
