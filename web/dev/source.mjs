/** A source file of the page as a module, for tests of what needs no browser. */
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

process.env.NODE_ENV ??= 'production';
let server;
after(() => server?.close());

export async function load(name) {
  server ??= await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  return server.ssrLoadModule(`/src/${name}`);
}
