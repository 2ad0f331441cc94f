import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageVersions } from '../../src/jobs/package-versions.js';

const model = (dialect: string) => ({ info: { name: 'm', dialect, contextLength: null, endpoints: 1 } });
const optional = '@huggingface/transformers';

describe('packageVersions', () => {
  it('tells what this package is pinned to, and nothing of an optional package that no model runs in', () => {
    const versions = packageVersions([model('vllm')]);
    expect(versions).toMatchObject({ node: process.versions.node, 'prm-verifier': expect.stringMatching(/^\d/), zod: expect.stringMatching(/^\d/) });
    expect(versions).not.toHaveProperty([optional]);
  });

  it('tells the installed version of the package that ONNX models run in', () => {
    const { version } = JSON.parse(readFileSync(`node_modules/${optional}/package.json`, 'utf8')) as { version: string };
    expect(packageVersions([model('vllm'), model('onnx')])[optional]).toBe(version);
  });
});
