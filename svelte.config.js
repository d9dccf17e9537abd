import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

// Vite's own client makes workers from blobs, which the policy rightly refuses.
const developing = process.argv.includes('dev');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ fallback: '200.html', precompress: true }),
    // Kit's default version is the time of the build, which would change every page of every build.
    version: { name: process.env.RECITE_VERSION ?? version },
    serviceWorker: { register: false },
    inlineStyleThreshold: 40_000,
    csp: developing
      ? undefined
      : {
          mode: 'hash',
          directives: {
            'default-src': ['self'],
            'script-src': ['self'],
            // The second entry is the hash of the style attribute of Kit's route announcer.
            'style-src': [
              'self',
              'unsafe-hashes',
              'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
            ],
            'img-src': ['self', 'data:', 'blob:'],
            'connect-src': ['self'],
            'object-src': ['none'],
            'base-uri': ['self'],
            'form-action': ['none'],
            'require-trusted-types-for': ['script'],
            'trusted-types': ['svelte-trusted-html', 'recite-worker', 'recite-fit'],
          },
        },
  },
};
