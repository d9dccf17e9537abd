import { rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../src/server/serve.js';
import { newProject, type Project } from './project.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let port: number;
let project: Project;

beforeEach(async () => {
  project = newProject({
    '200.html': 'the shell',
    'index.html': 'today',
    'read.html': 'the document',
    'read/history.html': 'a section',
    'sw.js': 'worker',
    'manifest.webmanifest': '{}',
    'favicon.ico': 'icon',
    '_app/version.json': '{"version":"1"}',
    '_app/immutable/chunks/a.B1.js': 'chunk',
  });
  const server = await serve({ directory: project.root, host: '127.0.0.1', port: 0 });
  if (!server.ok) throw new Error(server.error.message);
  port = server.value.port;
  return () => server.value.close();
});

function get(path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('what is served', () => {
  it.each([
    ['/', 'today'],
    ['/read', 'the document'],
    ['/read?mark=history-6', 'the document'],
    ['/read/history', 'a section'],
    ['/library/some-id', 'the shell'],
    ['/library/../../../../../etc/passwd', 'the shell'],
    ['/%2e%2e/%2e%2e/etc/passwd', 'the shell'],
    ['/a%zz', 'the shell'],
    ['/%00', 'the shell'],
  ])('%s is %s', async (path, body) => {
    const answer = await get(path);
    expect([answer.status, answer.body.toString()]).toEqual([200, body]);
    expect(answer.headers['content-type']).toBe('text/html;charset=utf-8');
  });

  it('every file has a type', async () => {
    for (const [path, type] of [
      ['/favicon.ico', 'image/x-icon'],
      ['/manifest.webmanifest', 'application/manifest+json'],
      ['/_app/version.json', 'application/json'],
    ]) {
      expect((await get(path!)).headers['content-type']).toBe(type);
    }
  });

  it.each(['/_app/immutable/chunks/gone.js', '/_app/immutable/gone', '/missing.png'])(
    '%s is missing, and not to be kept as such',
    async (path) => {
      const { status, headers } = await get(path);
      expect(status).toBe(404);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  it.each([
    ['/read/', '/read'],
    ['/read/history//?a=b', '/read/history?a=b'],
    ['//other.example/', '/other.example'],
    ['/\\other.example/', '/other.example'],
  ])('%s moved to %s', async (path, target) => {
    const { status, headers } = await get(path);
    expect([status, headers.location]).toEqual([308, target]);
  });

  it('is the whole file even where an impossible part is asked for', async () => {
    const answer = await get('/read', { headers: { range: 'bytes=5-2' } });
    expect([answer.status, answer.body.toString()]).toEqual([200, 'the document']);
  });

  it('is nothing where something is sent', async () => {
    const { status, headers } = await get('/', { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('is a build that was made since', async () => {
    project.write('_app/immutable/chunks/b.C2.js', 'new chunk');
    rmSync(join(project.root, '_app/immutable/chunks/a.B1.js'));
    expect((await get('/_app/immutable/chunks/b.C2.js')).body.toString()).toBe('new chunk');
    expect((await get('/_app/immutable/chunks/a.B1.js')).status).toBe(404);
  });
});

describe('the headers', () => {
  it.each([
    ['/', 'no-cache'],
    ['/library/some-id', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/manifest.webmanifest', 'no-cache'],
    ['/_app/version.json', 'no-cache'],
    ['/_app/immutable/chunks/a.B1.js', 'public, max-age=31536000, immutable'],
  ])('let %s be kept: %s', async (path, cache) => {
    const { status, headers } = await get(path);
    expect([status, headers['cache-control']]).toEqual([200, cache]);
  });

  it.each(['/', '/missing.png', '/read/'])('protect %s', async (path) => {
    const { headers } = await get(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
  });

  it('say that nothing has changed', async () => {
    const { headers } = await get('/read');
    const again = await get('/read', { headers: { 'if-none-match': headers.etag } });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
  });

  it('offer what is packed to those who can unpack it', async () => {
    const path = '/_app/immutable/chunks/b.B2.js';
    project.write(path, 'plain');
    project.write(`${path}.br`, brotliCompressSync('plain'));
    const packed = await get(path, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.headers['content-type']).toBe('text/javascript');
    expect(packed.headers.vary).toBe('Accept-Encoding');
    expect(brotliDecompressSync(packed.body).toString()).toBe('plain');
    const plain = await get(path);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe('plain');
  });
});
