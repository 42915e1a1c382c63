import { MODULE_METADATA } from '@nestjs/common/constants.js';

type Class = new (...inputs: never[]) => object;

const isClass = (value: unknown): value is Class => typeof value === 'function';

function listed(module: object, key: string): unknown[] {
  const values: unknown = Reflect.getMetadata(key, module);
  return Array.isArray(values) ? values : [];
}

/** Lists the controllers of module classes and of all that they import, without starting anything. */
export function controllersOf(modules: readonly unknown[]): Class[] {
  const classes = modules.filter(isClass);
  const inside = classes.flatMap((module) => controllersOf(listed(module, MODULE_METADATA.IMPORTS)));
  const own = classes.flatMap((module) => listed(module, MODULE_METADATA.CONTROLLERS)).filter(isClass);
  return [...new Set([...inside, ...own])];
}
