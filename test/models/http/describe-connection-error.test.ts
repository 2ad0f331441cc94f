import { describe, expect, it } from 'vitest';
import { describeConnectionError } from '../../../src/models/http/describe-connection-error.js';

const coded = (code: string) => Object.assign(new Error('low level\ntext'), { code });

describe('describeConnectionError', () => {
  it.each([
    [coded('ECONNREFUSED'), 'nobody listens there', true],
    [coded('ENOTFOUND'), 'its name is not known', false],
    [coded('ECONNRESET'), 'the connection was cut', true],
    [coded('CERT_HAS_EXPIRED'), 'the connection failed (CERT_HAS_EXPIRED)', false],
    [new AggregateError([coded('ECONNREFUSED'), coded('EHOSTUNREACH')]), 'nobody listens there', true],
    [new TypeError('fetch failed', { cause: coded('ETIMEDOUT') }), 'it cannot be reached', true],
    [new Error('odd\nthing'), 'the connection failed (odd thing)', true],
  ])('%s', (cause, reason, isRetryable) => {
    const error = describeConnectionError('http://host:1', cause);
    expect(error).toMatchObject({ kind: 'connection', isRetryable, cause });
    expect(error.message).toBe(`http://host:1: expected a model server, but ${reason}. Check the address and that the server runs.`);
  });
});
