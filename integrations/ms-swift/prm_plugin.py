"""Reward of `prm serve` for ms-swift: `--external_plugins integrations/ms-swift/prm_plugin.py --reward_funcs prm`.

Unscored: the mean of the scored completions of the same problem, so that its advantage is 0; raises when none of them was scored. (None
would become 0 where this is the only reward function.) PRM_ON_UNSCORED=none, raise or a number changes that.
Images: not sent; a dataset column `id` names the item, else the last user message.
Settings: PRM_SERVER_URL, PRM_API_KEY, PRM_DEADLINE (seconds a sample, default 600), PRM_CONCURRENCY (128). See docs/trainers.md.
"""
from __future__ import annotations

# >>> shared: copied from integrations/_shared by scripts/make-integrations.mjs; change it there
import asyncio
import functools
import http.client
import json
import logging
import math
import os
import random
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit


log = logging.getLogger("prm")


class PrmError(Exception):
    """A reward that could not be had."""


class PrmSetupError(PrmError):
    """Address, key or dataset are wrong: every sample would fail, so training has to stop."""


class PrmUnscored(PrmError):
    """One sample could not be measured."""


class PrmRefused(PrmUnscored):
    """The server refuses one sample for its image. Where it refuses all of them, the image root is wrong."""


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


ID_KEYS = ("id", "problem_id", "item_id", "question_id")
ANSWER_KEYS = ("ground_truth", "expected_answer", "answer", "solution")


def make_sample(question, response, label):
    """A sample as POST /get_reward has it: the server cuts the response out of the query by the prompt."""
    prompt = question or "\n"  # An empty line where the trainer gives no question: then the label names the item.
    return {"query": prompt + response, "prompt": prompt, "label": label}


def mark_image(question):
    """A question whose image stays here: a server without the dataset then refuses it, rather than judging blindly."""
    return question if "<image>" in question else "<image>" + question


def groups_of(samples):
    """What is equal for the samples of one problem."""
    return [json.dumps([sample["prompt"], sample["label"]], default=str) for sample in samples]


def make_label(truth, extra=None):
    """What names the item, as the server reads it: `{"id": …, "index": …, "answer": …}`, or the answer alone, which may as well be a bare id."""
    clues = clues_of(truth, extra)
    return clues if "id" in clues or "index" in clues else clues.get("answer")


def clues_of(truth, extra=None):
    """Id, index and answer, as far as `truth` (a mapping, its JSON text, a plain value) and what stands beside it say them.

    The answer of `extra` counts only where the truth gives none: GSM8K, for one, has its whole rationale there.
    """
    truth, extra = _fields(truth), _fields(extra)
    found = {"id": _first(extra, ID_KEYS) or _first(truth, ID_KEYS), "index": _first(extra, ("index",)) or _first(truth, ("index",))}
    found["answer"] = _answer(truth) or _answer(extra)
    return {name: values[0] for name, values in found.items() if values}


def _fields(source):
    """A source as a mapping; a plain value is an answer."""
    source = _plain(source)
    if isinstance(source, str) and source.lstrip().startswith("{"):
        try:
            source = json.loads(source)
        except ValueError:
            pass
    if isinstance(source, Mapping):
        return source
    return {} if source is None or isinstance(source, str) and not source else {"ground_truth": source}


def _answer(fields):
    """The answer, in a list. Of `answer` and `solution` one is often a whole rationale: the shorter is the answer."""
    either = [*_first(fields, ("answer",)), *_first(fields, ("solution",))]
    return _first(fields, ("ground_truth", "expected_answer")) or sorted(either, key=lambda value: len(str(value)))[:1]


def _first(fields, keys):
    """The first scalar under one of the keys, in a list, which is empty where there is none."""
    values = (_plain(fields.get(key)) for key in keys)
    return [value for value in values if isinstance(value, (str, int, float)) and value != ""][:1]


def _plain(value):
    """Numbers of numpy and torch as numbers; a number that is none (a missing cell) as None."""
    try:
        value = value if isinstance(value, Mapping) else value.item()
    except (AttributeError, ValueError, RuntimeError):
        pass
    return None if isinstance(value, float) and not math.isfinite(value) else value


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


RETRIED = frozenset((408, 425, 429, 500, 502, 503, 504))
# Tries after which the verifier is asked whether it is well; if so, a sample that it fails on once more is given up.
PATIENCE = 4


