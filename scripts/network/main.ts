// Runs the simulator by itself: node scripts/network/main.ts --port 4010 --push http://127.0.0.1:8080 --token …

import { parseArgs } from 'node:util';
import { startNetwork } from './index.ts';

const PUSH_PATH = '/services/apexrest/tgrid/v1/documents';
const HELP = `Runs a simulated Trading Grid on 127.0.0.1.

  --port N        port to listen on (default: any free one)
  --scenario FILE companies, partners, products and documents (default: config/scenarios/demo.json)
  --seed N        other documents than the scenario's own
  --history N     documents already in Lens at the start (default 50)
  --push URL      org, or full endpoint, that documents are posted to
  --token TOKEN   bearer token for --push (or TGRID_PUSH_TOKEN)
  --every SECONDS between two documents (default 5)
  --envelope      post JSON envelopes instead of raw interchanges
`;

const { values } = parseArgs({
    options: {
        port: { type: 'string' },
        scenario: { type: 'string' },
        seed: { type: 'string' },
        history: { type: 'string', default: '50' },
        push: { type: 'string' },
        token: { type: 'string' },
        every: { type: 'string', default: '5' },
        envelope: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false }
    }
});

function number(name: string, text: string): number {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
        process.stderr.write(`--${name} must be a number, not "${text}".\n`);
        process.exit(2);
    }
    return value;
}

if (values.help) {
    process.stdout.write(HELP);
} else {
    const token = values.token ?? process.env['TGRID_PUSH_TOKEN'];
    if (values.push !== undefined && token === undefined) {
        process.stderr.write('--push needs a bearer token: give --token, or set TGRID_PUSH_TOKEN.\n');
        process.exit(2);
    }
    const network = await startNetwork({
        port: values.port === undefined ? 0 : number('port', values.port),
        history: number('history', values.history),
        ...(values.scenario === undefined ? {} : { scenario: values.scenario }),
        ...(values.seed === undefined ? {} : { seed: number('seed', values.seed) }),
        ...(values.push === undefined
            ? {}
            : {
                  push: {
                      url: new URL(values.push).pathname === '/' ? new URL(PUSH_PATH, values.push).href : values.push,
                      login: async () => token!,
                      format: values.envelope ? ('envelope' as const) : ('raw' as const),
                      everyMilliseconds: number('every', values.every) * 1000,
                      onDelivery: (delivery) =>
                          process.stdout.write(
                              `${delivery.type} ${delivery.number}: ${delivery.outcome} (${delivery.status || delivery.answer})\n`
                          )
                  }
              })
    });
    process.stdout.write(`Trading Grid simulator (${network.scenario.name}) at ${network.url}\n`);
    const [key, secret] = Object.entries(network.scenario.clients)[0] ?? ['', ''];
    process.stdout.write(`Consumer key ${key}, secret ${secret}\n`);
    const stop = (): void => void network.close();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
}
