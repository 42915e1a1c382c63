import { BootError } from '../boot/boot-error.js';
import type { Discovered } from './discover.js';
import type { ModuleManifest } from './manifest.js';

/** Every declared message has exactly one handler, and every handler's message is declared: else no start (I8). */
export function checkHandlers(manifests: readonly ModuleManifest[], discovered: Discovered): void {
  const faults = [
    ...faultsOf('handler', declared(manifests, 'commands'), discovered.commands),
    ...faultsOf('performer', declared(manifests, 'effects'), discovered.effects),
    ...manifests.flatMap(({ commands }) =>
      commands
        .filter(({ definition }) => !('audit' in definition))
        .map(({ definition }) => `${definition.name} declares neither an audit kind nor a reason for none`),
    ),
  ];
  if (faults.length > 0) throw new BootError(`The worker is incomplete: ${faults.join('; ')}.`);
}

function declared(manifests: readonly ModuleManifest[], part: 'commands' | 'effects'): Map<string, string> {
  return new Map(
    manifests.flatMap((manifest) => manifest[part].map(({ definition }) => [definition.name, manifest.name] as const)),
  );
}

function faultsOf(
  what: string,
  names: ReadonlyMap<string, string>,
  found: readonly { message: { definition: { name: string } }; name: string }[],
): string[] {
  const byMessage = new Map<string, string[]>();
  for (const { message, name } of found) {
    const known = byMessage.get(message.definition.name) ?? [];
    byMessage.set(message.definition.name, [...known, name]);
  }
  const missing = [...names]
    .filter(([name]) => !byMessage.has(name))
    .map(([name, module]) => `no ${what} for ${name}; add it to the providers of the ${module} worker module`);
  const doubled = [...byMessage]
    .filter(([, handlers]) => handlers.length > 1)
    .map(([name, handlers]) => `${String(handlers.length)} ${what}s for ${name} (${handlers.join(', ')}); keep one`);
  const strange = [...byMessage]
    .filter(([name]) => !names.has(name))
    .map(([name, handlers]) => `${handlers.join(', ')} handles ${name}, which no manifest declares`);
  return [...missing, ...doubled, ...strange];
}
