"""Checks numbers, from answers and from settings."""
import math
import os

from .errors import PrmSetupError


def _finite(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"expected a finite number, got {value!r}")
    return float(value)


def _positive(name, given, default):
    value = given if given is not None else os.environ.get(name) or default
    try:
        if float(value) > 0:
            return float(value)
    except (TypeError, ValueError):
        pass
    raise PrmSetupError(f"Expected {name} to be a number above 0, got {value!r}.")
