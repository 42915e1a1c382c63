import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AnswerLimit, AnswersInterceptor } from './answers.interceptor.js';
import { BodyInterceptor } from './body.interceptor.js';
import { Commands } from './commands.js';
import { CursorKey, Pages } from './pages.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteTable } from './route-table.js';

/** What controllers build on. Needs the kernel's `CommandSender` from a global module; body parsing of Nest must be off. */
@Module({})
export class RestModule {
  /** `limitMs`: how long a route may take until it answers. */
  static with(cursorKey: Buffer, limitMs?: number): DynamicModule {
    return {
      module: RestModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: CursorKey, useValue: new CursorKey(cursorKey) },
        { provide: AnswerLimit, useValue: new AnswerLimit(limitMs) },
        Commands,
        Pages,
        RouteTable,
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswersInterceptor },
      ],
      exports: [Commands, Pages, RouteTable, ProblemFilter],
    };
  }
}
