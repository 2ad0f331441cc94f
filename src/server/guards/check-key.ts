import { createHash, timingSafeEqual } from 'node:crypto';

/** Makes a check of `Authorization: Bearer …` whose time tells nothing about the key, nor about its length. */
export function createKeyCheck(key: string): (authorization: string | undefined) => boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digest(key);
  return (authorization) => {
    const given = /^Bearer (.*)$/is.exec(authorization ?? '')?.[1];
    return timingSafeEqual(digest(given ?? ''), expected) && given !== undefined;
  };
}
