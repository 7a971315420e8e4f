# One image for the web server, the worker, the scheduler and the migrations: see compose.yaml.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
RUN useradd --create-home --uid 10001 portal

COPY requirements.txt .
RUN pip install --requirement requirements.txt
COPY --chown=portal:portal . .
RUN python -m compileall -q feedback kpis portal
RUN mkdir -p var/media && chown -R portal:portal var

USER portal
# Static files are part of the image. The secrets are for this one command and are not kept.
RUN PORTAL_HOSTS=build \
    PORTAL_SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    PORTAL_RECEIPT_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    PORTAL_SEALING_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    python manage.py collectstatic --noinput

EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--no-ws", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "2", "--respawn-failed-workers", "portal.wsgi:application"]
