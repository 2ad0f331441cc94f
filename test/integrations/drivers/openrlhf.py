"""Calls the reward function as OpenRLHF does: one sample a call, each in a thread of the event loop."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

from load import attempt, give, load, read_input

reward_func = load("openrlhf/prm_reward.py").reward_func


async def call(samples):
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(64))

    async def one(sample):
        return await asyncio.to_thread(attempt, lambda: reward_func([sample["query"]], [sample["prompt"]], [sample["label"]]))

    return await asyncio.gather(*map(one, samples))


def plain(answer):
    if "value" in answer:
        listed = lambda value: value.tolist() if hasattr(value, "tolist") else value
        value = answer["value"]
        answer["value"] = {"rewards": listed(value["rewards"]), "scores": listed(value["scores"]), "extra_logs": {key: listed(one) for key, one in value["extra_logs"].items()}}
    return answer


give([plain(answer) for answer in asyncio.run(call(read_input()))])
