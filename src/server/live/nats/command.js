import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';
import { dataFolder } from '../data-folder.js';

/**
 * `npm run -s broker -- --seats 500 > accounts.conf`: makes the users of a NATS cluster for the next
 * session, with their permissions. What it prints belongs into the configuration of each node; the
 * passwords are kept for `npm start`.
 */

const USAGE = 'Usage: npm run -s broker -- --seats NUMBER > accounts.conf';

async function main() {
  const { values } = parseArgs({ options: { seats: { type: 'string', default: '500' } } });
  const seats = Number(values.seats);
  if (!Number.isInteger(seats) || seats < 1 || seats > 5000) {
    console.error(`--seats is a number from 1 to 5000. ${USAGE}`);
    return 2;
  }
  // The topics are those of the app.
  register({ tsconfig: false });
  const { keepCredentials, natsAccounts, newCredentials } = await import('./credentials.js');
  const credentials = newCredentials(seats);
  keepCredentials(dataFolder(), credentials);
  process.stdout.write(natsAccounts(credentials));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
