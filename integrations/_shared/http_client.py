"""A patient client of the reward server: what is refused or cut off is sent again until the deadline of its sample."""
import asyncio
import functools
import http.client
import json
import os
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from .answers import LOG_KEYS, _error_of, _parse, _refusal, _seconds
from .errors import PrmRefused, PrmSetupError, PrmUnscored, log
from .numbers import _finite, _positive

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
