const quoted = (role: string): string => `"${role.replaceAll('"', '""')}"`;

/**
 * The rights of the product's database role: it appends and reads, and moves the head. It cannot change or remove an
 * entry, its details or a checkpoint.
 */
export function grants(role: string): string[] {
  const to = quoted(role);
  return [
    `grant usage on schema audit_log to ${to}`,
    `grant select, insert on audit_log.entries, audit_log.details, audit_log.checkpoints to ${to}`,
    `grant select, insert, update on audit_log.heads to ${to}`,
    `grant select on audit_log.chain to ${to}`,
  ];
}
