import type { AgentView } from '@foundry/sandbox/contracts';
import { createContext, useContext } from 'react';

/** Where an entry of a transcript stands, for what can be done there. */
export interface SessionPlace {
  readonly organizationId: string;
  readonly taskId: string;
  readonly sessionId: string;
  /** The agent of the session; null: nobody knows what it offers. */
  readonly agent: AgentView | null;
  /** False for those who may only look, and where the task is closed. */
  readonly mayAct: boolean;
}

export const SessionPlaceContext = createContext<SessionPlace | null>(null);

export function useSessionPlace(): SessionPlace {
  const place = useContext(SessionPlaceContext);
  if (!place) throw new Error('This stands in a session only.');
  return place;
}
