import { isDeepStrictEqual } from 'node:util';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { CommandClass } from '../../contracts/index.js';
import { COMMAND_HANDLER_METADATA } from '../../registry/cqrs-metadata.js';
import type { ManifestModule } from '../../registry/manifest.js';

/** A payload of each command by its name, as a sender would write it. */
export type Samples = Readonly<Record<string, unknown>>;

/**
 * What every command of a worker module keeps to: name, entity, audit declaration, exactly one handler, and a payload
 * that is the same after a journey as JSON. Returns one sentence for each fault:
 *
 *     expect(faultsOfContract(TaskWorkerModule, samples)).toEqual([]);
 */
export function faultsOfContract(module: ManifestModule, samples: Samples): string[] {
  const handlers = handlersOf(module);
  const { name: moduleName, commands } = module.manifest;
  const known = new Set<string>(commands.map(({ definition }) => definition.name));
  return [
    ...commands.flatMap((command) => faultsOf(command, moduleName, handlers, samples)),
    ...Object.keys(samples)
      .filter((name) => !known.has(name))
      .map((name) => `${name} has a sample and is no command of ${moduleName}`),
  ];
}

function faultsOf(command: CommandClass, module: string, handlers: readonly unknown[], samples: Samples): string[] {
  const { name, entity, payload, audit, upcasts } = command.definition;
  const handled = handlers.filter((handler) => handler === command).length;
  const checks: [boolean, string][] = [
    [new RegExp(`^${module}\\.[a-z][a-zA-Z]*$`).test(name) && name.length <= 80, 'is not named <module>.<camelCase>'],
    [entity in payload.shape, `names ${entity} as its entity, which its payload does not have`],
    ['none' in audit || audit.kind !== '', 'declares neither an audit kind nor a reason for none'],
    [handled === 1, `has ${String(handled)} handlers`],
    [(upcasts ?? []).every((upcast) => typeof upcast === 'function'), 'has an upcast that is no function'],
    [name in samples, 'has no sample'],
    [!(name in samples) || travels(command, samples[name]), 'is another command after a journey as JSON'],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => `${name} ${fault}`);
}

/** Parsed, sent as text and parsed again, it says the same. */
function travels(command: CommandClass, sample: unknown): boolean {
  const sent = command.from(sample);
  const text: unknown = JSON.parse(JSON.stringify(sent.payload));
  return isDeepStrictEqual(command.from(text).payload, sent.payload);
}

function handlersOf(module: ManifestModule): unknown[] {
  const providers: unknown = Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module);
  if (!Array.isArray(providers)) return [];
  return providers.flatMap((provider: unknown): unknown[] => {
    const handled: unknown =
      typeof provider === 'function' ? Reflect.getMetadata(COMMAND_HANDLER_METADATA, provider) : undefined;
    return handled === undefined ? [] : [handled];
  });
}
