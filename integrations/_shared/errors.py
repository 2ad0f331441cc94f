"""What can go wrong with a reward, and where its log goes."""
import logging

log = logging.getLogger("prm")


class PrmError(Exception):
    """A reward that could not be had."""


class PrmSetupError(PrmError):
    """Address, key or dataset are wrong: every sample would fail, so training has to stop."""


class PrmUnscored(PrmError):
    """One sample could not be measured."""


class PrmRefused(PrmUnscored):
    """The server refuses one sample for its image. Where it refuses all of them, the image root is wrong."""
