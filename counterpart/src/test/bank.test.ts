import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Bank, FAULTS } from "../bank.js";

const KEY = "0123456789abcdef".repeat(4);

function sign(...texts: string[]): string {
  const mac = createHmac("sha256", Buffer.from(KEY, "hex"));
  texts.forEach((text) => mac.update(`${text}\n`));
  return mac.digest("hex");
}

interface Report {
  transaction: string;
  payment: string;
  amount: number;
  at: string;
  signature: string;
}

/** A gate that books what is signed, once, and denies the rest. */
async function gate(): Promise<{ url: string; booked: Map<string, number>; denied: number[]; close: () => void }> {
  const booked = new Map<string, number>();
  const denied: number[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const said = JSON.parse(text) as Report;
      const right = said.signature === sign(said.transaction, said.payment, String(said.amount), said.at);
      if (right) booked.set(said.transaction, said.amount);
      else denied.push(said.amount);
      response.writeHead(right ? 200 : 403).end("{}");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1/lang-son/payment-reports`, booked, denied, close: () => void server.close().closeAllConnections() };
}

test("every fault is played, and the bank's file has what was taken whatever became of its report", async () => {
  const there = await gate();
  const bank = new Bank({ key: KEY, report: there.url, seed: 1, faulty: 0.8, lateMs: 20 });
  const port = await bank.listen(0);
  for (let i = 0; i < 60; i++) {
    const payment = `01990fd8-2f00-7a11-8c3e-${String(i).padStart(12, "0")}`;
    const expires = "2030-01-01T00:00:00Z";
    const order = `payment=${payment}&amount=${1000 + i}&expires=${expires}&signature=${sign(payment, String(1000 + i), expires)}`;
    const seen = await fetch(`http://127.0.0.1:${port}/pay?${order}`);
    assert.match(await seen.text(), new RegExp(`${1000 + i} VND`));
    const paid = await fetch(`http://127.0.0.1:${port}/pay?${order}`, { method: "POST" });
    assert.equal(paid.status, 200);
    await paid.text();
  }
  await bank.settled();
  assert.deepEqual(new Set(bank.taken.map((one) => one.fault)), new Set(FAULTS));
  for (const one of bank.taken) {
    assert.equal(there.booked.get(one.transaction), one.fault === "lost" ? undefined : one.amount, one.fault);
    const answers = { none: [200], twice: [200, 200], late: [200], forged: [403, 200], lost: undefined }[one.fault];
    assert.deepEqual(bank.answers.get(one.transaction), answers, one.fault);
  }
  assert.equal(there.denied.length, bank.taken.filter((one) => one.fault === "forged").length);
  const day = bank.taken[0]?.at.slice(0, 10) ?? "";
  const lines = bank.file(day).trim().split("\n");
  assert.equal(lines[0], "transaction,payment,amount,at");
  assert.equal(lines.length - 1, bank.taken.filter((one) => one.at.startsWith(day)).length);
  bank.close();
  there.close();
});

test("an order that the gate did not sign is not paid", async () => {
  const bank = new Bank({ key: KEY, report: "http://127.0.0.1:9/", seed: 1, faulty: 0, lateMs: 1 });
  const port = await bank.listen(0);
  const order = `payment=p&amount=1&expires=e&signature=${sign("p", "1000", "e")}`;
  const answer = await fetch(`http://127.0.0.1:${port}/pay?${order}`, { method: "POST" });
  assert.equal(answer.status, 400);
  await answer.text();
  assert.equal(bank.taken.length, 0);
  bank.close();
});

test("a bank that was killed knows what it took, takes nothing twice, and tells what was not heard", async () => {
  const there = await gate();
  const folder = mkdtempSync(join(tmpdir(), "bank-"));
  const setting = { key: KEY, seed: 1, faulty: 0, lateMs: 1, book: join(folder, "bank.jsonl"), now: () => Date.parse("2026-01-15T03:00:00Z") };
  const order = (payment: string) => `payment=${payment}&amount=7&expires=e&signature=${sign(payment, "7", "e")}`;
  const deaf = new Bank({ ...setting, report: "http://127.0.0.1:9/" });
  const first = await deaf.listen(0);
  for (const payment of ["p", "q", "p"]) {
    const answer = await fetch(`http://127.0.0.1:${first}/pay?${order(payment)}`, { method: "POST" });
    assert.equal(await answer.text(), "Paid.");
  }
  deaf.close();
  const bank = new Bank({ ...setting, report: there.url });
  const second = await bank.listen(0);
  await (await fetch(`http://127.0.0.1:${second}/pay?${order("q")}`, { method: "POST" })).text();
  await bank.settled();
  assert.deepEqual(bank.taken.map(({ payment }) => payment), ["p", "q"]);
  assert.equal(there.booked.size, 2, "the gate was away when they were taken");
  assert.equal(bank.file("2026-01-15").trim().split("\n").length, 3);
  bank.close();
  const third = new Bank({ ...setting, report: there.url });
  await third.settled();
  assert.equal(third.answers.size, 0, "what the gate knows of is not told again");
  there.close();
  rmSync(folder, { recursive: true });
});

test("a payer is sent back to the gate, and nowhere else", async () => {
  const there = await gate();
  const bank = new Bank({ key: KEY, report: there.url, seed: 1, faulty: 0, lateMs: 20 });
  const port = await bank.listen(0);
  const payment = "01990fd8-2f00-7a11-8c3e-000000000077";
  const expires = "2030-01-01T00:00:00Z";
  const order = `payment=${payment}&amount=5&expires=${expires}&signature=${sign(payment, "5", expires)}`;
  const pay = (back: string) => fetch(`http://127.0.0.1:${port}/pay?${order}&back=${encodeURIComponent(back)}`, { method: "POST", redirect: "manual" });
  const home = `${new URL(there.url).origin}/#/trader/pay/${payment}`;
  assert.deepEqual([(await pay(home)).status, (await pay(home)).headers.get("location")], [303, home]);
  for (const other of ["https://gate.example.invalid/", "javascript:alert(1)", "/"]) assert.equal((await pay(other)).status, 200, other);
  await bank.settled();
  bank.close();
  there.close();
});
