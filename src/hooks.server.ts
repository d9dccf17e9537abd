import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import firstPaint from './first-paint.js?raw';
import { paintedFirst, withFirstPaint } from './paint-first.ts';

/** Every page is made once, by the build, so this server is the build, or the one of development. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk({ html }) {
      const page = withFirstPaint(html, firstPaint);
      return building ? paintedFirst(page) : page;
    },
  });
