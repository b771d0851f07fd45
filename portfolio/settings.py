"""Settings of the whole project: one file, read from the environment and from `.env`.

Every variable is described in `.env.example`. A wrong value stops the start with a sentence that
says what to do; nothing falls back to a guess.
"""

from datetime import timedelta
from importlib.util import find_spec
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portfolio.environment import (
    BASE_DIR,
    boolean,
    bucket,
    count,
    database,
    endpoint,
    is_loopback,
    origin,
    text,
)

# What this installation is

SECRET_KEY = text("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or shorter than 50 characters. `make demo` writes one into .env; or "
        "print one with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )
DEBUG = boolean("DEBUG", False)
SITE_ORIGIN, SITE_HOST = origin("SITE_ORIGIN", "http://127.0.0.1:8000")
LOOPBACK = is_loopback(SITE_HOST)
# `export_site` says otherwise while it makes pages that no server answers for.
SERVED_AS_FILES = False
ALLOWED_HOSTS = [host.strip() for host in text("ALLOWED_HOSTS").split(",") if host.strip()] or (
    ["127.0.0.1", "localhost", "[::1]"] if LOOPBACK else [SITE_HOST]
)
if DEBUG and not all(is_loopback(host) for host in (SITE_HOST, *ALLOWED_HOSTS)):
    raise ImproperlyConfigured(
        "DEBUG is on and SITE_ORIGIN or ALLOWED_HOSTS names a public host: its pages would show "
        "the source and the settings to anybody. Write DEBUG=off, or name loopback hosts only."
    )
PROXY_COUNT = count("PROXY_COUNT", 0)
# For the finished pages that a worker may keep in memory.
PUBLISHED_MEMORY_MB = count("PUBLISHED_MEMORY_MB", 64)

DATABASES = {"default": database("DATABASE_URL")}
(BASE_DIR / "data").mkdir(mode=0o700, exist_ok=True)

# What it is made of

INSTALLED_APPS = [
    "resume",
    "resume.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "markdownx",
    "reversion",
    "axes",
    "csp",
]

# The first two stand outside: every answer, a static file or a refusal too, bears the headers.
MIDDLEWARE = [
    "portfolio.middleware.security_headers",
    "portfolio.middleware.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portfolio.middleware.language_by_path",
    "portfolio.middleware.robots_as_chosen",
    "portfolio.middleware.UnavailableMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portfolio.urls"
WSGI_APPLICATION = "portfolio.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "resume.views.site.site",
            ],
        },
    }
]

LANGUAGE_CODE = "ja"
LANGUAGES = [("ja", _("Japanese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "resume" / "locale"]
USE_TZ = True
TIME_ZONE = text("TIME_ZONE", "Asia/Tokyo")
if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured("TIME_ZONE is not a known zone. Write TIME_ZONE=Asia/Tokyo.")

# Files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_URL = "/media/"
MEDIA_ROOT = BASE_DIR / text("MEDIA_ROOT", "data/media")
MEDIA_BUCKET = bucket("MEDIA_BUCKET")
MEDIA_ENDPOINT = endpoint("MEDIA_ENDPOINT")
if MEDIA_ENDPOINT and not MEDIA_BUCKET:
    raise ImproperlyConfigured(
        "MEDIA_ENDPOINT is set but MEDIA_BUCKET is not. Name the bucket there, or leave out both: "
        "pictures are then kept in MEDIA_ROOT."
    )
if MEDIA_BUCKET and not (find_spec("storages") and find_spec("boto3")):
    raise ImproperlyConfigured(
        "MEDIA_BUCKET is set but django-storages is not installed. Install it with: "
        "pip install -r requirements-extra.txt"
    )
STORAGES = {
    "default": {
        "BACKEND": "portfolio.bucket.Bucket",
        "OPTIONS": {"name": MEDIA_BUCKET, "endpoint": MEDIA_ENDPOINT},
    }
    if MEDIA_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
# 128 KB of Japanese Markdown is 1.2 MB once a form has percent-encoded it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# A bulk action on a long list posts a field a row.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

MARKDOWNX_MARKDOWNIFY_FUNCTION = "resume.markup.render_html"
MARKDOWNX_UPLOAD_CONTENT_TYPES = ["image/png", "image/jpeg", "image/webp"]
MARKDOWNX_UPLOAD_MAX_SIZE = 10 * 1024 * 1024
MARKDOWNX_SKIP_RESIZE = []

# Transport and headers

SECURE_SSL_REDIRECT = boolean("SECURE_SSL_REDIRECT", not (DEBUG or LOOPBACK))
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXY_COUNT else None
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = boolean("SECURE_HSTS_INCLUDE_SUBDOMAINS", False)
SECURE_HSTS_PRELOAD = boolean("SECURE_HSTS_PRELOAD", False)
# W005 and W021 ask for the two above. They bind other hosts of the domain, and preloading can
# hardly be taken back, so the owner of the domain turns them on, not we.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
# script-src is added for each request: the static files of the host that was asked.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# Sessions, forms and logins

SECURE_COOKIES = SITE_ORIGIN.startswith("https://")
COOKIE_PREFIX = "__Host-" if SECURE_COOKIES else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
SESSION_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_SECURE = SECURE_COOKIES
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
CSRF_FAILURE_VIEW = "portfolio.refusals.forbidden_form"

VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": f"{VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATORS}.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(hours=1)
AXES_RESET_ON_SUCCESS = True
# The page says "in an hour": trying again meanwhile must not make it longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "portfolio.logins.client_address"
AXES_USERNAME_CALLABLE = "portfolio.logins.user_name"
AXES_LOCKOUT_CALLABLE = "portfolio.refusals.locked_out"
AXES_VERBOSE = False

# Telling

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}

SENTRY_DSN = text("SENTRY_DSN")
if SENTRY_DSN:
    try:
        import sentry_sdk
    except ImportError as error:
        raise ImproperlyConfigured(
            "SENTRY_DSN is set but sentry-sdk is not installed. Install it with: "
            "pip install -r requirements-extra.txt"
        ) from error
    sentry_sdk.init(
        dsn=SENTRY_DSN,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
    )
