import { describe, expect, it } from '@jest/globals';
import { imageTypeOf } from './image-type.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('the type of an image', () => {
  it.each([
    ['image/png', bytes('\x89PNG\r\n\x1a\nrest')],
    ['image/jpeg', bytes('\xff\xd8\xff\xe0rest')],
    ['image/gif', bytes('GIF89arest')],
    ['image/gif', bytes('GIF87arest')],
    ['image/webp', bytes('RIFF\n\x00\x00\x00WEBPVP8 ')],
  ])('is %s by its first bytes', (type, content) => {
    expect(imageTypeOf(content)).toBe(type);
  });

  it.each([
    ['a drawing that runs scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a page', bytes('<!doctype html>')],
    ['nothing', bytes('')],
    ['half a mark', bytes('\x89PNG')],
    ['a sound in the same wrapping', bytes('RIFF\x00\x00\x00\x00WAVE')],
  ])('is none for %s', (_what, content) => {
    expect(imageTypeOf(content)).toBeNull();
  });
});
