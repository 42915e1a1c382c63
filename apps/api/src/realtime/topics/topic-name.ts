import { MAX_TOPIC_LENGTH } from '@foundry/messaging/contracts';

export interface TopicName {
  /** `organization` of `organization:42`; also the label in metrics. */
  kind: string;
  id: string;
}

const FORM = /^([a-z][a-z-]*):(.+)$/;

/** Takes a topic apart; null when it has no name, no id or more than 120 characters. */
export function parseTopicName(topic: string): TopicName | null {
  if (topic.length > MAX_TOPIC_LENGTH) return null;
  const [, kind, id] = FORM.exec(topic) ?? [];
  return kind !== undefined && id !== undefined ? { kind, id } : null;
}

/** The kind of a topic that was accepted before. */
export const kindOf = (topic: string): string => topic.slice(0, topic.indexOf(':'));
