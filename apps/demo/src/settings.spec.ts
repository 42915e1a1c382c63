import { describe, expect, it } from '@jest/globals';
import { settings } from './settings.js';

const least = { GITHUB_STAND_IN_FOLDER: '/tmp/x' };

describe('the settings of a process', () => {
  it('are the demo without App and control when only the folder is named', () => {
    expect(settings(least)).toMatchObject({
      seed: { kind: 'demo' },
      app: null,
      control: false,
      port: 4010,
      latency: 0,
    });
  });

  it('take a size', () => {
    const { seed } = settings({ ...least, GITHUB_STAND_IN_SEED: 'scaled:500,5000,200' });
    expect(seed).toEqual({ kind: 'scaled', scale: { repositories: 500, pulls: 5000, members: 200 } });
  });

  it('find the product’s addresses below its own', () => {
    const { app } = settings({ ...least, GITHUB_STAND_IN_PRODUCT_URL: 'http://127.0.0.1:3000' });
    expect(app?.webhookUrl).toBe('http://127.0.0.1:3000/v1/webhooks/github');
  });

  it.each([
    [{}],
    [{ ...least, GITHUB_STAND_IN_SEED: 'huge' }],
    [{ ...least, GITHUB_STAND_IN_PORT: 'x' }],
    [{ ...least, GITHUB_STAND_IN_PRODUCT_URL: 'nowhere' }],
  ])('refuse %j', (environment) => {
    expect(() => settings(environment)).toThrow();
  });
});
