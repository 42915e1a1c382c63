export { BootError } from './boot/boot-error.js';
export { readConfig } from './config/read-config.js';
export { Database } from './database/database.js';
export { type SqlRunner, statement } from './database/sql.js';
export type { Attempt, Signal } from './effects/attempt.js';
export { type Failure, PerformEffect, type PerformsEffect } from './effects/effect-handler.js';
export { Handler } from './handling/handler.js';
export type { EntityClass, ReadTx, Tx } from './handling/tx.js';
export { FramesOf, type ReactsTo, ReactTo, type ShowsFrames } from './reactions/reaction.js';
export type { ManifestModule, ModuleManifest, RecurringSchedule } from './registry/manifest.js';
export {
  Invalid,
  NotFound,
  Rejection,
  type RejectionOptions,
  RoleTooLow,
  VersionConflict,
} from './rejections/rejection.js';
export * from './health/index.js';
export * from './http/index.js';
export { type ErrorCode, errorCode, statusOfKind } from './rejections/error-code.js';
export * from './realtime/event-stream.js';
export * from './realtime/history-reader.js';
export * from './realtime/topic-source.js';
export { IdempotencyKeyReused, StaleLease, Unavailable } from './rejections/failures.js';
export { type Accepted, CommandSender, type Requested, type SendContext } from './sending/command-sender.js';
export { ask } from './queries/ask.js';
