import { breakOff, onStop } from '../server/processes.js';
import { ensureInstalled } from '../server/setup.js';

/**
 * `npm run -s recite -- …`: installs what is missing (all its messages go to stderr: stdout is a
 * contract), then hands over to `main.ts`.
 */

async function recite() {
  onStop(breakOff);
  // Somebody who reads only the first lines (`… | head`) has not met an error.
  process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

  const installed = await ensureInstalled();
  if (!installed.ok) {
    console.error(installed.error.message);
    return 1;
  }

  // npm runs scripts in the project's folder; a person's file names start from where they stand.
  if (process.env.npm_lifecycle_event === 'recite' && process.env.INIT_CWD) {
    process.chdir(process.env.INIT_CWD);
  }

  // Node 20 cannot read TypeScript by itself. No tsconfig: the rooms import one another by paths,
  // and the generated part of ours may not be there.
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: false });
  const { main } = await import('./main.ts');
  return main(process.argv.slice(2), {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  });
}

// Not process.exit: what was written to a pipe may still be on its way.
process.exitCode = await recite();
