import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Diagnosis, InstanceApp } from '../contracts/index.js';
import { APP_PATHS, hearsWebhooks } from '../domain/app-demands.js';
import { askAsApp } from '../setup/app-page.js';
import { bad, look, note, ok, type Patient } from './diagnoses.js';

const Hook = z.object({ url: z.string().nullish(), content_type: z.string().nullish() });
const Delivery = z.object({
  id: z.int(),
  guid: z.string(),
  status_code: z.int(),
  event: z.string(),
  redelivery: z.boolean(),
});
type Delivery = z.infer<typeof Delivery>;

const TRIES = 20;
const PAUSE_MS = 500;

/**
 * Whether GitHub sends webhooks here and they arrive. When the last one did not, GitHub is asked to send it once more,
 * which is harmless: a delivery counts once. So a mended set-up shows at once.
 */
export async function examineWebhooks(app: InstanceApp, patient: Patient): Promise<Diagnosis[]> {
  const { apiUrl, webUrl, publicUrl } = patient;
  const wanted = publicUrl + APP_PATHS.webhook;
  const config = await askAsApp(app, apiUrl, 'GET /app/hook/config');
  const hook = Hook.safeParse(config.data).data;
  const url = config.status === 200 ? (hook?.url ?? '') : '';
  if (url === '') {
    const says = 'The App sends none; changes show up with the next sweep, minutes later.';
    if (!hearsWebhooks(publicUrl, webUrl)) {
      return [note('Webhooks', says, 'GitHub cannot reach this machine. Set PUBLIC_URL to a public https address.')];
    }
    return [bad('Webhooks', says, `Switch webhooks on, on the App’s page, with the URL ${wanted} and a secret.`)];
  }
  const found = url === wanted ? [] : [bad('Webhook URL', `The App sends to ${url}.`, `It has to be ${wanted}`)];
  if (hook?.content_type !== 'json') {
    found.push(bad('Webhook format', 'It is not JSON.', 'Choose application/json as content type on the App’s page.'));
  }
  return [...found, await reachable(wanted), await arrived(app, patient, wanted)];
}

/** A delivery that nobody signed has to be refused, by us. */
async function reachable(wanted: string): Promise<Diagnosis> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await look(wanted, { method: 'POST', headers, body: '{}' });
  if (answer?.status === 401) return ok('Webhook URL', `${wanted} answers, and refuses what is not signed`);
  if (answer === null) {
    const remedy =
      'Start the api, and check PUBLIC_URL and what stands before it. From the outside it may be different.';
    return bad('Webhook URL', `${wanted} does not answer from this machine.`, remedy);
  }
  const remedy = 'PUBLIC_URL has to lead to Foundry’s api, with its paths as they are.';
  return bad('Webhook URL', `${wanted} answers ${String(answer.status)}; that is not Foundry.`, remedy);
}

async function arrived(app: InstanceApp, { apiUrl }: Patient, wanted: string): Promise<Diagnosis> {
  const [last] = await deliveries(app, apiUrl);
  if (!last)
    return note('Deliveries', 'GitHub has not sent any yet. Install the App, or change something, and look again.');
  if (isGood(last)) return ok('Deliveries', `the last one (${last.event}) arrived`);
  const again = await sentAgain(app, apiUrl, last);
  if (isGood(again))
    return ok('Deliveries', `the last one (${last.event}) had failed, and arrived when it was sent again`);
  return failed(again, wanted);
}

const isGood = ({ status_code: status }: Delivery): boolean => status >= 200 && status < 300;

function failed({ status_code: status, event }: Delivery, wanted: string): Diagnosis {
  if (status === 401) {
    const remedy = 'Put one and the same secret into GITHUB_WEBHOOK_SECRET and on the App’s page; then run this again.';
    return bad('Webhook secret', `GitHub signs with another secret than ours: its ${event} was refused.`, remedy);
  }
  if (status === 0 || status === 502 || status === 504) {
    const remedy = `GitHub has to reach ${wanted} from the internet: DNS, firewall, certificate.`;
    return bad('Deliveries', `GitHub does not get through: its ${event} was not answered.`, remedy);
  }
  const remedy = 'Look at the delivery under “Advanced” on the App’s page, and at the api’s log.';
  return bad('Deliveries', `The last one (${event}) was answered with ${String(status)}.`, remedy);
}

async function deliveries(app: InstanceApp, apiUrl: string): Promise<Delivery[]> {
  const { data } = await askAsApp(app, apiUrl, 'GET /app/hook/deliveries?per_page=20');
  return z.array(Delivery).safeParse(data).data ?? [];
}

/** The newest attempt after GitHub was asked for one more; the same one when none came within ten seconds. */
async function sentAgain(app: InstanceApp, apiUrl: string, last: Delivery): Promise<Delivery> {
  await askAsApp(app, apiUrl, `POST /app/hook/deliveries/${String(last.id)}/attempts`);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const attempt = (await deliveries(app, apiUrl)).find(
      ({ guid, id }) => guid === last.guid && id !== last.id && id > last.id,
    );
    if (attempt) return attempt;
    await wait(PAUSE_MS);
  }
  return last;
}
