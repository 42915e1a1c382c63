import { Injectable } from '@nestjs/common';
import type { NewTokenSecret, TokenSecrets } from '../contracts/index.js';
import { hashOf, newTokenSecret, prefixOf } from '../domain/token-secret.js';

@Injectable()
export class DrawnSecrets implements TokenSecrets {
  draw(): NewTokenSecret {
    const secret = newTokenSecret();
    return { secret, hash: hashOf(secret).toString('hex'), prefix: prefixOf(secret) };
  }
}
