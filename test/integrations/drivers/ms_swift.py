"""Registers the plugin in a stand-in of ms-swift and calls it as its GRPO trainer does: by name from `orms`, gathered."""
import asyncio
import sys
import types

from load import attempt, give, load, read_input


class AsyncORM:
    def __init__(self, args=None, **kwargs):
        self.args = args


rewards = types.ModuleType("swift.rewards")
rewards.AsyncORM, rewards.orms = AsyncORM, {}
sys.modules["swift"], sys.modules["swift.rewards"] = types.ModuleType("swift"), rewards
load("ms-swift/prm_plugin.py")

request = read_input()
reward = rewards.orms["prm"](args=None)


async def gathered():
    return (await asyncio.gather(reward(**request["columns"], trainer_state=None)))[0]


give({**attempt(lambda: asyncio.run(gathered())), "isOrm": isinstance(reward, AsyncORM)})
