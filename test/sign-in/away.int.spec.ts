import 'reflect-metadata';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Product } from '../../libs/github-data/src/testing/product.js';
import { freePort } from '../set-up/installation.js';
import { Visitor } from '../set-up/visitor.js';

describe('signing in while broker and worker are away', () => {
  let product: Product;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${String(port)}`;
    product = await Product.prepare({
      productUrl: url,
      environment: ({ webUrl }) => ({ HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, GITHUB_WEB_URL: webUrl }),
    });
  });
  afterAll(() => product.stop());

  it('is done without them, and organizations appear by themselves when both are back', async () => {
    product.wire.cut();
    await product.start('api');
    const mira = new Visitor(url);
    await mira.signIn('mira-okafor');
    expect((await mira.app()).organizations).toEqual([]);

    product.wire.mend();
    await product.start('worker');
    await eventually(async () => {
      const logins = (await mira.app()).organizations.map(({ login }) => login);
      expect(logins).toContain('harbour-goods');
    }, 60_000);
  });
});
