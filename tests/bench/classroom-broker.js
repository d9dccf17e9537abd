import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';

/**
 * A server to be measured, in a process of its own: `node classroom-broker.js recite|plain PORT STUDENTS
 * FOLDER`. Says over IPC when it listens, and whenever asked, what it has used so far.
 */

register({ tsconfig: false });

const [kind, port = '0', students = '0', folder = ''] = process.argv.slice(2);

/** The secret of each phone, in order: the load generator makes the same. @param {number} at */
const keyOf = (at) => at.toString(16).padStart(32, '0');

async function recite() {
  const { serve } = await import('../../src/server/serve.js');
  const { startLive } = await import('../../src/server/live/index.js');
  const { keepEntrance, logPath } = await import('../../src/server/live/data-folder.js');
  const { digest } = await import('../../src/server/live/keys.js');
  const { PLAN } = await import('../../src/lib/classroom/fixture.ts');
  const { PLAIN } = await import('../../src/lib/classroom/types.ts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'host-secret'), `${keyOf(0xabc)}\n`);
  try {
    // The class has joined already: what is measured is the broker, not the door.
    keepEntrance(folder, { session: 'bench', secret: keyOf(1), code: 'BENCH2' });
    const events = [
      {
        n: 1,
        at: Date.now(),
        kind: 'created',
        session: 'bench',
        settings: PLAIN,
        plan: Array.from({ length: 60 }, () => PLAN[0]),
      },
      ...Array.from({ length: Number(students) }, (_, at) => ({
        n: at + 2,
        at: Date.now(),
        kind: 'joined',
        seat: `seat${at}`,
        key: digest(keyOf(at)),
        name: `Student ${at}`,
        status: 'in',
      })),
    ];
    writeFileSync(
      logPath(folder, 'bench'),
      events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    );
  } catch {
    // The session is there: this is a restart.
  }
  const live = await startLive({ folder });
  const server = await serve({ directory: folder, host: '127.0.0.1', port: Number(port), live });
  if (!server.ok) throw new Error(server.error.message);
}

async function plain() {
  const { Aedes } = await import('aedes');
  const { createWebSocketStream, WebSocketServer } = await import('ws');
  const broker = await Aedes.createBroker();
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    const stream = createWebSocketStream(socket);
    stream.on('error', () => undefined);
    broker.handle(stream);
  });
  await new Promise((resolve) => server.listen(Number(port), '127.0.0.1', () => resolve(null)));
}

process.on('disconnect', () => process.exit());
await (kind === 'recite' ? recite() : plain());
process.send?.('listening');
