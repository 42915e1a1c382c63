import { z } from 'zod';

/** What the kernel reads from the environment. Everything else about it is data in code. */
export const MessagingConfig = z.object({
  /** Postgres, as `postgres://user:password@host:port/database`. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  /** The role that owns the schemas and runs migrations, where it is another than the product's. */
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  /** RabbitMQ, as `amqp://user:password@host:port/vhost`. Absent: the in-process transport (one process only). */
  AMQP_URL: z.url({ protocol: /^amqps?$/, error: 'must be an amqp:// address' }).optional(),
  /** Prefix of exchanges and of the queues of one installation on a broker shared by several. */
  AMQP_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z 0-9 -')
    .default('foundry'),
  /** Partitions for each module, fixed at the first start. */
  MESSAGING_PARTITIONS: z.coerce.number().int().min(1).max(64).default(8),
  /** Days that settled commands stay in the history; at least 7. */
  HISTORY_DAYS: z.coerce.number().int().min(7).max(3650).default(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});
export type MessagingConfig = z.infer<typeof MessagingConfig>;
