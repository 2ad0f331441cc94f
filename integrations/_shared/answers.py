"""Reads what the server answered."""
import json
import time
from email.utils import parsedate_to_datetime

from .errors import PrmRefused, PrmSetupError, PrmUnscored

# What stands beside every reward: always these keys, always finite numbers (`extra_logs` of POST /get_reward).
LOG_KEYS = (
    "process", "answer", "answer_known", "format", "steps", "step_min", "step_mean",
    "visual_steps", "coverage", "claims", "contradicted", "unscored",
)


def _refusal(status, text, url):
    kind, message = _error_of(text)
    if status == 413:
        return PrmUnscored(f"HTTP {status} {message}")
    if kind == "image":
        return PrmRefused(f"HTTP {status} {message}")
    hint = {401: " Set PRM_API_KEY.", 403: " Set PRM_API_KEY, or ask at 127.0.0.1.", 404: " Does PRM_SERVER_URL lead to `prm serve`?"}
    return PrmSetupError(f"{url} refused: HTTP {status} {message}{hint.get(status, '')}")


def _error_of(text):
    try:
        error = json.loads(text)["error"]
        return str(error["type"]), str(error["message"])
    except (ValueError, KeyError, TypeError):
        return "", text[:200].decode(errors="replace")


def _parse(text, url):
    try:
        return json.loads(text)
    except ValueError as error:
        raise PrmSetupError(f"Expected JSON from {url}, got {text[:80]!r}.") from error


def _seconds(value):
    """Retry-After in seconds, from a number or a date."""
    try:
        return max(0.0, float(value))
    except (TypeError, ValueError):
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
