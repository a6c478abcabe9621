/// What a passage is charged, and how it is paid.
///
/// Public: [Tariff] as dated data, [Assessing] with the lines that explain a charge, [Charge],
/// [Payment], [Taken], [Receipt], the double-entry [Ledger], [Doubt], [FeeCommand], [FeeEvent],
/// [FeeRules] and [Fees]. What a rate is and nobody published stays unknown: a charge waits for an
/// officer's amount and the vehicle for nobody. A report of the bank is never refused. Every
/// movement of money is a function of its event ([Posting]), and the sum of all accounts is nothing
/// after each. Rules: docs/rules/fee.md.
@org.jspecify.annotations.NullMarked
package io.clearway.fee;
