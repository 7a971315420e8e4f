"""The one settings file, driven by the environment; `.env.example` lists every name it reads."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from xstatic.pkg import leaflet

from portal.runtime import addresses, secret_store

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("PORTAL_VAR", BASE_DIR / "var")).resolve()


def flag(name: str) -> bool:
    """True where the environment says 1, true, yes or on; anything unset or else is False."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


DEMO = flag("PORTAL_DEMO")  # Kingston's demonstration: sample data, a step-in page, loopback only
DEBUG = flag("PORTAL_DEBUG")  # Django's own error pages, for developers
IS_CI = flag("CI")  # a missing browser is then a failure, not a skip

# ---- secrets: from the environment; the demonstration keeps its own under var/ ----

_secrets = secret_store.demo_secrets(VAR_DIR) if DEMO else secret_store.required_secrets(os.environ)
SECRET_KEY = _secrets["PORTAL_SECRET_KEY"]  # signs sessions and links
RECEIPT_KEY = _secrets["PORTAL_RECEIPT_KEY"]  # keys the HMAC under which receipt codes are stored
# Seals originals and contacts at rest: the first one seals, all of them open.
SEALING_KEYS = [
    _secrets["PORTAL_SEALING_KEY"],
    *filter(None, os.environ.get("PORTAL_SEALING_KEYS_BEFORE", "").split(",")),
]

# ---- where we are reached ----

PORT = int(os.environ.get("PORTAL_PORT", "8000"))
BIND = os.environ.get("PORTAL_BIND") or "127.0.0.1"  # the network address the web server listens on
LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [h for h in os.environ.get("PORTAL_HOSTS", "").split(",") if h]
if DEMO and set(ALLOWED_HOSTS) - set(LOOPBACK_HOSTS):
    raise ImproperlyConfigured("PORTAL_DEMO answers on this machine only: leave PORTAL_HOSTS empty.")
if not DEMO and not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "PORTAL_HOSTS is missing: name the host names the portal answers to, with commas."
    )
if DEMO:
    ALLOWED_HOSTS = LOOPBACK_HOSTS
BASE_URL = os.environ.get(
    "PORTAL_BASE_URL", f"http://127.0.0.1:{PORT}" if DEMO else f"https://{ALLOWED_HOSTS[0]}"
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
USES_HTTPS = BASE_URL.startswith("https://")

# ---- the partnership: names and numbers that differ from place to place ----

PARTNERSHIP_NAME = os.environ.get(
    "PORTAL_PARTNERSHIP", "Kingston SEND Partnership" if DEMO else "SEND Partnership"
)
AREA_NAME = os.environ.get("PORTAL_AREA", "Kingston" if DEMO else "our area")
SAFEGUARDING_PHONE = os.environ.get(
    "PORTAL_SAFEGUARDING_PHONE", "020 0000 0000 (demonstration)" if DEMO else ""
)
SECURITY_CONTACT = os.environ.get("PORTAL_SECURITY_CONTACT", "mailto:security@localhost")
FEEDBACK_POSTAL_ADDRESS = os.environ.get(  # where the printed form goes
    "PORTAL_FEEDBACK_POSTAL_ADDRESS",
    "SEND Partnership, Example House, Kingston (demonstration)" if DEMO else "",
)
SENDIASS_CONTACT = os.environ.get("PORTAL_SENDIASS", "020 0000 0001 (demonstration)" if DEMO else "")

# Open Referral feeds that editors may fetch listings from: the only addresses the portal ever asks by itself.
OPEN_REFERRAL_FEEDS = [a for a in os.environ.get("PORTAL_OPEN_REFERRAL_FEEDS", "").split(",") if a]

# ---- clocks of what people tell us ----

SCREEN_WITHIN_WORKING_DAYS = int(os.environ.get("PORTAL_SCREEN_WITHIN_WORKING_DAYS", "2"))
ANSWER_WITHIN_WORKING_DAYS = int(os.environ.get("PORTAL_ANSWER_WITHIN_WORKING_DAYS", "20"))
AUTHOR_REPLIES_WITHIN_WORKING_DAYS = int(os.environ.get("PORTAL_AUTHOR_REPLIES_WITHIN_WORKING_DAYS", "20"))
SAFEGUARD_WITHIN_MINUTES = int(os.environ.get("PORTAL_SAFEGUARD_WITHIN_MINUTES", "60"))
ASK_OUTCOME_AFTER_DAYS = int(os.environ.get("PORTAL_ASK_OUTCOME_AFTER_DAYS", "60"))  # after the answer
CLOSED_DAYS = [d for d in os.environ.get("PORTAL_CLOSED_DAYS", "").split(",") if d]  # beside bank holidays

# ---- small numbers: a count of children below these is not shown ----

SMALLEST_PUBLIC_COUNT = int(os.environ.get("PORTAL_SMALLEST_PUBLIC_COUNT", "10"))
SMALLEST_PARTNER_COUNT = int(os.environ.get("PORTAL_SMALLEST_PARTNER_COUNT", "5"))

# ---- applications ----

INSTALLED_APPS = [
    "portal.runtime",
    "portal.home",
    "portal.accounts",
    "portal.local_offer",
    "portal.design",
    "feedback.contributions",
    "kpis.position",
    "kpis.topups",
    "kpis.savings",
    "kpis.figures",
    "kpis.published",
    "kpis.workstreams",
    *(["portal.demo"] if DEMO else []),
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail",
    "modelsearch",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "csp",
]

MIDDLEWARE = [
    "portal.runtime.middleware.LargestRequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.local_offer.middleware.KeptPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.middleware.BackAfterSignInMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "portal.accounts.middleware.SecondFactorMiddleware",
    "portal.runtime.middleware.NothingToReadMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.design.context_processors.site",
            ],
        },
    }
]
FORM_RENDERER = "portal.design.forms.Renderer"  # labels, hints and errors as the design system has them

