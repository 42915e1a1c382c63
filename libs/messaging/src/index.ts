export { BootError } from './boot/boot-error.js';
export { refusedAddress } from './boot/refused-address.js';
export { readConfig } from './config/read-config.js';
export { Database } from './database/database.js';
export { prepareDatabase, type Preparation } from './database/migrate.js';
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
export { type ErrorCode, errorCode, errorCodesOf, statusOfKind } from './rejections/error-code.js';
export * from './realtime/event-stream.js';
export * from './realtime/history-reader.js';
export * from './realtime/topic-source.js';
export * from './realtime/viewers.js';
export { IdempotencyKeyReused, StaleLease, Unavailable } from './rejections/failures.js';
export { type Accepted, CommandSender, type Requested, type SendContext } from './sending/command-sender.js';
export { commandsUnderWay, type CommandUnderWay } from './sending/commands-under-way.js';
export { ask } from './queries/ask.js';
export { AuditPort } from './auditing/audit-records.js';
export { MessagingConfig } from './config/messaging-config.js';
export { Kernel, type KernelOptions } from './kernel/kernel.js';
export { ApiRuntime } from './kernel/api-runtime.js';
export { CommandServer } from './nest/command-server.js';
export { CommandClient } from './nest/command-client.js';
export { CommandContext, EffectContext } from './nest/contexts.js';
export { MessagingApiModule } from './nest/messaging-api.module.js';
export { MessagingWorkerModule } from './nest/messaging-worker.module.js';
export { InProcessTransport } from './transport/in-process/in-process-transport.js';
export { requestSpan, type RequestSpan } from './tracing/request-span.js';
export { startTracing, type StopTracing } from './tracing/start-tracing.js';
export { probeBroker } from './transport/amqp/probe-broker.js';
export { type Transport } from './transport/transport.js';
export { EffectFailed } from './effects/effect-failed.js';
export { RunningEffects } from './effects/running-effects.js';
export { type Log, silent } from './logging/log.js';
export { isUniqueViolation } from './database/failures.js';
export { derivedId } from './identity/derived-id.js';
export { type Fail, runProcess, type Stop } from './boot/run-process.js';
export { openToolDoor, type ToolDoor } from './sending/tool-door.js';
export { EntityAccess, type EntityRights, type KnownEntity } from './history/entity-access.js';
export { INSPECTOR_CONTROLLERS, InspectorApiModule } from './history/inspector-api.module.js';
export { KERNEL_MANIFEST, KERNEL_PARTITIONS } from './commands/kernel-manifest.js';
export { Topology } from './topology/topology.js';
export { Metrics } from './metrics/metrics.js';
export { mayReadMetrics } from './metrics/metrics-access.js';
export { Outbox, type PutContext } from './sending/outbox.js';
export { Encryption, NotReadable, type Place, type Sealed } from './security/encryption.js';
export { EncryptionKeys } from './security/encryption-keys.js';
export { KeyRing } from './security/key-ring.js';
export { rotateKeys, type Rotation } from './security/rotate-keys.js';
export type { SealedTable } from './security/sealed-table.js';
export { Secret } from './security/secret.js';
export { SecurityModule } from './security/security.module.js';
