/** How the screens for the road speak, and how they name places. */
import { useMemo } from 'react';
import { labelOf, useSpeech as useFrameSpeech, type Speech as FrameSpeech } from '../parts';
import type { Label } from '../wire';
import { onceEach } from '../spoken';
import { dictionary, saying, type Language, type Say as Saying, type Word as FrameWord } from '../words';
import type { RoadSite } from './road-wire';
import { roadDictionary, type RoadWord } from './roadwords';

export type Word = FrameWord | RoadWord;
export type Say = Saying<Word>;

export interface Speech extends FrameSpeech {
  say: Say;
}

const says = onceEach<Say>((language) =>
  saying({ ...dictionary[language], ...roadDictionary.of(language) }, language),
);

export function useSpeech(): Speech {
  const frame = useFrameSpeech();
  return useMemo(() => ({ ...frame, say: says(frame.language) }), [frame]);
}

/** A post, a holding park or a gate by its code. */
export function placeLabel(site: RoadSite, code: string, language: Language): string {
  const all: { code: string; name: Label }[] = [...site.posts, ...site.parks, ...site.lines];
  const place = all.find((one) => one.code === code);
  return place === undefined ? code : labelOf(place.name, language);
}
