/** What the traffic police told the driver on the road, for whoever looks at the registration. */
import { orderSay } from './orderwords';
import { labelOf, useSpeech } from './parts';
import { onBothClocks } from './times';
import type { Site, TrafficOrder } from './wire';
import type { Language } from './words';

function placeOf(site: Site | null, code: string, language: Language): string {
  const all = [...(site?.posts ?? []), ...(site?.parks ?? []), ...(site?.lines ?? [])];
  const place = all.find((one) => one.code === code);
  return place === undefined ? code : labelOf(place.name, language);
}

export function Orders({ orders }: { orders: readonly TrafficOrder[] }) {
  const { language, site } = useSpeech();
  const say = orderSay(language);
  return (
    <section className="traffic-orders">
      <h2>{say('toldOnRoad')}</h2>
      <ul>
        {orders.map((one) => (
          <li key={one.id}>
            {say('toldAt', ...onBothClocks(Date.parse(one.occurredAt)), placeOf(site, one.post, language))}{' '}
            <b>
              {say(`ORDER_${one.order}`)} {one.to === undefined ? '' : placeOf(site, one.to, language)}
            </b>{' '}
            {say(`WHY_${one.reason}`)} {one.note}
          </li>
        ))}
      </ul>
    </section>
  );
}
