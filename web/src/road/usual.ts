/** Beginnings of plates that are offered before this phone has seen any (assumed). */
export const USUAL = ['29C', '15C', '98C', '51C', '60C', '12C'];
