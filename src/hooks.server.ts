import type { Handle } from '@sveltejs/kit';
import firstPaint from './first-paint.js?raw';

/**
 * What runs before the first paint stands in the page itself: a file of its own would be one more thing to
 * wait for. Every page is made once, by the build, so this server is the build.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%first-paint%', () => `<script>${firstPaint}</script>`),
  });
