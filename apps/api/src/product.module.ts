import { DiscoverAccounts, InstanceApps, ProductAddress } from '@foundry/github-data/contracts';
import { Instance, SessionCookies, SignInFollowUps, SignInSettings } from '@foundry/user/contracts';
import { type DynamicModule, Module } from '@nestjs/common';
import { Operators } from './auth/operators.js';

export interface Product {
  operators: Operators;
  publicUrl: string;
  /** Made of the App of this installation. */
  signIn: (apps: InstanceApps) => SignInSettings;
  instance: Instance;
}

/** Whoever signs in is looked for at GitHub: their organizations, and what they may do there. */
const FOLLOW_UPS: SignInFollowUps = { commandsFor: ({ userId }) => [new DiscoverAccounts({ userId })] };

/** What every part of the API may ask for and no module of `libs` provides. */
@Module({})
export class ProductModule {
  static with({ operators, publicUrl, signIn, instance }: Product): DynamicModule {
    return {
      module: ProductModule,
      global: true,
      providers: [
        { provide: Operators, useValue: operators },
        { provide: ProductAddress, useValue: new ProductAddress(publicUrl.replace(/\/+$/, '')) },
        { provide: SignInSettings, useFactory: signIn, inject: [InstanceApps] },
        { provide: SessionCookies, useValue: new SessionCookies(publicUrl) },
        { provide: Instance, useValue: instance },
        { provide: SignInFollowUps, useValue: FOLLOW_UPS },
      ],
      exports: [Operators, ProductAddress, SignInSettings, SessionCookies, Instance, SignInFollowUps],
    };
  }
}
