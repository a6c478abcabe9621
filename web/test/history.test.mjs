/** Every line that a vehicle's history can have, as the server's tests keep them, is said in each language. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { load } from '../dev/source.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..');
/** How the officers' screens speak, with every language loaded. */
async function spoken() {
  const { languages } = await load('words.ts');
  const { deskDictionary } = await load('gate/deskwords.ts');
  await Promise.all(languages.map(deskDictionary.load));
  return load('gate/speech.ts');
}

globalThis.document ??= { querySelector: () => null };

test('no line of a history shows a code, in no language and at no site', async () => {
  const { languages } = await load('words.ts');
  const { says, sayCode } = await spoken();
  const { toldOf } = await load('file/history.ts');
  const kept = readFileSync(join(root, 'src/test/resources/timeline.tsv'), 'utf8').trimEnd().split('\n');
  const sites = new Map();
  const siteOf = (name) => {
    if (!sites.has(name)) sites.set(name, JSON.parse(readFileSync(join(root, `src/main/resources/sites/${name}.json`), 'utf8')));
    return sites.get(name);
  };
  const raw = [];
  for (const line of kept) {
    const [name, type, detail] = line.split('\t');
    for (const language of languages) {
      const speech = { language, say: says(language), site: siteOf(name) };
      const shown = `${sayCode(speech.say, type)} ${toldOf(type, detail, speech) ?? ''}`;
      const own = type === 'PlaceAssigned' ? 1 : 0;
      const codes = [type, ...detail.split(' ').slice(own)].filter((code) => /[A-Za-z]/.test(code));
      // A word may look like its code in no language: codes are capitals or joined words.
      if (codes.some((code) => shown.includes(code)) || /undefined|\{\d\}/.test(shown)) raw.push(`${language} ${line}: ${shown}`);
    }
  }
  assert.ok(kept.length > 500, `${kept.length} lines`);
  assert.deepEqual(raw, []);
});

test('in the lists of the desk a turned vehicle that is held says by whom', async () => {
  const { nowOf } = await load('gate/sentences.ts');
  const { says } = await spoken();
  const row = { state: 'IN_YARD', turned: { reason: 'NO_ROOM', at: '2026-11-26T05:06:00Z' } };
  for (const [language, plain, held] of [
    ['vi', 'Quay đầu', 'Quay đầu · lệnh giữ xe của Kiểm dịch thực vật'],
    ['zh', '掉头返回', '掉头返回 · 植物检疫的扣车令'],
    ['en', 'Turned back', 'Turned back · hold by Plant quarantine'],
  ]) {
    const speech = { language, say: says(language), site: null };
    assert.equal(nowOf(row, speech), plain);
    assert.equal(nowOf({ ...row, waitingFor: ['PLANT_QUARANTINE'] }, speech), held);
  }
});

test('who acted, and whose data they are, is said in each language', async () => {
  const { languages } = await load('words.ts');
  const { says, sayCode } = await spoken();
  const { Role } = JSON.parse(readFileSync(join(root, 'src/main/resources/openapi.json'), 'utf8')).components.schemas;
  const server = readFileSync(join(root, 'src/main/java/io/clearway/link/api/Queries.java'), 'utf8');
  const subjects = [...server.matchAll(/subject\(subjects, "([A-Z_]+)"/g)].map(([, role]) => `subject${role}`);
  assert.ok(subjects.length >= 5, subjects.join());
  for (const language of languages) {
    for (const code of [...Role.enum, ...subjects]) assert.notEqual(sayCode(says(language), code), code);
  }
});
