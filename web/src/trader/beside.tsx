/** What stands beside one registration of a vehicle that has not left. */
import { lazy, Suspense } from 'react';
import { useSpeech } from '../parts';
import { DriverLink } from './driverlink';
import { Offered } from './offered';

/** Only where goods change vehicles at all. */
const Handing = lazy(async () => ({ default: (await import('./handing')).Handing }));

export function Beside({ id, plate }: { id: string; plate: string }) {
  const { site } = useSpeech();
  return (
    <>
      {(site?.handling?.areas ?? []).length > 0 && (
        <Suspense>
          <Handing id={id} />
        </Suspense>
      )}
      <Offered id={id} />
      <DriverLink id={id} plate={plate} />
    </>
  );
}
