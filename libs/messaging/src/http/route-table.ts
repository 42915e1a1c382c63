import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { BootError } from '../boot/boot-error.js';
import type { ErrorCode } from '../rejections/error-code.js';
import { type Access, ACCESS_METADATA } from './access.js';
import { GENERAL_CODES } from './general-codes.js';
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

/** Every route that has `@Route`, read from the controllers once. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private found: readonly RouteEntry[] = [];
  private declared: ReadonlyMap<string, ErrorCode> = new Map();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  get entries(): readonly RouteEntry[] {
    return this.found;
  }

  /** General codes and those that routes declare, by code. */
  get codes(): ReadonlyMap<string, ErrorCode> {
    return this.declared;
  }

  onModuleInit(): void {
    this.found = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.routesOf(metatype.prototype) : []));
    mustDiffer(this.found);
    const codes = [...GENERAL_CODES, ...this.found.flatMap(({ definition }) => definition.problems ?? [])];
    this.declared = new Map(codes.map((code) => [code.code, code]));
  }

  /** The methods that a path takes, for `Allow`; none for a path that no route has. */
  methodsOf(path: string): string[] {
    const parts = path.split('/');
    const methods = this.found.filter((entry) => fits(entry.path.split('/'), parts)).map(({ method }) => method);
    return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  }

  private routesOf(prototype: object): RouteEntry[] {
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => this.routeAt(prototype, name));
  }

  private routeAt(prototype: object, name: string): RouteEntry[] {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function') return [];
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const definition = routeOf(handler);
    if (!definition) throw new BootError(`${prototype.constructor.name}.${name} has no @Route; describe it.`);
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS_METADATA, [
      handler,
      prototype.constructor,
    ]);
    const path = [prototype.constructor, handler].flatMap(pathsOf).join('/');
    return [
      {
        method: RequestMethod[method] ?? 'GET',
        path: tidy(path),
        definition,
        access: access ?? {},
        inputs: inputsOf(prototype, name),
      },
    ];
  }
}

function pathsOf(target: object): string[] {
  const path: unknown = Reflect.getMetadata(PATH_METADATA, target);
  return typeof path === 'string' ? [path] : [];
}

const tidy = (path: string): string => `/${path.split('/').filter(Boolean).join('/')}`;

const fits = (template: readonly string[], parts: readonly string[]): boolean =>
  template.length === parts.length && template.every((part, place) => part.startsWith(':') || part === parts[place]);

function mustDiffer(entries: readonly RouteEntry[]): void {
  const seen = new Set<string>();
  for (const { definition } of entries) {
    if (seen.has(definition.operationId))
      throw new BootError(`Two routes are called ${definition.operationId}; rename one.`);
    seen.add(definition.operationId);
  }
}
