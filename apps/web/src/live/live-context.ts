import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState } from './app-topic.js';
import type { Connection, Live } from './live.js';
import type { LiveTopic, TopicView } from './live-topic.js';
import type { OrganizationState } from './organization-topic.js';
import type { SandboxState } from './sandbox-topic.js';
import type { SessionState } from './session-topic.js';
import type { TaskState } from './task-topic.js';

export const LiveContext = createContext<Live | null>(null);

/** The socket of this tab. Only below the signed-in layout. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('This is shown to signed-in people only.');
  return live;
}

type Readable<S> = Pick<LiveTopic<S>, 'get' | 'subscribe'>;

export function useTopic<S>(topic: Readable<S>): TopicView<S> {
  return useSyncExternalStore(topic.subscribe, topic.get);
}

/** What only this person sees; it is there from the first paint on. */
export function useApp(): AppState {
  const { state } = useTopic(useLive().app);
  if (!state) throw new Error('The own topic ends with the session only.');
  return state;
}

export const useOrganization = (id: string): TopicView<OrganizationState> => useTopic(useLive().organization(id));

export const useTask = (id: string): TopicView<TaskState> => useTopic(useLive().task(id));
export const useSession = (id: string): TopicView<SessionState> => useTopic(useLive().session(id));

const NO_SANDBOX: TopicView<SandboxState> = { state: null, ended: null };
const nothing: Readable<SandboxState> = { get: () => NO_SANDBOX, subscribe: () => () => undefined };

/** Null: there is no machine, so nothing is asked. */
export function useSandbox(id: string | null): TopicView<SandboxState> {
  const live = useLive();
  return useTopic(id === null ? nothing : live.sandbox(id));
}

export function useConnection(): Connection {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, connection.get);
}
