import { readFileSync } from 'node:fs';

interface PackageJson { name: string; version: string; dependencies: Record<string, string> }

/** Versions of this package and of what it is pinned to: they go into every manifest. */
export function packageVersions(): Record<string, string> {
  const { name, version, dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as PackageJson;
  return { node: process.versions.node, [name]: version, ...dependencies };
}
