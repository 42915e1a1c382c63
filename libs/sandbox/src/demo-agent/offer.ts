/** What the demo agent offers, for itself and for the lists of agents. */
export const DEMO_AGENT = {
  id: 'demo',
  name: 'Demo agent',
  version: '1.0.0',
  models: [
    { id: 'demo-steady', name: 'Demo, at reading pace' },
    { id: 'demo-quick', name: 'Demo, as fast as it can' },
  ],
  modes: [
    { id: 'default', name: 'Ask first' },
    { id: 'acceptEdits', name: 'Accept edits' },
    { id: 'plan', name: 'Plan only' },
    { id: 'bypassPermissions', name: 'Ask nothing' },
  ],
  reasoning: [
    { id: 'low', name: 'Low' },
    { id: 'high', name: 'High' },
  ],
  capabilities: {
    planMode: true,
    permissions: true,
    questions: true,
    toolCalls: true,
    toolResults: true,
    textMessages: true,
    images: true,
    fileAttachments: false,
    sessionLifecycle: true,
    errorEvents: true,
    reasoning: true,
    status: true,
    commandExecution: true,
    fileChanges: true,
    mcpTools: false,
    streamingDeltas: true,
  },
} as const;
