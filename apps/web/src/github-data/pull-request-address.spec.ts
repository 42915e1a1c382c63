import { describe, expect, it } from '@jest/globals';
import { pullRequestAddress } from './pull-request-address.js';

describe('the address of a pull request', () => {
  it.each([
    ['https://github.com/acme/web/pull/7', { repository: 'acme/web', number: 7 }],
    [' https://github.com/acme/web.js/pull/42/files#diff-1 ', { repository: 'acme/web.js', number: 42 }],
    ['http://127.0.0.1:4100/harbour-goods/shop/pull/3?w=1', { repository: 'harbour-goods/shop', number: 3 }],
  ])('%s names it', (text, named) => {
    expect(pullRequestAddress(text)).toEqual(named);
  });

  it.each(['', 'Fix https://github.com/acme/web/pull/7', 'https://github.com/acme/web/issues/7', 'javascript:pull/7'])(
    '%s names none',
    (text) => {
      expect(pullRequestAddress(text)).toBeNull();
    },
  );
});
