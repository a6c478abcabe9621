/** The languages of every screen; Vietnamese is the first. */
export const languages = ['vi', 'zh', 'en'] as const;
export type Language = (typeof languages)[number];
