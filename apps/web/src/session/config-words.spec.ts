import { describe, expect, it } from '@jest/globals';
import { configWords } from './config-words.js';
import { ConfigData } from './item-data.js';

const before = { model: 'steady', mode: null, reasoning: null };
const by = { userId: '7', login: 'ana', avatarUrl: null };

describe('a change of the agent', () => {
  it('says who chose what', () => {
    const data = ConfigData.parse({ ...before, model: 'quick', mode: 'plan', before, by, code: null });
    expect(configWords(data)).toBe('@ana chose the model quick and the mode plan.');
  });

  it('says it by the names that the agent has for it', () => {
    const data = ConfigData.parse({ ...before, model: 'quick', reasoning: 'x', before, by, code: null });
    const offers = { models: [{ id: 'quick', name: 'Quick as light' }], modes: [], reasoning: [] };
    expect(configWords(data, offers)).toBe('@ana chose the model Quick as light and the reasoning x.');
  });

  it('says that what is usual was chosen', () => {
    const data = ConfigData.parse({ ...before, model: null, before, by, code: null });
    expect(configWords(data)).toBe('@ana chose the model that is usual.');
  });

  it('says what the agent refused', () => {
    const data = ConfigData.parse({ ...before, before: { ...before, model: 'huge' }, by: null, code: 'model.gone' });
    expect(configWords(data)).toBe('The agent did not take the model huge; it works as before.');
  });
});
