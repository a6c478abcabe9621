/** What an operator does about an account: enrol, another scope, a new password; alone or proposed to another. */
import { useState } from 'react';
import { draftOf, roles, scopeOf, takesTwo, type Account, type Draft, type Role, type Wish } from './accounts';
import { Select, Text } from './field';
import { Form, useSending } from './form';
import { usePeople, wrongAt, type Wrong } from './say';
import { ScopeFields, yardsAt } from './scope';

const NAME = ['name'];

/** Does what is wished, or proposes it; what is refused is thrown. */
export type Wishing = (wish: Wish, byTwo: boolean) => Promise<void>;

interface DoProps {
  twoOperators: boolean;
  wish: Wishing;
  close: () => void;
}

/** Said before anybody types: whether it is done at once. */
function ByTwo({ role, twoOperators }: { role: string; twoOperators: boolean }) {
  const { say } = usePeople();
  if (!takesTwo(role)) return null;
  return <p className="people-two">{say(twoOperators ? 'takesTwo' : 'takesOne')}</p>;
}

/** A device does not sign in; for who only reads a token may do. */
const signsIn = (role: string): 'must' | 'may' | 'never' =>
  role === 'GATE_DEVICE' ? 'never' : role === 'READER' ? 'may' : 'must';

/** The page asks for what the form needs; everything else the server says. */
function missing(draft: Draft): Wrong[] {
  const found: Wrong[] = [];
  if (draft.role === '') found.push(wrongAt('role', 'chooseRole'));
  if (draft.label.trim() === '') found.push(wrongAt('label', 'fillThis'));
  if (draft.role !== '' && signsIn(draft.role) === 'must' && draft.name.trim() === '') {
    found.push(wrongAt('name', 'fillThis'));
  }
  return found;
}

function missingInShifts({ shifts, role }: Draft): Wrong[] {
  if (!takesTwo(role) || role === 'OPERATOR') return [];
  return shifts.flatMap((one, i) => [
    ...(one.days.length === 0 ? [wrongAt(`shifts[${i}].days`, 'chooseDays')] : []),
    ...(one.from.trim() === '' ? [wrongAt(`shifts[${i}].from`, 'fillThis')] : []),
    ...(one.to.trim() === '' ? [wrongAt(`shifts[${i}].to`, 'fillThis')] : []),
  ]);
}

interface EnrolProps extends DoProps {
  draft: Draft;
  change: (draft: Draft) => void;
}

export function Enrol({ draft, change, twoOperators, wish, close }: EnrolProps) {
  const speech = usePeople();
  const { say } = speech;
  const sending = useSending();
  const put = (part: Partial<Draft>) => change({ ...draft, ...part });
  const { role } = draft;
  const byTwo = twoOperators && takesTwo(role);
  const send = () =>
    sending.run([...missing(draft), ...missingInShifts(draft)], () =>
      wish(
        {
          kind: 'enrol',
          id: draft.id,
          role: role as Role,
          label: draft.label.trim(),
          scope: scopeOf(draft, yardsAt(draft.gates, speech).map((yard) => yard.code)),
          name: signsIn(role) === 'never' ? '' : draft.name.trim(),
        },
        byTwo,
      ),
    );
  return (
    <Form title={say('enrolTitle')} submit={say(byTwo ? 'propose' : 'enrol')} sending={sending} send={send} close={close}>
      <Select name="role" label={say('roleField')} value={role} change={(chosen) => put({ role: chosen as Role })}>
        <option value="">{say('roleChoose')}</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </Select>
      <ByTwo role={role} twoOperators={twoOperators} />
      <Text name="label" label={say('labelField')} hint={say('labelHint')} value={draft.label} change={(label) => put({ label })} />
      {role !== '' && signsIn(role) !== 'never' && (
        <Text
          name="name"
          label={say('nameField')}
          hint={say(signsIn(role) === 'may' ? 'nameOptional' : 'nameHint')}
          autoCapitalize="none"
          value={draft.name}
          change={(name) => put({ name })}
        />
      )}
      {role !== '' && <ScopeFields draft={draft} change={put} companyFixed={false} />}
    </Form>
  );
}

export function Rescope({ account, twoOperators, wish, close }: DoProps & { account: Account }) {
  const speech = usePeople();
  const { say } = speech;
  const sending = useSending();
  const [draft, setDraft] = useState(() => draftOf(account));
  const byTwo = twoOperators && takesTwo(account.role);
  const send = () =>
    sending.run(missingInShifts(draft), () =>
      wish(
        {
          kind: 'rescope',
          actor: account.id,
          scope: scopeOf(draft, yardsAt(draft.gates, speech).map((yard) => yard.code)),
        },
        byTwo,
      ),
    );
  return (
    <Form title={say('scopeTitle')} submit={say(byTwo ? 'propose' : 'scopeDo')} sending={sending} send={send} close={close}>
      <h3>{say('scopeTitle')}</h3>
      <ByTwo role={account.role} twoOperators={twoOperators} />
      <ScopeFields
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        companyFixed={account.company !== undefined}
      />
    </Form>
  );
}

export function Renew({ account, twoOperators, wish, close }: DoProps & { account: Account }) {
  const { say } = usePeople();
  const sending = useSending(NAME);
  const [name, setName] = useState('');
  const byTwo = twoOperators && takesTwo(account.role);
  const send = () =>
    sending.run(name.trim() === '' ? [wrongAt('name', 'fillThis')] : [], () =>
      wish({ kind: 'renew', actor: account.id, name: name.trim() }, byTwo),
    );
  return (
    <Form title={say('renewTitle')} submit={say(byTwo ? 'propose' : 'renewDo')} sending={sending} send={send} close={close}>
      <h3>{say('renewTitle')}</h3>
      <p>{say('renewWhy')}</p>
      <ByTwo role={account.role} twoOperators={twoOperators} />
      <Text name="name" label={say('nameField')} hint={say('nameRenew')} autoCapitalize="none" value={name} change={setName} />
    </Form>
  );
}

/** What another operator has approved, done with one press; only the name may be another one. */
export function Finish({ kept, wish }: { kept: Wish; wish: (wish: Wish) => Promise<void> }) {
  const { say } = usePeople();
  const sending = useSending(NAME);
  const [name, setName] = useState(kept.kind === 'rescope' ? '' : kept.name);
  const send = () =>
    sending.run(kept.kind !== 'rescope' && name.trim() === '' ? [wrongAt('name', 'fillThis')] : [], () =>
      wish(kept.kind === 'rescope' ? kept : { ...kept, name: name.trim() }),
    );
  return (
    <Form title={say('doNow')} submit={say('doNow')} sending={sending} send={send}>
      {kept.kind !== 'rescope' && (
        <Text name="name" label={say('nameField')} hint={say('nameHint')} autoCapitalize="none" value={name} change={setName} />
      )}
    </Form>
  );
}
