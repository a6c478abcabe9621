/** What stands beside one registration of a vehicle that has not left. */
import { DriverLink } from './driverlink';
import { Offered } from './offered';

export function Beside({ id, plate }: { id: string; plate: string }) {
  return (
    <>
      <Offered id={id} />
      <DriverLink id={id} plate={plate} />
    </>
  );
}
