import { defineCommand } from '../define-command.js';
import { connectionFlags, modelFlags } from '../flags/model-flags.js';
import { scoringFlags } from '../flags/scoring-flags.js';
import { shapingFlags } from '../flags/shaping-flags.js';
import { verifierFlags } from '../flags/verifier-flags.js';

const group = 'Server:';
const limits = 'Limits:';
const { apiKeyEnv: _, ...models } = modelFlags;

export const serveFlags = {
  port: { type: 'number', group, describe: 'Default 8080; 0: any free port' },
  host: { type: 'string', group, describe: 'Address to listen at (default 127.0.0.1; any other needs --api-key-env)' },
  apiKeyEnv: { type: 'string', group, describe: 'Name of the environment variable with the key that clients must send as `Authorization: Bearer …`' },
  dataset: { type: 'string', group, describe: 'Problems that trainers name by id or question: they bring the images that trainers do not send' },
  format: { type: 'string', group, describe: 'Format of the dataset (default: detected)' },
  onDatasetChange: { type: 'string', group, describe: 'When the dataset changes on disk: keep (default) serving what was read, and warn; or reload it' },
  images: { type: 'string', group, describe: 'Image root (default: the folder of the dataset; without one, paths are refused)' },
  wait: { type: 'number', group, describe: 'Seconds to wait at the start for model servers that are not up yet (default 0)' },
  allowImageUrls: { type: 'boolean', group, describe: 'Fetch image URLs of requests, from public addresses only' },
  onError: { type: 'string', group, describe: 'A measurement that failed is answered with 503 (fail, default), null, or this number in [0,1], where the protocol can carry it' },
  deadline: { type: 'number', group, describe: 'Seconds until a request is answered in any case (default 150)' },
  concurrency: { type: 'number', group, describe: 'Solutions that are verified at once (default: 4, with models 128)' },
  queue: { type: 'number', group, describe: 'Solutions that may wait before requests get 429 (default 1024)' },
  rolloutBatch: { type: 'number', group, describe: 'Solutions of /get_reward and /slime that are held and never refused (default 8192)' },
  weightProcess: { type: 'number', group, describe: 'Weight of the step scores in the reward (default 1)' },
  weightAnswer: { type: 'number', group, describe: 'Weight of a right final answer (default 0)' },
  weightFormat: { type: 'number', group, describe: 'Weight of a marked final answer (default 0)' },
  premises: { type: 'string', group, describe: 'both (default: leaving a premise undeclared gains nothing), declared, extracted' },
  rewardLog: { type: 'string', group, describe: 'File for one line a reward (numbers only), which prm hacking reads; continued where it is there' },
  rewardLogSize: { type: 'number', group, describe: 'Megabytes at which the log is put aside as FILE.1, FILE.2, …; none is deleted (default 256)' },
  canaryEvery: { type: 'number', group, describe: 'Every so many rewards, score spoiled copies of the solution and compare (default 0: never)' },
  canaryMargin: { type: 'number', group, describe: 'A copy counts when it gets more than the original by over this (default 0.05)' },
  canaryWindow: { type: 'number', group, describe: 'Copies of a kind that the alarm looks at (default 200)' },
  canaryShare: { type: 'number', group, describe: 'Alarm: more than this share of them counts, with the whole 95 % interval (default 0.1)' },
  prices: { type: 'string', group, describe: 'Price list (YAML), as of prm score: /metrics tells the cost' },
  drain: { type: 'number', group, describe: 'Seconds that requests in flight may take to end after SIGTERM (default 30)' },
  rateLimit: { type: 'number', group: limits, describe: 'Requests a second from one client (default: none on 127.0.0.1, else 1000)' },
  maxBody: { type: 'number', group: limits, describe: 'Megabytes of a request (default 32)' },
  maxHeld: { type: 'number', group: limits, describe: 'Megabytes of all requests that wait for their answers; beyond them 429 (default 1024)' },
  maxImages: { type: 'number', group: limits, describe: 'Images of a request (default 16)' },
  maxImagePixels: { type: 'number', group: limits, describe: 'Pixels of an image; larger ones are refused (default 40 million)' },
  maxSteps: { type: 'number', group: limits, describe: 'Steps of a response (default 1000)' },
  maxText: { type: 'number', group: limits, describe: 'Characters of a text (default 400,000)' },
  maxReceive: { type: 'number', group: limits, describe: 'Seconds that a client may take to send a request (default 60)' },
  maxResponses: { type: 'number', group: limits, describe: 'Responses of a request (default 256)' },
  ...shapingFlags,
  ...scoringFlags,
  ...verifierFlags,
  ...models,
  modelApiKeyEnv: { ...connectionFlags.apiKeyEnv, describe: 'Name of the environment variable that holds the key of the models' },
} as const;

export const serveCommand = defineCommand({
  command: 'serve',
  describe: 'Serve the verifier as a reward: OpenRLHF, slime, NeMo Gym, rerankers, and a native route',
  flags: serveFlags,
  examples: [['prm serve --dataset problems.jsonl --images images', 'Rewards at http://127.0.0.1:8080/get_reward']],
  load: async () => (await import('../bodies/serve.js')).serve,
});
