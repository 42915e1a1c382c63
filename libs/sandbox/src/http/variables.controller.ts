import {
  Allow,
  Answer,
  As,
  Asked,
  BodyOf,
  Commands,
  Encryption,
  PathOf,
  QueryOf,
  Route,
  Secret,
} from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { RemoveVariable, SetVariable, TestModelKey, VariableView } from '../contracts/index.js';
import { notAModelKey, variableLimit, variableNameReserved, variableUnknown } from './error-codes.js';
import { variablePlace } from '../machine/machine-environment.js';
import { AgentList, AgentRows } from '../queries/agent-rows.js';
import { VariableRows } from '../queries/variable-rows.js';
import { OrganizationPath, VariablePath } from './paths.js';

const VALUE_BYTES = 32 * 1024;
const SHOWN_FROM = 12;

const repositoryId = Id64.optional().meta({
  description: 'Only for this repository; absent: for every one.',
  examples: ['1296269'],
});
const VariableQuery = z.strictObject({ repositoryId });
type VariableQuery = z.infer<typeof VariableQuery>;

const VariableBody = z
  .strictObject({
    value: z
      .string()
      .max(VALUE_BYTES)
      .refine((value) => !value.includes('\0'), 'must not contain NUL')
      .refine((value) => Buffer.byteLength(value) <= VALUE_BYTES, 'must be at most 32 KiB')
      .meta({ description: 'What machines see. It is never shown again.', examples: ['sk-ant-…'] }),
    secret: z
      .boolean()
      .default(true)
      .meta({
        description: 'Shown with at most its last four characters; without it the same, for now.',
        examples: [true],
      }),
  })
  .meta({ id: 'VariableBody', description: 'A value for machines.', examples: [{ value: 'sk-ant-…' }] });
type VariableBody = z.infer<typeof VariableBody>;

const VariableList = z
  .strictObject({ variables: z.array(VariableView).meta({ description: 'By name, without values.' }) })
  .meta({ id: 'VariableList', description: 'Variables of machines.', examples: [{ variables: [] }] });
type VariableList = z.infer<typeof VariableList>;

/** Secrets and settings for machines. A value is encrypted before its command is made, and never shown. */
@Controller('v1/organizations/:organizationId')
export class VariablesController {
  constructor(
    private readonly commands: Commands,
    private readonly encryption: Encryption,
    private readonly variables: VariableRows,
    private readonly agents: AgentRows,
  ) {}

  @Get('variables')
  @Allow({ role: 'admin', scope: 'organization:read' })
  @Route({
    operationId: 'listVariables',
    tag: 'sandbox',
    summary: 'List variables',
    description: 'Names, who set them and when; never their values.',
    answers: { 200: VariableList },
  })
  async list(@PathOf(OrganizationPath) { organizationId }: OrganizationPath): Promise<VariableList> {
    return { variables: await this.variables.list(organizationId) };
  }

  @Put('variables/:name')
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'setVariable',
    tag: 'sandbox',
    summary: 'Set a variable',
    description: 'New machines see it, and present ones after their agent server starts again.',
    answers: { 200: VariableView },
    problems: [variableNameReserved, variableLimit],
    command: SetVariable,
  })
  set(
    @PathOf(VariablePath) path: VariablePath,
    @QueryOf(VariableQuery) query: VariableQuery,
    @BodyOf(VariableBody) { value, secret }: VariableBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const which = { ...path, repositoryId: query.repositoryId ?? null };
    const { keyId, bytes } = this.encryption.seal(new Secret(value), variablePlace(which));
    const last4 = value.length < SHOWN_FROM ? '' : value.slice(-4);
    const ciphertext = bytes.toString('base64');
    return this.commands.execute(asked, SetVariable, { ...which, ciphertext, keyId, secret, last4 });
  }

  @Delete('variables/:name')
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'removeVariable',
    tag: 'sandbox',
    summary: 'Remove a variable',
    description: 'Machines that run keep it until their agent server starts again.',
    answers: { 204: null },
    problems: [variableUnknown],
    command: RemoveVariable,
  })
  remove(
    @PathOf(VariablePath) path: VariablePath,
    @QueryOf(VariableQuery) query: VariableQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, RemoveVariable, { ...path, repositoryId: query.repositoryId ?? null });
  }

  @Post('variables/:name/test')
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'testVariable',
    tag: 'sandbox',
    summary: 'Try the key of a model',
    description: 'Asks the API of the model for its list of models; the result is in the variable a moment later.',
    answers: { 200: VariableView },
    problems: [variableUnknown, notAModelKey],
    command: TestModelKey,
  })
  test(
    @PathOf(VariablePath) path: VariablePath,
    @QueryOf(VariableQuery) query: VariableQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, TestModelKey, { ...path, repositoryId: query.repositoryId ?? null });
  }

  @Get('agents')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listAgents',
    tag: 'sandbox',
    summary: 'List agents',
    description: 'As a machine of the organization last told them, else those that Foundry knows; starts no machine.',
    answers: { 200: AgentList },
  })
  listAgents(@PathOf(OrganizationPath) { organizationId }: OrganizationPath): Promise<AgentList> {
    return this.agents.of({ organizationId });
  }
}
