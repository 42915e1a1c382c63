import { Module } from '@nestjs/common';
import { QUERIES } from './queries/github.queries.js';

/** Answers to other modules, in whichever process they ask. */
@Module({ providers: QUERIES })
export class GithubQueriesModule {}
