/**
 * Which language the page speaks, and dictionaries of which only that language is loaded: a screen waits for
 * its words before it is shown, another language is spoken once all the words in use are there.
 */
import { lazy, type ComponentType } from 'react';
import { languages, type Language } from './language';

export interface Words {
  holds: (language: Language) => boolean;
  load: (language: Language) => Promise<void>;
}

export interface Dictionary<W> extends Words {
  /** The words of a language that is loaded; what shows them has waited for it. */
  of: (language: Language) => W;
  /** Whether that is one of its words, whatever the language. */
  has: (word: string) => word is keyof W & string;
  /** The tables that are loaded. */
  tables: () => W[];
}

export function dictionaryOf<W extends Record<string, string>>(
  files: Record<Language, () => Promise<{ default: W }>>,
): Dictionary<W> {
  const held = new Map<Language, W>();
  const tables = () => [...held.values()];
  return {
    of: (language) => {
      const table = held.get(language);
      if (table === undefined) throw new Error(`words in ${language} are shown before they are loaded`);
      return table;
    },
    has: (word): word is keyof W & string => tables().some((table) => Object.hasOwn(table, word)),
    tables,
    holds: (language) => held.has(language),
    load: async (language) => {
      if (!held.has(language)) held.set(language, (await files[language]()).default);
    },
  };
}

/** Made when it is first asked for, once a language. */
export function onceEach<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const one = made.get(language) ?? make(language);
    made.set(language, one);
    return one;
  };
}

export interface Spoken {
  language: Language;
  /** Being loaded. */
  coming: Language | null;
  /** Could not be loaded when it was asked for: the one that was spoken stays. */
  failed: Language | null;
}

let spoken: Spoken = { language: 'vi', coming: null, failed: null };
const watchers = new Set<() => void>();
const inUse = new Set<Words>();

export const currentSpoken = (): Spoken => spoken;

export function watchSpoken(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function become(next: Spoken): void {
  spoken = next;
  watchers.forEach((watcher) => watcher());
}

/** At once where the words are there already; the last wish counts. */
export async function speak(language: Language): Promise<void> {
  const wish: Spoken = { ...spoken, coming: language, failed: null };
  become(wish);
  try {
    // A screen that began to load meanwhile has words too.
    while ([...inUse].some((one) => !one.holds(language))) {
      await Promise.all([...inUse].map((one) => one.load(language)));
    }
    if (spoken === wish) become({ language, coming: null, failed: null });
  } catch {
    if (spoken === wish) become({ ...spoken, coming: null, failed: language });
  }
}

/** A screen that is loaded when it is needed, together with its words in the language that is spoken. */
export function screen<P>(words: readonly Words[], load: () => Promise<ComponentType<P>>) {
  const ready = async () => {
    words.forEach((one) => inUse.add(one));
    while (words.some((one) => !one.holds(spoken.language))) {
      await Promise.all(words.map((one) => one.load(spoken.language)));
    }
  };
  return lazy(async () => ({ default: (await Promise.all([load(), ready()]))[0] }));
}

/** The other languages too: where the page must be able to change its language without a network. */
export async function everyLanguage(): Promise<void> {
  await Promise.all([...inUse].flatMap((one) => languages.map((language) => one.load(language))));
}
