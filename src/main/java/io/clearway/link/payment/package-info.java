/// The bank: where payers are sent with a payment, what it reports, and its file of a day; and the
/// door for everything that has to do with fees.
///
/// Public: [BankKey] with which both sides sign, [BankReport] as it comes, [BankFile] of a day,
/// [ReceiptSeal] of papers, [FeeRoutes]. Nothing that the bank says counts unless its signature is
/// right; what is right is never refused.
@org.jspecify.annotations.NullMarked
package io.clearway.link.payment;
