/**
 * Keeps the pages of officers, of the road and of drivers, so that a reload without a network finds them. It
 * keeps files only: never an answer of the interface, never a token. With a network the newest page comes first.
 */
const NAME = 'clearway-pages';
const PATIENCE = 4000;
const scope = new URL(self.registration.scope).pathname;

const store = async (request, response) => {
  if (response.ok && response.type === 'basic') await (await caches.open(NAME)).put(request, response.clone());
  return response;
};

const found = async (request) => (await caches.open(NAME)).match(request, { ignoreVary: true });

/** The newest page when there is a network that answers in time, else the one that is kept. */
async function page() {
  const soon = new Promise((_, late) => setTimeout(() => late(new Error('late')), PATIENCE));
  try {
    return await Promise.race([fetch(scope, { cache: 'no-cache' }).then((response) => store(scope, response)), soon]);
  } catch {
    return (await found(scope)) ?? Response.error();
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  const files = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(
    Promise.all(files.map(async (file) => ((await found(file)) && file !== scope ? null : store(file, await fetch(file))))).catch(() => undefined),
  );
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/v1/')) return;
  if (request.mode === 'navigate') event.respondWith(page());
  else if (url.pathname.includes('/assets/')) {
    event.respondWith(found(request).then((kept) => kept ?? fetch(request).then((response) => store(request, response))));
  }
});