# ---- data ----

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or addresses.database_url(VAR_DIR),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c statement_timeout=30000 -c TimeZone=UTC"

_redis_url = os.environ.get("REDIS_URL")
CACHES = {
    "default": {
        "BACKEND": "portal.runtime.forgiving_cache.ForgivingCache",
        "LOCATION": _redis_url or addresses.cache_url(VAR_DIR),
        "KEY_PREFIX": "portal",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # state lives in PostgreSQL only
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # a form, without its files
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
MAX_UPLOAD_BYTES = 10_000_000  # a spreadsheet; refused before it is read

# ---- the Local Offer's readers ----

SEARCHES_A_MINUTE = int(os.environ.get("PORTAL_SEARCHES_A_MINUTE", "120"))  # from one network address

# ---- background jobs ----

CELERY_BROKER_URL = _redis_url or addresses.broker_url(VAR_DIR)
CELERY_TASK_IGNORE_RESULT = True  # progress and results are rows in PostgreSQL
CELERY_TASK_ACKS_LATE = True  # a task is done when it has ended, not when it was taken
CELERY_TASK_REJECT_ON_WORKER_LOST = False  # a poison task must not loop; the sweep finds what was lost
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 5
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TIMEZONE = "Europe/London"
CELERY_TASK_ROUTES = {
    f"*.{name}": {"queue": "heavy"}
    for name in ("recompute_chunk", "read_import", "read_import_chunk", "apply_import", "take_back_import")
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")

# ---- people ----

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "portal.accounts.backends.RoleBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:start"
ACCOUNT_LOGOUT_REDIRECT_URL = "home:landing"
ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"  # who may sign up, and our words
ACCOUNT_FORMS = {
    "add_email": "portal.accounts.forms.NewAddressForm",
    "confirm_email_verification_code": "portal.accounts.forms.ConfirmAddressForm",
    "confirm_login_code": "portal.accounts.forms.SignInCodeForm",
    "login": "portal.accounts.forms.SignInForm",
    "signup": "portal.accounts.forms.SignUpForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None  # a person is an e-mail address
ACCOUNT_USER_DISPLAY = str  # how a security key names its owner
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no password: nothing to forget, nothing to steal
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"  # with it, signing up does not tell who has an account
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = True  # one address a person; a new one counts once it is confirmed
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a mail when an address or a second step changes
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True  # no "remember me": every session lasts a working day
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # the second step again before an address changes
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("PORTAL_BEHIND_PROXY") else 0  # whose address the limits count
MFA_ADAPTER = "portal.accounts.adapters.SecondFactorAdapter"  # who keeps a second factor, and our words
MFA_FORMS = {
    "activate_totp": "portal.accounts.forms.NewAppForm",
    "add_webauthn": "portal.accounts.forms.NewKeyForm",
    "authenticate": "portal.accounts.forms.SecondStepForm",
    "edit_webauthn": "portal.accounts.forms.KeyNameForm",
    "reauthenticate": "portal.accounts.forms.SecondStepAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = PARTNERSHIP_NAME  # the name an authenticator app shows
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not USES_HTTPS  # keys on 127.0.0.1

# ---- language and time ----

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

# ---- files ----

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [("leaflet", leaflet.BASE_DIR)]  # the map's files, as their package ships them
MEDIA_URL = "media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# ---- mail ----

DEFAULT_FROM_EMAIL = os.environ.get("PORTAL_MAIL_FROM", "no-reply@localhost")
if DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"  # read at /demo/mail/
    EMAIL_FILE_PATH = VAR_DIR / "mail"
else:
    EMAIL_HOST = os.environ.get("PORTAL_MAIL_HOST", "localhost")
    EMAIL_PORT = int(os.environ.get("PORTAL_MAIL_PORT", "25"))
    EMAIL_HOST_USER = os.environ.get("PORTAL_MAIL_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("PORTAL_MAIL_PASSWORD", "")
    EMAIL_USE_TLS = flag("PORTAL_MAIL_TLS")

# ---- Wagtail ----

WAGTAIL_SITE_NAME = "Local Offer"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_LOGIN_URL = LOGIN_URL  # the editor has no sign-in of its own
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # nor passwords
WAGTAIL_PASSWORD_RESET_ENABLED = False
# An e-mail address is who somebody is: changed where people are kept.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no request to a third party
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.local_offer.reviewed.publish_reviewed"  # a second editor approved
WAGTAILADMIN_COMMENTS_ENABLED = False  # they would send mail past the outbox
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # one time and one language for everybody: nothing to choose
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # an address that can be read out on the phone
# Finding pages in the editor.
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = MAX_UPLOAD_BYTES
WAGTAILIMAGES_RENDITION_STORAGE = "pictures"  # apart from the originals, which are never served
STORAGES["pictures"] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": MEDIA_ROOT / "pictures", "base_url": "/local-offer/pictures/"},
}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = MAX_UPLOAD_BYTES
WAGTAILDOCS_INLINE_CONTENT_TYPES = []  # a document is downloaded, never run by the browser
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.local_offer.forms.DocumentForm"  # looks at the content, not the name

# ---- security ----

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("PORTAL_BEHIND_PROXY") else None
SECURE_SSL_REDIRECT = USES_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if USES_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = USES_HTTPS
SECURE_HSTS_PRELOAD = USES_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = USES_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 12  # a working day
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# ---- logs: one line each, no personal data ----

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
        "django.template": {"level": "INFO"},  # its debug lines quote all that a page was made from
    },
}
