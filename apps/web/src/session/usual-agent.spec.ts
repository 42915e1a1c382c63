import { describe, expect, it } from '@jest/globals';
import type { AgentView } from '@foundry/sandbox/contracts';
import { usualAgent } from './usual-agent.js';

const agent = (id: string, installed: boolean, credentialsPresent: boolean): AgentView => ({
  id,
  name: id,
  version: null,
  installed,
  credentialsPresent,
  models: [],
  modes: [],
  reasoning: [],
  capabilities: {},
});
const AGENTS = [
  agent('claude', false, false),
  agent('codex', true, false),
  agent('pi', true, true),
  agent('demo', true, true),
];

describe('the agent of a new session', () => {
  it.each([
    ['demo', 'demo'],
    [null, 'pi'],
    ['claude', 'pi'],
    ['codex', 'pi'],
  ])('preferred %s is %s', (preferred, chosen) => {
    expect(usualAgent(AGENTS, preferred)).toBe(chosen);
  });

  it('is left to the server when none can run', () => {
    expect(usualAgent(AGENTS.slice(0, 2), null)).toBeNull();
  });
});
