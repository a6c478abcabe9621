/** A receipt's number, that opens it as a page, and beside it the same as PDF. */
import { receiptPath, type Receipt } from './charges';
import { useSpeech } from './parts';
import { show } from './saved';

interface ReceiptProps {
  receipt: Receipt;
  /** How its page and its PDF are called, for who does not see them. */
  name: { page: string; pdf: string };
  wrong: (reason: unknown) => void;
}

export function ReceiptLink({ receipt, name, wrong }: ReceiptProps) {
  const { language } = useSpeech();
  const go = (format: 'html' | 'pdf') => void show(receiptPath(receipt, format, language)).catch(wrong);
  return (
    <span className="receipt-link">
      <button type="button" className="link" aria-label={name.page} onClick={() => go('html')}>
        {receipt.number}
      </button>{' '}
      <button type="button" aria-label={name.pdf} onClick={() => go('pdf')}>
        PDF
      </button>
    </span>
  );
}
