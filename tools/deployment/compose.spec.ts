import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const Service = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  env_file: z.array(z.object({ path: z.string(), required: z.boolean() })).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z.string().optional(),
});
const { services, volumes } = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));

function service(name: string): z.infer<typeof Service> {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

describe('docker-compose.yml', () => {
  it('has the servers and the two processes of the product', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'postgres', 'rabbitmq', 'worker']);
    expect(service('postgres').image).toMatch(/^postgres:(1[6-9]|[2-9]\d)/);
    expect(service('rabbitmq').image).toMatch(/^rabbitmq:4.*-management$/);
  });

  it.each(['postgres', 'rabbitmq', 'api', 'worker'])('asks %s whether it is healthy', (name) => {
    expect(service(name).healthcheck?.test[0]).toBe('CMD');
  });

  it.each(['api', 'worker'])('starts %s when its servers are healthy, from the one image', (name) => {
    const healthy = { condition: 'service_healthy' };
    expect(service(name).depends_on).toEqual({ postgres: healthy, rabbitmq: healthy });
    expect(service(name).build).toBe('.');
    expect(service(name).command?.at(-1)).toBe(`apps/${name}/dist/main.js`);
    expect(service(name).env_file).toEqual([{ path: '.env', required: false }]);
  });

  it.each(['api', 'worker'])('gives %s the time to drain', (name) => {
    expect(Number.parseInt(service(name).stop_grace_period ?? '', 10)).toBeGreaterThan(30);
  });

  it.each(['postgres', 'rabbitmq'])('keeps the data of %s in a volume', (name) => {
    const mounted = service(name).volumes?.map((volume) => volume.split(':')[0]);
    expect(mounted).toEqual([name]);
    expect(volumes).toHaveProperty(name);
  });

  it('opens ports on this machine only', () => {
    const open = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(open.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('gives no secret a value, except the local servers', () => {
    const given = Object.values(services).flatMap(({ environment }) => Object.keys(environment));
    expect([...new Set(given)].sort()).toEqual([
      'AMQP_URL',
      'DATABASE_URL',
      'HOST',
      'PORT',
      'POSTGRES_DB',
      'POSTGRES_PASSWORD',
      'POSTGRES_USER',
      'RABBITMQ_DEFAULT_PASS',
      'RABBITMQ_DEFAULT_USER',
      'WORKER_PORT',
    ]);
  });

  it('takes from .env only what .env.example names', () => {
    const used = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    for (const name of used) expect(read('.env.example')).toMatch(new RegExp(`^${String(name)}=`, 'm'));
  });
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');

  it('says what each key is', () => {
    const bare = lines.filter((line, at) => line.includes('=') && !line.startsWith('#') && !isTold(at));
    expect(bare).toEqual([]);
  });

  function isTold(at: number): boolean {
    const above = lines[at - 1] ?? '';
    return above.startsWith('#') || (above.includes('=') && isTold(at - 1));
  }

  it('holds no secret', () => {
    const secrets = lines.filter((line) => /^\w*(?:KEYS?|TOKEN|PASSWORD|SECRET)=./.test(line));
    expect(secrets).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const stages = read('Dockerfile').split(/^FROM /m);

  it('runs the product as another user than root', () => {
    expect(stages.at(-1)).toMatch(/^USER node$/m);
  });

  it('installs from the manifest of every workspace, so that a change of code keeps the layer', () => {
    const manifests = ['apps', 'libs'].flatMap((kind) =>
      readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
    );
    for (const folder of manifests) expect(read('Dockerfile')).toContain(`COPY ${folder}/package.json ${folder}/`);
  });

  it('ships neither compiler nor history', () => {
    expect(stages[1]).toContain('npm prune --omit=dev');
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.git', '.env', '**/node_modules', '**/dist']),
    );
  });
});

describe('docker-compose.sandboxes.yml', () => {
  const Reached = z.object({ environment: z.record(z.string(), z.string()), networks: z.array(z.string()) });
  const added = z
    .object({
      services: z.object({ api: Reached, worker: Reached.extend({ volumes: z.array(z.string()) }) }),
      networks: z.object({ sandboxes: z.object({ name: z.string() }) }),
    })
    .parse(parse(read('docker-compose.sandboxes.yml')));

  it.each(['api', 'worker'] as const)('puts %s on the network that sandboxes join, and on its own', (name) => {
    const { environment, networks } = added.services[name];
    expect(environment['SANDBOX_DOCKER_NETWORK']).toBe(added.networks.sandboxes.name);
    expect(networks).toEqual(['default', 'sandboxes']);
  });

  it('gives the engine to the worker alone', () => {
    expect(added.services.worker.volumes).toEqual(['/var/run/docker.sock:/var/run/docker.sock']);
    expect(added.services.api).not.toHaveProperty('volumes');
  });
});
