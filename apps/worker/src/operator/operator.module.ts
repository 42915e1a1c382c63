import { Database, type ToolDoor } from '@foundry/messaging';
import { OrganizationWorkerModule } from '@foundry/organization';
import { UserQueriesModule } from '@foundry/user';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';

/** Gives the modules the database and a query bus, and nothing that would make them handle commands. */
@Module({})
class OperatorDoorModule {
  static with({ database }: ToolDoor): DynamicModule {
    return {
      module: OperatorDoorModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [{ provide: Database, useValue: database }],
      exports: [Database, CqrsModule],
    };
  }
}

/** The modules whose questions and auth rows the command line needs. */
@Module({})
export class OperatorModule {
  static with(door: ToolDoor): DynamicModule {
    return {
      module: OperatorModule,
      imports: [OperatorDoorModule.with(door), OrganizationWorkerModule, UserQueriesModule],
    };
  }
}
