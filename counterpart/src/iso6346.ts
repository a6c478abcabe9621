/** Letters count from 10 and leave out 11, 22 and 33. */
function valueOf(char: string): number {
  if (char >= "0" && char <= "9") return Number(char);
  const place = char.charCodeAt(0) - 65;
  return 10 + place + (place >= 1 ? 1 : 0) + (place >= 11 ? 1 : 0) + (place >= 21 ? 1 : 0);
}

/** ISO 6346: the weighted sum of the ten characters modulo 11; 10 means "do not use". */
export function checkDigit(code: string): number {
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += valueOf(code.charAt(i)) * 2 ** i;
  return sum % 11;
}
