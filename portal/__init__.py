import gc

# Python's collector looks for unreachable cycles after every 700 new objects, and now and then through everything that
# lives: with the hundreds of thousands of objects that two thousand modules are made of, mostly for nothing.
gc.set_threshold(50_000, 10, 10)

from portal.celery import app as celery_app  # noqa: E402 - so that loading everything has it, too

__all__ = ["celery_app"]
