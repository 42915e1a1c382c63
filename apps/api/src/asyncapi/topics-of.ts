import { TOPIC_METADATA } from '@foundry/messaging';
import { MODULE_METADATA } from '@nestjs/common/constants.js';

/** The inspector's, which belongs to no module. */
const OWN = ['history'];

const listed = (module: object, key: string): unknown[] => {
  const values: unknown = Reflect.getMetadata(key, module);
  return Array.isArray(values) ? values : [];
};

/** The kinds of topics that modules show, and that of the API itself; from the classes, without starting anything. */
export function topicsOf(modules: readonly object[]): string[] {
  const kinds = modules
    .flatMap((module) => listed(module, MODULE_METADATA.PROVIDERS))
    .map((provider): unknown =>
      typeof provider === 'function' ? Reflect.getMetadata(TOPIC_METADATA, provider) : undefined,
    )
    .filter((kind) => typeof kind === 'string');
  return [...new Set([...OWN, ...kinds])].sort();
}
