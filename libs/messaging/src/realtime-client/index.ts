export { RealtimeClient, type RealtimeClientOptions, type TopicHandlers } from './realtime-client.js';
export type { ClientClock, SocketLike } from './socket-like.js';
export { type TopicModel, TopicReplica } from './topic-replica.js';
