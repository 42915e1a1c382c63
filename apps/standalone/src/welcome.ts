/** What a newcomer reads once the product runs: where to click, and what to type next. */
export function welcome({ url, dataDir, embedded }: { url: string; dataDir: string; embedded: boolean }): string {
  return [
    '',
    `  Foundry runs at  ${url}`,
    `  API reference    ${url}/docs`,
    `  Data             ${dataDir}`,
    ...(embedded ? [] : ['  Broker           RabbitMQ, as AMQP_URL says']),
    '',
    '  Make yourself an organization and an API token, in a second terminal:',
    '    npm run operator -- quickstart --login ana',
    '',
    '  Ctrl-C stops it; everything is kept in the data folder.',
    '',
    '',
  ].join('\n');
}
