import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { BootError } from '../boot/boot-error.js';
import { type Access, ACCESS_METADATA } from './access.js';
import { type Inputs, inputsOf } from './input.js';
import { type RouteDefinition, routeOf } from './route.js';

/** One route of the API with all that is declared about it. */
export interface RouteEntry {
  method: string;
  /** `/v1/commands/:commandId`. */
  path: string;
  definition: RouteDefinition;
  access: Access;
  inputs: Inputs;
}

/** Lists the routes of a controller class, from its decorators alone. Throws `BootError` for a route without `@Route`. */
export function routesOf(controller: { prototype: object }): RouteEntry[] {
  const { prototype } = controller;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => routeAt(prototype, name));
}

function routeAt(prototype: object, name: string): RouteEntry[] {
  const handler: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof handler !== 'function') return [];
  const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  if (typeof method !== 'number') return [];
  const definition = routeOf(handler);
  if (!definition) throw new BootError(`${prototype.constructor.name}.${name} has no @Route; describe it.`);
  return [
    {
      method: RequestMethod[method] ?? 'GET',
      path: `/${[prototype.constructor, handler].flatMap(partsOf).join('/')}`,
      definition,
      access: accessOf(handler) ?? accessOf(prototype.constructor) ?? {},
      inputs: inputsOf(prototype, name),
    },
  ];
}

function partsOf(target: object): string[] {
  const path: unknown = Reflect.getMetadata(PATH_METADATA, target);
  return typeof path === 'string' ? path.split('/').filter(Boolean) : [];
}

/** What `@Allow` said about a method or a class. */
export function accessOf(target: object): Access | undefined {
  const access: unknown = Reflect.getMetadata(ACCESS_METADATA, target);
  return typeof access === 'object' && access !== null ? access : undefined;
}
