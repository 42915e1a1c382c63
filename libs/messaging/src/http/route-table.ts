import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { BootError } from '../boot/boot-error.js';
import type { ErrorCode } from '../rejections/error-code.js';
import { GENERAL_CODES } from './general-codes.js';
import { type RouteEntry, routesOf } from './routes-of.js';

/** Every route of the process, read from the controllers once. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private found: readonly RouteEntry[] = [];
  private declared: ReadonlyMap<string, ErrorCode> = new Map();

  constructor(private readonly discovery: DiscoveryService) {}

  get entries(): readonly RouteEntry[] {
    return this.found;
  }

  /** General codes and those that routes declare, by code. */
  get codes(): ReadonlyMap<string, ErrorCode> {
    return this.declared;
  }

  onModuleInit(): void {
    const classes = this.discovery.getControllers().map(({ metatype }): unknown => metatype);
    this.found = classes.filter((candidate) => typeof candidate === 'function').flatMap(routesOf);
    mustDiffer(this.found);
    this.declared = codesOf(this.found);
  }

  /** The methods that a path takes, for `Allow`; none for a path that no route has. */
  methodsOf(path: string): string[] {
    const methods = this.at(path).map(({ method }) => method);
    return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  }

  /** `/v1/commands/:commandId` of a path; undefined for a path that no route has. */
  templateOf(path: string): string | undefined {
    const templates = this.at(path).map((entry) => entry.path);
    return templates.find((template) => template === path) ?? templates[0];
  }

  private at(path: string): RouteEntry[] {
    const parts = path.split('/');
    return this.found.filter((entry) => fits(entry.path.split('/'), parts));
  }
}

/** General codes and those that these routes declare, by code. */
export function codesOf(entries: readonly RouteEntry[]): Map<string, ErrorCode> {
  const codes = [...GENERAL_CODES, ...entries.flatMap(({ definition }) => definition.problems ?? [])];
  return new Map(codes.map((code) => [code.code, code]));
}

const fits = (template: readonly string[], parts: readonly string[]): boolean =>
  template.length === parts.length && template.every((part, place) => part.startsWith(':') || part === parts[place]);

function mustDiffer(entries: readonly RouteEntry[]): void {
  const seen = new Set<string>();
  for (const { operationId } of entries.map(({ definition }) => definition)) {
    if (seen.has(operationId)) throw new BootError(`Two routes are called ${operationId}; rename one.`);
    seen.add(operationId);
  }
}
