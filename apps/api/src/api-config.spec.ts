import { describe, expect, it } from '@jest/globals';
import { ApiConfig, publicUrlOf } from './api-config.js';

const key = `k1:${Buffer.alloc(32).toString('base64')}`;
const read = (environment: Record<string, string>) =>
  ApiConfig.safeParse({ FOUNDRY_ENCRYPTION_KEYS: key, ...environment });

describe('the configuration of the API', () => {
  it('has defaults for all but the keys', () => {
    expect(read({})).toMatchObject({ success: true, data: { PORT: 3000, FOUNDRY_OPERATORS: [] } });
    expect(ApiConfig.safeParse({}).success).toBe(false);
  });

  it('is reached at its own port, unless told otherwise', () => {
    expect(publicUrlOf({ PORT: 4000 })).toBe('http://localhost:4000');
    expect(publicUrlOf({ PORT: 4000, PUBLIC_URL: 'https://foundry.example' })).toBe('https://foundry.example');
  });

  it.each([
    ['PUBLIC_URL', 'http://foundry.example'],
    ['PUBLIC_URL', 'ftp://localhost'],
    ['PORT', '70000'],
    ['FOUNDRY_OPERATORS', 'ada'],
    ['METRICS_TOKEN', 'short'],
    ['FOUNDRY_ENCRYPTION_KEYS', 'k1:short'],
  ])('refuses %s=%s', (name, value) => {
    expect(read({ [name]: value }).success).toBe(false);
  });

  it.each([
    ['PUBLIC_URL', 'https://foundry.example'],
    ['PUBLIC_URL', 'http://127.0.0.1:3000'],
    ['FOUNDRY_OPERATORS', '42, 77'],
    ['FOUNDRY_ENCRYPTION_KEYS', `${key}, ${key.replace('k1', 'k2')}`],
  ])('takes %s=%s', (name, value) => {
    expect(read({ [name]: value }).success).toBe(true);
  });
});
