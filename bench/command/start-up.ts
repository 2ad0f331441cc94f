// Time of `prm --help` as a whole process, beside a bare `node -e 0`.
import { spawnSync } from 'node:child_process';

const rounds = Number(process.argv[2] ?? 15);
const timeOf = (args: readonly string[]): number => {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
};
const help: number[] = [];
const bare: number[] = [];
for (let round = 0; round < rounds; round++) {
  help.push(timeOf(['dist/cli/main.js', '--help']));
  bare.push(timeOf(['-e', '0']));
}
const median = (times: number[]): number => Math.round(times.sort((a, b) => a - b)[times.length >> 1] ?? NaN);
console.table([{ rounds, 'prm --help, median ms': median(help), 'max ms': Math.round(Math.max(...help)), 'node -e 0, median ms': median(bare) }]);
