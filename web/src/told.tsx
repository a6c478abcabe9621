/** What a driver was told on the road, where there is something: mostly nothing has to be loaded. */
import { lazy, Suspense } from 'react';
import type { TrafficOrder } from './wire';

const Orders = lazy(async () => ({ default: (await import('./orders')).Orders }));

export function TrafficOrders({ orders }: { orders: readonly TrafficOrder[] }) {
  return orders.length === 0 ? null : (
    <Suspense fallback={null}>
      <Orders orders={orders} />
    </Suspense>
  );
}
