/** What is asked before money moves: how much, whose, why. */
import type { ReactNode } from 'react';
import { amountTyped, dong, type Charge, type Payer, type PayerAccount } from '../charges';
import { chargeSay } from '../chargelines';
import { Ask, Choice, Note } from '../gate/ask';
import { useSpeech } from '../gate/speech';
import { moneySay } from './moneywords';

interface AskedProps {
  done: (body: Record<string, unknown>) => void;
  close: () => void;
}

function useNote() {
  const { language } = useSpeech();
  return { note: moneySay(language), language, text: (amount: number) => dong(amount, language) };
}

function Amount({ preset }: { preset?: number }) {
  const { note, text } = useNote();
  return (
    <label className="note-field">
      <span>{note('amount')}</span>
      <input
        name="amount"
        inputMode="numeric"
        autoComplete="off"
        maxLength={24}
        className="cash-amount"
        defaultValue={preset === undefined ? '' : text(preset)}
        onFocus={(event) => event.target.select()}
      />
    </label>
  );
}

function Typed({ name, label, preset = '', most }: { name: string; label: string; preset?: string; most: number }) {
  return (
    <label className="note-field">
      <span>{label}</span>
      <input name={name} autoComplete="off" spellCheck={false} maxLength={most} defaultValue={preset} />
    </label>
  );
}

/** The amount and the reason of a form, or what is wrong with it. */
function useReading() {
  const { note } = useNote();
  return (form: FormData, least: number): { wrong: string; field: string } | { amount: number; reason: string } => {
    const amount = amountTyped(String(form.get('amount') ?? ''));
    const reason = String(form.get('note') ?? '').trim();
    if (amount === null || amount < least) return { wrong: note('wrongAmount'), field: 'amount' };
    if (reason === '') return { wrong: note('wrongReason'), field: 'note' };
    return { amount, reason };
  };
}

export function Sure({ title, why, submit, children, ...props }: AskedProps & { title: string; why?: string; submit: string; children?: ReactNode }) {
  return (
    <Ask title={title} {...(why === undefined ? {} : { why })} submit={submit} read={() => ({ body: {} })} {...props}>
      {children}
    </Ask>
  );
}

export function OweAsk({ sum, payer, account, ...props }: AskedProps & { sum: number; payer: Payer; account: PayerAccount | null }) {
  const { note, text } = useNote();
  const say = chargeSay(useSpeech().language);
  const deposit = account === null ? say('unknownAmount') : text(account.deposit);
  return (
    <Ask
      title={note('owedAsk', payer.name, text(sum))}
      why={note('owedWhy', deposit)}
      submit={note('owedDone')}
      read={(form) => {
        const reason = String(form.get('note') ?? '').trim();
        return reason === '' ? { wrong: note('wrongReason'), field: 'note' } : { body: { reason } };
      }}
      {...props}
    >
      <Note must text={note('reason')} />
    </Ask>
  );
}

/** An amount where no rate is known, or another one than the tariff's for two to decide. */
export function AmountAsk({ charge, how, ...props }: AskedProps & { charge: Charge; how: 'provisional' | 'adjust' }) {
  const { note, text } = useNote();
  const reading = useReading();
  const kind = note(`kind${charge.kind}`);
  const now = charge.total === undefined ? note('unknownAmount') : text(charge.total);
  return (
    <Ask
      title={how === 'provisional' ? note('provisionalAsk', kind) : note('adjustAsk', kind)}
      why={how === 'provisional' ? note('provisionalWhy') : note('adjustWhy', now)}
      submit={how === 'provisional' ? note('setAmount') : note('proposeDone')}
      read={(form) => {
        const read = reading(form, 0);
        return 'wrong' in read ? read : { body: { charge: charge.charge, ...read } };
      }}
      {...props}
    >
      <Amount />
      <Note must text={note('reason')} />
    </Ask>
  );
}

export function DepositAsk({ payer, ...props }: AskedProps & { payer: Payer | null }) {
  const { note } = useNote();
  return (
    <Ask
      title={note('layDownAsk')}
      submit={note('settleDone')}
      read={(form) => {
        const amount = amountTyped(String(form.get('amount') ?? ''));
        const name = String(form.get('name') ?? '').trim();
        const taxCode = String(form.get('taxCode') ?? '').trim();
        if (name === '' || taxCode === '') return { wrong: note('wrongPayer'), field: name === '' ? 'name' : 'taxCode' };
        if (amount === null || amount === 0) return { wrong: note('wrongAmount'), field: 'amount' };
        return { body: { payer: { taxCode, name }, amount } };
      }}
      {...props}
    >
      <Amount />
      <Typed name="name" label={note('nameOf')} preset={payer?.name ?? ''} most={300} />
      <Typed name="taxCode" label={note('codeOf')} preset={payer?.taxCode ?? ''} most={20} />
    </Ask>
  );
}

export function RefundAsk({ payer, account, ...props }: AskedProps & { payer: Payer; account: PayerAccount }) {
  const { note, text } = useNote();
  const reading = useReading();
  const first = account.credit > 0 || account.deposit === 0 ? 'CREDIT' : 'DEPOSIT';
  return (
    <Ask
      title={note('refundAsk', payer.name)}
      why={note('refundWhy', text(account.deposit), text(account.credit))}
      submit={note('proposeDone')}
      read={(form) => {
        const read = reading(form, 1);
        if ('wrong' in read) return read;
        return { body: { payer, from: form.get('from') ?? first, cash: form.get('how') === 'cash', ...read } };
      }}
      {...props}
    >
      <Choice
        name="from"
        legend={note('refundFrom')}
        options={(['CREDIT', 'DEPOSIT'] as const).map((one) => ({ value: one, text: note(`from${one}`), on: one === first }))}
      />
      <Choice
        name="how"
        legend={note('refundHow')}
        options={[
          { value: 'cash', text: note('byCash'), on: true },
          { value: 'bank', text: note('byBank') },
        ]}
      />
      <Amount preset={first === 'CREDIT' ? account.credit : account.deposit - account.owed} />
      <Note must text={note('reason')} />
    </Ask>
  );
}
