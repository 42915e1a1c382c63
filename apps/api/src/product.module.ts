import { type DynamicModule, Module } from '@nestjs/common';
import { Operators } from './auth/operators.js';

/** What every part of the API may ask for and no module of `libs` provides. */
@Module({})
export class ProductModule {
  static with(operators: Operators): DynamicModule {
    return {
      module: ProductModule,
      global: true,
      providers: [{ provide: Operators, useValue: operators }],
      exports: [Operators],
    };
  }
}
