import { violationsOf } from './violations.mjs';

const [base, ...folders] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await violationsOf(base, folders)));
