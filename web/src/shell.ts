import { everyLanguage } from './spoken';

/** The pages themselves are kept in the browser, in every language, so that a reload without a network finds them. */
export function keepPages(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined) return;
  const files = () => [
    new URL('./', location.href).pathname,
    ...performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('/assets/')),
  ];
  const keep = () => workers.ready.then((ready) => ready.active?.postMessage({ keep: files() }));
  workers.register('./sw.js').then(keep).then(everyLanguage).then(keep).catch(() => undefined);
}
