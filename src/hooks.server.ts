import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import firstPaint from './first-paint.js?raw';
import { paintFirst } from './paint-first.ts';

/**
 * What runs before the first paint stands in the page itself: a file of its own would be one more thing to
 * wait for. Every page is made once, by the build, so this server is the build, or the one of development.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk({ html }) {
      const page = html.replace('%first-paint%', () => `<script>${firstPaint}</script>`);
      return building ? paintFirst(page) : page;
    },
  });