class PrmClient:
    """Asks a reward server, patiently: what is refused or cut off is sent again until the deadline of the sample."""

    def __init__(self, url=None, key=None, deadline=None, concurrency=None, *, default_deadline=600.0):
        self.url = url or os.environ.get("PRM_SERVER_URL") or "http://127.0.0.1:8080"
        self._address = urlsplit(self.url)
        if self._address.scheme not in ("http", "https") or not self._address.hostname:
            raise PrmSetupError(f"Expected PRM_SERVER_URL like http://127.0.0.1:8080, got {self.url!r}.")
        self._key = key or os.environ.get("PRM_API_KEY") or None
        self.deadline = _positive("PRM_DEADLINE", deadline, default_deadline)
        self.concurrency = int(_positive("PRM_CONCURRENCY", concurrency, 128))
        self._first_call = threading.Lock()  # Taken for good by the first call that does not show a wrong set-up.
        self.training_step = None  # Where the trainer tells it, it goes into the reward log of the server.

    @functools.cached_property
    def threads(self):
        """Threads for async callers, whose event loop has too few of its own."""
        return ThreadPoolExecutor(self.concurrency, thread_name_prefix="prm")

    def ends(self):
        """When the deadline of what comes in now is over, on the monotonic clock."""
        return time.monotonic() + self.deadline

    def rewards(self, samples, stop=None, ends=None):
        """One answer a sample, in order: `{"reward": …, <LOG_KEYS>}`, or the PrmUnscored that says why there is none."""
        return self.each(self.reward, samples, stop, ends)

    async def rewards_async(self, samples, ends=None):
        """As `rewards`, without blocking the event loop; a caller that is cancelled ends the retries."""
        stop = threading.Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, self.rewards, samples, stop, ends)
        finally:
            stop.set()

    def each(self, ask, samples, stop=None, ends=None):
        """Calls `ask(sample, stop, ends)` on every sample at once. A set-up error ends all of it; a first call of which all is refused is one."""
        is_first = len(samples) > 0 and self._first_call.acquire(blocking=False)
        stop = stop or threading.Event()

        def one(sample):
            try:
                if stop.is_set():
                    raise PrmUnscored("Another sample showed that the set-up is wrong.")
                return ask(sample, stop, ends)
            except PrmUnscored as error:
                log.warning("unscored: %s", error)
                return error
            except BaseException:
                stop.set()
                raise

        if len(samples) <= 1:
            answers = [one(sample) for sample in samples]
        else:
            with ThreadPoolExecutor(min(self.concurrency, len(samples)), thread_name_prefix="prm") as threads:
                answers = list(threads.map(one, samples))
        if is_first and all(isinstance(answer, PrmRefused) for answer in answers):
            self._first_call.release()  # A trainer that tries again is told again.
            raise PrmSetupError(f"{self.url} refused every sample of the first call: {answers[0]} Do --dataset and --images of `prm serve` belong together?") from answers[0]
        return answers

    def reward(self, sample, stop=None, ends=None):
        """The reward of one sample (see make_sample). Raises PrmSetupError, PrmUnscored."""
        body = {"query": [sample["query"]], "prompts": [sample["prompt"]], "labels": [sample["label"]]}
        answer = self.post("/get_reward", body, stop, ends)
        try:
            (reward,), logs = answer["rewards"], answer["extra_logs"]
            return {"reward": _finite(reward), **{key: _finite(logs[key][0]) for key in LOG_KEYS}}
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise PrmSetupError(f"Expected rewards from {self.url}, got another answer ({error!r}). Are server and shim of one version?") from error

    def post(self, path, body, stop=None, ends=None):
        """Sends until there is an answer, or until `ends`; by default the deadline begins now. Raises PrmSetupError, PrmUnscored."""
        data = json.dumps(body, allow_nan=False, default=str).encode()
        stop = stop or threading.Event()
        ends = self.ends() if ends is None else ends
        if time.monotonic() >= ends:
            raise PrmUnscored(f"No thread was free within {self.deadline:g} s to ask {self.url}: raise PRM_CONCURRENCY, or send fewer samples at once.")
        trial, told, was_ready = 0, "", False
        while True:
            trial += 1
            try:
                status, retry_after, text = self._send("POST", path, data, ends)
                kind, message = _error_of(text)
                reason = told = f"HTTP {status} {message}"
            except (OSError, http.client.HTTPException) as error:
                status, retry_after, kind, reason = 503, None, "", f"{type(error).__name__}: {error}"
            if status == 200:
                return _parse(text, self.url)
            if status not in RETRIED:
                raise _refusal(status, text, self.url)
            if kind == "verifier" and was_ready:
                raise PrmUnscored(f"The verifier of {self.url} answers, but not on this sample: {reason}")
            was_ready = kind == "verifier" and trial >= PATIENCE and self._is_ready(ends)
            # Jitter keeps the samples of a batch from coming back all at once.
            wait = random.uniform(0.5, 1) * min(30, 0.25 * 2 ** min(trial, 10))
            wait = max(wait, (retry_after or 0) * random.uniform(1, 1.25))
            if stop.is_set() or time.monotonic() + wait >= ends:
                raise PrmUnscored(f"No answer of {self.url} within {self.deadline:g} s and {trial} tries: {told or reason}")
            log.info("try %d failed, again in %.1f s: %s", trial, wait, reason)
            stop.wait(wait)

    def _is_ready(self, ends):
        """Whether the verifier behind the server answers at all."""
        try:
            return self._send("GET", "/ready", None, ends)[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def _send(self, method, path, data, ends):
        secure = self._address.scheme == "https"
        connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        left = max(0.05, ends - time.monotonic())
        connection = connect(self._address.hostname, self._address.port, timeout=left)
        headers = {"Content-Type": "application/json", "X-Request-Timeout": f"{left:.2f}", "Connection": "close"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        if isinstance(self.training_step, int):
            headers["X-Training-Step"] = str(self.training_step)
        try:
            connection.connect()
            sock = connection.sock
            try:
                sock.settimeout(max(0.05, ends - time.monotonic()))
                connection.request(method, self._address.path.rstrip("/") + path, data, headers)
            except (BrokenPipeError, ConnectionResetError):
                pass  # A server that refuses early has answered before it read everything.
            sock.settimeout(max(0.05, ends - time.monotonic()))
            response = connection.getresponse()
            parts = []
            while True:
                sock.settimeout(max(0.05, ends - time.monotonic()))
                part = response.read1(65536)
                if not part:
                    break
                parts.append(part)
                if time.monotonic() > ends:
                    raise TimeoutError("the answer did not end in time")
            length = response.getheader("Content-Length")
            text = b"".join(parts)
            if length is not None and len(text) < int(length):
                raise http.client.IncompleteRead(text)
            return response.status, _seconds(response.getheader("Retry-After")), text
        finally:
            connection.close()


@functools.lru_cache(maxsize=16)
def client_for(url=None, key=None, deadline=None, concurrency=None, default_deadline=600.0):
    """One client for equal settings. What is not given comes from PRM_SERVER_URL, PRM_API_KEY, PRM_DEADLINE, PRM_CONCURRENCY."""
    return PrmClient(url, key, deadline, concurrency, default_deadline=default_deadline)


def rewards_of(answers):
    """The numbers of answers; what is unscored stays as it is."""
    return [answer if isinstance(answer, PrmUnscored) else answer["reward"] for answer in answers]


def fill_unscored(rewards, groups, mode):
    """Puts what `mode` says where a reward is a PrmUnscored: `none`, `raise`, `group-mean` (of the scored ones of its group), or a number."""
    scored = {}
    for reward, group in zip(rewards, groups):
        if not isinstance(reward, PrmUnscored):
            scored.setdefault(group, []).append(reward)
    means = {group: math.fsum(known) / len(known) for group, known in scored.items()}

    def settle(reward, group):
        if not isinstance(reward, PrmUnscored):
            return reward
        if mode == "none":
            return None
        if mode == "group-mean" and group in means:
            return means[group]
        if mode in ("raise", "group-mean"):
            raise reward
        return mode

    return [settle(reward, group) for reward, group in zip(rewards, groups)]


def unscored_mode(given, default, allowed):
    """How unscored samples are settled: the argument, PRM_ON_UNSCORED, or the trainer's own way."""
    mode = given if given is not None else os.environ.get("PRM_ON_UNSCORED") or default
    if mode in allowed:
        return mode
    try:
        return _finite(float(mode))
    except (TypeError, ValueError):
        raise PrmSetupError(f"Expected PRM_ON_UNSCORED to be {', '.join(allowed)} or a number, got {mode!r}.") from None


# <<< shared

try:
    from swift.rewards import AsyncORM, orms
except ImportError:
    try:
        from swift.plugin import AsyncORM, orms
    except ImportError:  # Outside ms-swift: the class still works, and nothing is registered.
        AsyncORM, orms = object, {}


class PrmReward(AsyncORM):
    """One number in [0,1] a completion. Subclass it to change `client` or `label`."""

    def __init__(self, args=None, **kwargs):
        if AsyncORM is not object:
            super().__init__(args, **kwargs)
        self.args = args

    def client(self):
        return client_for()

    def label(self, row):
        """What names the item of a row of the dataset."""
        return make_label({key: row[key] for key in (*ID_KEYS, "index", *ANSWER_KEYS) if key in row})

    async def __call__(self, completions, messages=None, images=None, **columns):
        columns = {**columns, "messages": messages, "images": images}
        rows = [
            {key: column[at] for key, column in columns.items() if isinstance(column, (list, tuple)) and len(column) == len(completions)}
            for at in range(len(completions))
        ]
        mode = unscored_mode(None, "group-mean", ("none", "group-mean", "raise"))
        samples = [make_sample(_question(row), completion, self.label(row)) for row, completion in zip(rows, completions)]
        client = self.client()
        client.training_step = getattr(columns.get("trainer_state"), "global_step", None)
        return fill_unscored(rewards_of(await client.rewards_async(samples)), groups_of(samples), mode)


orms["prm"] = PrmReward


def _question(row):
    """The last user message. An image leaves its mark."""
    asked = next((turn["content"] for turn in reversed(row.get("messages") or []) if turn.get("role") == "user"), "")
    if not isinstance(asked, str):
        asked = "\n".join(str(part.get("text") or "") for part in asked if isinstance(part, Mapping)).strip()
    return mark_image(asked) if row.get("images") else asked
