import { type DynamicModule, Module } from '@nestjs/common';
import { Encryption } from './encryption.js';
import { KeyRing } from './key-ring.js';

/** The keys of the installation and what is done with them, for every module of the process. */
@Module({})
export class SecurityModule {
  /** `keys` as `EncryptionKeys` accepts them. */
  static with(keys: string): DynamicModule {
    const ring = new KeyRing(keys);
    return {
      module: SecurityModule,
      global: true,
      providers: [
        { provide: KeyRing, useValue: ring },
        { provide: Encryption, useValue: new Encryption(ring) },
      ],
      exports: [KeyRing, Encryption],
    };
  }
}
