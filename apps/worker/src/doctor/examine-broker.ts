import type { Diagnosis } from '@foundry/github-data/contracts';
import { probeBroker } from '@foundry/messaging';
import { bad, note, ok } from './findings.js';
import type { Surroundings } from './surroundings.js';

const About = 'Broker';

/** Whether RabbitMQ lets us in. */
export async function examineBroker({ environment }: Surroundings): Promise<Diagnosis[]> {
  const url = environment['AMQP_URL']?.trim() ?? '';
  if (url === '') {
    return [note(About, 'AMQP_URL is not set: one process handles everything, as npm start does.')];
  }
  if (!URL.canParse(url) || !/^amqps?:$/.test(new URL(url).protocol)) {
    return [bad(About, 'AMQP_URL is no amqp:// address.', 'It is amqp://user:password@host:port/vhost.')];
  }
  const { host } = new URL(url);
  const reason = await probeBroker(url);
  if (reason === null) return [ok(About, `RabbitMQ at ${host} lets us in`)];
  return [
    bad(
      About,
      `RabbitMQ at ${host} does not let us in: ${reason}.`,
      'Check AMQP_URL, the virtual host, and that it runs.',
    ),
  ];
}
