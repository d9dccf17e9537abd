interface Policy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

/** The service worker, and the workers that the build writes. */
const WORKERS = /^\/(sw\.js|_app\/immutable\/workers\/[\w.-]+\.js)$/;

let policy: Policy | null | undefined;

/**
 * A worker's address as the page's policy demands it: where it asks for Trusted Types, only the
 * addresses of Recite's own workers become scripts. A policy can be made only once.
 */
export function trustedWorker(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('recite-worker', {
    createScriptURL(candidate) {
      const ownOrigin = `${globalThis.origin}/`;
      const path = candidate.startsWith(ownOrigin)
        ? candidate.slice(ownOrigin.length - 1)
        : candidate;
      // In development Vite serves a worker from where it is written.
      const written = import.meta.env.DEV && candidate.includes('?worker_file');
      const ours = written || WORKERS.test(path);
      if (!ours) throw new TypeError(`${candidate} is no worker of Recite's`);
      return candidate;
    },
  });
  // A TrustedScriptURL is what constructors take; the DOM library knows it only as a string.
  return (policy ? policy.createScriptURL(url) : url) as string;
}
