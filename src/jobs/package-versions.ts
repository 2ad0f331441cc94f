import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ModelInUse } from '../verifiers/connect-job-models.js';

interface PackageJson { name: string; version: string; dependencies: Record<string, string> }

/** Runs ONNX models. Whoever uses them installs it, so its version is not pinned by this package. */
const onnxPackage = '@huggingface/transformers';

/** Versions of this package, of what it is pinned to, and of the optional package where a model runs in it: they go into every manifest. */
export function packageVersions(models: readonly Pick<ModelInUse, 'info'>[] = []): Record<string, string> {
  const { name, version, dependencies } = readPackage(new URL('../../package.json', import.meta.url));
  const onnxVersion = models.some(({ info }) => info.dialect === 'onnx') ? findInstalled(onnxPackage) : undefined;
  return { node: process.versions.node, [name]: version, ...dependencies, ...(onnxVersion === undefined ? {} : { [onnxPackage]: onnxVersion }) };
}

/** The version that an import from here would get. Its package.json is looked for as a file, since packages need not export theirs. */
function findInstalled(name: string): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => path.join(folder, name, 'package.json')).find((one) => existsSync(one));
  return file === undefined ? undefined : readPackage(file).version;
}

function readPackage(file: string | URL): PackageJson {
  return JSON.parse(readFileSync(file, 'utf8')) as PackageJson;
}
