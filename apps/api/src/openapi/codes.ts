import { type ErrorCode, generalCode, type RouteEntry } from '@foundry/messaging';

const general = (...codes: string[]): ErrorCode[] =>
  codes.map((code) => {
    const known = generalCode(code);
    if (!known) throw new Error(`${code} is no general code.`);
    return known;
  });

/** Every code that a route may give: its own, and the general ones that follow from its form. */
export function codesOfRoute({ path, method, definition, access, inputs }: RouteEntry): ErrorCode[] {
  const { role, demands, scope, operator, sessionOnly, administers } = access;
  const least = role ?? demands;
  const hasRole = (least !== undefined && least !== 'viewer') || operator || administers !== undefined;
  const readsBody = method !== 'GET' && (!access.public || access.signed);
  const found = [
    ...(access.public ? [] : general('auth.signed_out', 'token.invalid', 'token.expired', 'rate.limited')),
    ...(scope || sessionOnly ? general('token.scope_missing') : []),
    ...(method === 'GET' || access.public ? [] : general('csrf.refused')),
    ...(hasRole ? general('role.too_low') : []),
    ...(path.includes(':') ? general('resource.not_found') : []),
    ...(access.public ? [] : general('request.invalid')),
    ...(inputs.query && 'cursor' in inputs.query.shape ? general('cursor.invalid') : []),
    ...(readsBody ? general('request.malformed', 'request.too_large', 'request.media_type') : []),
    ...(access.signed ? general('rate.limited', 'service.unavailable', 'service.draining') : []),
    ...(definition.command
      ? general('idempotency.key_invalid', 'idempotency.key_reused', 'command.expired', 'command.cancelled')
      : []),
    ...(definition.ifMatch ? general('version.conflict', 'request.invalid') : []),
    ...(definition.ifMatch === 'required' ? general('version.required') : []),
    ...general('request.uri_too_long', 'service.failed'),
    ...(access.public ? [] : general('service.unavailable', 'service.draining')),
    ...(definition.problems ?? []),
  ];
  return [...new Map(found.map((code) => [code.code, code])).values()];
}
