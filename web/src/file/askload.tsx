/** What is asked before a load is held, refused, inspected: the choices, and what is wrong with an answer. */
import { Plate } from '../parts';
import { plateText } from '../plates';
import { minuteOf, HERE } from '../times';
import {
  channels,
  holdKinds,
  inspectionOutcomes,
  officersAgencies,
  type Load,
  type LoadLine,
  type OfficersAgency,
} from '../wire';
import { acting, type Act } from '../gate/act';
import { Ask, Choice, Note, noteIn } from '../gate/ask';
import { bookingsIn, hasPlaces, offersOf, type Read } from '../gate/bays';
import { earlyText, placesOf, stepName } from '../gate/loadsay';
import { useSpeech } from '../gate/speech';
import { AskLeft, AskTurn } from './turn';

export type Asking =
  | 'hold'
  | 'lift'
  | 'refuse'
  | 'channel'
  | 'open'
  | 'join'
  | 'more'
  | 'result'
  | 'turn'
  | 'left';

interface AskedProps {
  asking: Asking;
  load: Load;
  agency: OfficersAgency;
  line: LoadLine | undefined;
  act: (act: Act) => void;
  close: () => void;
}

export function Asked({ asking, load, agency, line, act, close }: AskedProps) {
  const speech = useSpeech();
  const { say } = speech;
  const plate = load.plate === null ? '' : plateText(load.plate);
  switch (asking) {
    case 'hold':
      return (
        <Ask
          title={say('holdTitle', plate)}
          submit={say('hold')}
          read={(form) => {
            const kind = form.get('kind');
            const lifters = form.getAll('lifters');
            if (kind === null) return { wrong: say('wrongChoice'), field: 'kind' };
            if (lifters.length === 0) return { wrong: say('wrongLifters'), field: 'lifters' };
            return { body: { kind, lifters, ...noteIn(form) } };
          }}
          done={(body) => act(acting(load, 'holds', body, 'hold', true))}
          close={close}
        >
          <Choice
            name="kind"
            legend={say('holdReason')}
            options={holdKinds.map((kind, i) => ({ value: kind, text: say(`hold${kind}`), on: i === 0 }))}
          />
          <Choice
            name="lifters"
            legend={say('holdLifters')}
            many
            options={officersAgencies.map((one) => ({ value: one, text: say(one), on: one === agency }))}
          />
          <Note />
        </Ask>
      );
    case 'lift': {
      const mine = (load.holds ?? []).filter((hold) => hold.lifters.includes(agency));
      return (
        <Ask
          title={say('liftTitle', plate)}
          {...(mine.some((hold) => hold.byTwo) ? { why: say('secondWhy') } : {})}
          submit={say('lift')}
          read={(form) => {
            const hold = form.get('hold');
            if (hold === null) return { wrong: say('wrongChoice'), field: 'hold' };
            const note = noteIn(form);
            const first =
              mine.some((one) => String(one.hold) === hold && one.byTwo) &&
              load.seconds?.some((second) => String(second.hold) === hold) !== true;
            return first && note.note === undefined
              ? { wrong: say('wrongNote'), field: 'note' }
              : { body: { hold: Number(hold), ...note } };
          }}
          done={(body) => act(acting(load, 'hold-liftings', body, 'lift'))}
          close={close}
        >
          <Choice
            name="hold"
            legend={say('holds')}
            options={mine.map((hold, i) => ({
              value: String(hold.hold),
              text: `${say(hold.agency)}, ${say(`short${hold.kind}`)}, ${minuteOf(Date.parse(hold.at), HERE)}`,
              on: i === 0,
            }))}
          />
          {mine.some((hold) => hold.byTwo) && <Note label="reasonTwo" />}
        </Ask>
      );
    }
    case 'refuse':
      if (line === undefined) return null;
      return (
        <Ask
          title={say('refuseTitle', stepName(line.step, speech))}
          why={[earlyText(line, speech), say('refuseWhy')].filter((one) => one !== null).join(' ')}
          submit={say('refuse')}
          read={(form) => {
            const note = noteIn(form);
            return note.note === undefined
              ? { wrong: say('wrongNote'), field: 'note' }
              : { body: { step: line.step, ...note } };
          }}
          done={(body) => act(acting(load, 'refusals', body, 'refuse'))}
          close={close}
        >
          <Note must />
        </Ask>
      );
    case 'turn':
      return (
        <AskTurn
          crossing={load.crossing ?? ''}
          plate={load.plate}
          gate={load.gate}
          act={(one) => act({ load, ...one })}
          close={close}
        />
      );
    case 'left':
      return (
        <AskLeft
          crossing={load.crossing ?? ''}
          plate={load.plate}
          act={(one) => act({ load, ...one })}
          close={close}
        />
      );
    case 'channel': {
      const byTwo = load.channelByTwo === true;
      // Several may be asked for at once: whoever says one of them too needs no reason.
      const asked = (load.seconds ?? []).flatMap(({ channel }) => channel ?? []);
      return (
        <Ask
          title={say('customsChannel')}
          {...(byTwo ? { why: say('secondWhy') } : {})}
          submit={say('doIt')}
          read={(form) => {
            const channel = form.get('channel');
            const note = noteIn(form);
            const first = byTwo && channel !== 'RED' && !asked.some((one) => one === channel);
            return first && note.note === undefined
              ? { wrong: say('wrongNote'), field: 'note' }
              : { body: { channel, ...note } };
          }}
          done={(body) => act(acting(load, 'channel', body, 'customsChannel'))}
          close={close}
        >
          <Choice
            name="channel"
            legend={plate}
            options={channels.map((one) => ({
              value: one,
              text: say(`channel${one}`),
              on: one === (asked[0] ?? load.channel),
            }))}
          />
          {byTwo && <Note label="reasonTwo" />}
        </Ask>
      );
    }
    case 'open':
      return (
        <Ask
          title={say('openInspection')}
          submit={say('openInspection')}
          read={(form) => asBody(bookingsIn(form, true, say))}
          done={(body) => act(acting(load, 'inspections', body, 'openInspection'))}
          close={close}
        >
          <Bookings load={load} legend={say('inspectionBy')} must />
        </Ask>
      );
    case 'join':
    case 'more': {
      const word = asking === 'join' ? 'joinInspection' : 'moreMeans';
      return (
        <Ask
          title={say(word)}
          why={load.inspection ? say('inspectionOpen', placesOf(load.inspection, speech)) : ''}
          submit={say(word)}
          read={(form) => asBody(bookingsIn(form, asking === 'more', say))}
          done={(body) => act(acting(load, 'inspection-joinings', body, word))}
          close={close}
        >
          <p>
            <Plate plate={load.plate} />
          </p>
          <Bookings
            load={load}
            legend={say(asking === 'join' ? 'inspectionAlso' : 'inspectionBy')}
            must={asking === 'more'}
          />
        </Ask>
      );
    }
    case 'result': {
      const { booked = [], results = [] } = load.inspection ?? {};
      const early = earlyText(line, speech);
      const left = booked
        .map(({ means }) => means)
        .filter((means) => !results.some((one) => one.means === means));
      return (
        <Ask
          title={say('recordResult')}
          {...(early === null ? {} : { why: early })}
          submit={say('doIt')}
          read={(form) => {
            const [means, outcome] = [form.get('means'), form.get('outcome')];
            if (means === null) return { wrong: say('wrongChoice'), field: 'means' };
            if (outcome === null) return { wrong: say('wrongChoice'), field: 'outcome' };
            return { body: { means, outcome } };
          }}
          done={(body) => act(acting(load, 'inspection-results', body, 'recordResult'))}
          close={close}
        >
          <Choice
            name="means"
            legend={say('resultOf')}
            options={left.map((one, i) => ({ value: one, text: say(one), on: i === 0 }))}
          />
          <Choice
            name="outcome"
            legend={say('recordResult')}
            options={inspectionOutcomes.map((one) => ({ value: one, text: say(`found${one}`) }))}
          />
        </Ask>
      );
    }
  }
}

const asBody = (read: Read) => ('bookings' in read ? { body: { bookings: read.bookings } } : read);

/** By what means, and where: the gate's places; where it has none, in the officer's own words. */
function Bookings({ load, legend, must }: { load: Load; legend: string; must: boolean }) {
  const speech = useSpeech();
  const { say } = speech;
  const options = offersOf(load, speech);
  if (options.length === 0) return null;
  return (
    <>
      {!hasPlaces(load, speech) && (
        <label className="note-field">
          <span>{say('inspectionPlace')}</span>
          <input name="place" autoComplete="off" spellCheck={false} maxLength={40} />
        </label>
      )}
      <Choice
        name="booking"
        legend={legend}
        many
        options={options.map((one) => ({ ...one, on: must && options.length === 1 }))}
      />
    </>
  );
}
