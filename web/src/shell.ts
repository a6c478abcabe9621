/** The pages themselves are kept in the browser, so that a reload without a network finds them. */
export function keepPages(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined) return;
  const files = () => [
    new URL('./', location.href).pathname,
    ...performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('/assets/')),
  ];
  workers
    .register('./sw.js')
    .then(() => workers.ready)
    .then((ready) => ready.active?.postMessage({ keep: files() }))
    .catch(() => undefined);
}
