import type { Attempt } from '@foundry/messaging';
import type { RunTurn } from '../../contracts/index.js';
import type { TurnTranscript } from '../../transcript/turn-transcript.js';
import type { Prompts } from './prompt.js';
import type { AgentLimits } from './turn-limits.js';
import type { TurnLine } from './turn-line.js';
import type { AgentCost, TurnRow, TurnRows } from './turn-rows.js';

/** What a turn is run with. */
export interface TurnParts {
  payload: RunTurn['payload'];
  row: TurnRow & { agentSessionId: string };
  attempt: Attempt;
  limits: AgentLimits;
  rows: TurnRows;
  prompts: Prompts;
  line: TurnLine;
  transcript: TurnTranscript;
  clean: (text: string) => string;
  cost: AgentCost | null;
}
