import { Module } from '@nestjs/common';
import { CloseAgentEffect } from './effects/agent/close-agent.effect.js';
import { ConfigureAgentEffect } from './effects/agent/configure-agent.effect.js';
import { Prompts } from './effects/agent/prompt.js';
import { RunTurnEffect } from './effects/agent/run-turn.effect.js';
import { StartAgentEffect } from './effects/agent/start-agent.effect.js';
import { AgentLimits } from './effects/agent/turn-limits.js';
import { TurnRows } from './effects/agent/turn-rows.js';
import { GIT_EFFECTS } from './effects/git/git-effects.js';
import { manifest } from './manifest.js';
import { TaskDecisionsModule } from './task-decisions.module.js';

/** The effects of this module, and what those that speak with agents need of it. */
export const TASK_PERFORMERS = [
  StartAgentEffect,
  RunTurnEffect,
  ConfigureAgentEffect,
  CloseAgentEffect,
  ...GIT_EFFECTS,
  TurnRows,
  Prompts,
];

/** What the worker runs of this module: its decisions, and the effects that speak with agents and git. */
@Module({
  imports: [TaskDecisionsModule],
  providers: [...TASK_PERFORMERS, { provide: AgentLimits, useFactory: () => new AgentLimits() }],
})
export class TaskWorkerModule {
  static readonly manifest = manifest;
}
