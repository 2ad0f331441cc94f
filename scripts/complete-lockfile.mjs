// Adds to package-lock.json the optional packages of other platforms that the registry in use did not offer, as npm itself
// writes them but without a checksum. Without these entries `npm ci` calls the lock file out of sync.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', linuxmusl: 'linux', openharmony: 'openharmony', win32: 'win32' };
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'loong64', 'wasm32'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const owner of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(owner.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] !== undefined) continue;
    const words = name.split(/[/-]/);
    const os = words.map((word) => systems[word]).find(Boolean);
    const cpu = processors.find((processor) => words.includes(processor));
    if (os === undefined || cpu === undefined) {
      console.error(`left out ${name}: no platform in its name`);
      continue;
    }
    const libc = words.some((word) => /^musl|musl$/.test(word)) ? ['musl'] : words.includes('gnu') && os === 'linux' ? ['glibc'] : undefined;
    lock.packages[key] = { version: range.replace(/^[^\d]*/, ''), cpu: [cpu], ...(owner.dev ? { dev: true } : {}), ...(libc ? { libc } : {}), optional: true, os: [os] };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added} packages`);
