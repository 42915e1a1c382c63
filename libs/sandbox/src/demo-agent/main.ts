import { DemoAgent } from './agent.js';
import { Peer } from './peer.js';
import { endAll } from './tools.js';

/** Serves one client on standard input and output, and ends with it. */
const peer = new Peer(process.stdin, process.stdout);
const agent = new DemoAgent(peer);
await peer.serve((method, params) => agent.handle(method, params));
endAll();
process.exit(0);
