/**
 * A text as a QR code (ISO/IEC 18004: bytes, level M, versions 1 to 12), made in the browser: a link that no
 * server may see is drawn by none.
 */

/** Correction codewords per block, and blocks, of level M for each version. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8];
const LEVEL_M = 0;

/** Whether a module is dark, by row and column. */
export type Code = boolean[][];

/** @throws RangeError for more than 287 bytes */
export function qrOf(text: string): Code {
  const bytes = new TextEncoder().encode(text);
  const version = CORRECTION.findIndex((_, i) => bytes.length <= roomIn(i + 1)) + 1;
  if (version === 0) throw new RangeError('too long for this code');
  const blank = patterns(version);
  const bits = codewords(bytes, version).flatMap((byte) => bitsOf(byte, 8));
  const masked = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => filled(blank, bits, mask));
  return masked.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

const bitsOf = (value: number, count: number): boolean[] =>
  Array.from({ length: count }, (_, i) => ((value >>> (count - 1 - i)) & 1) === 1);

const sizeOf = (version: number): number => version * 4 + 17;

/** All codewords that fit beside the patterns. */
function allOf(version: number): number {
  const along = Math.floor(version / 7) + 2;
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) modules -= (25 * along - 10) * along - 55;
  if (version >= 7) modules -= 36;
  return modules >>> 3;
}

const dataOf = (version: number): number =>
  allOf(version) - (CORRECTION[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 0);

const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

const roomIn = (version: number): number => (dataOf(version) * 8 - 4 - lengthBits(version)) >>> 3;

/** The data with their correction, interleaved by blocks. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const bits = [...bitsOf(4, 4), ...bitsOf(bytes.length, lengthBits(version))];
  for (const byte of bytes) bits.push(...bitsOf(byte, 8));
  const room = dataOf(version) * 8;
  bits.push(...bitsOf(0, Math.min(4, room - bits.length)));
  while (bits.length % 8 !== 0) bits.push(false);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) bits.push(...bitsOf(pad, 8));
  const data = Array.from({ length: room / 8 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((byte, bit) => byte * 2 + Number(bit), 0),
  );
  const count = BLOCKS[version - 1] ?? 1;
  const correction = CORRECTION[version - 1] ?? 0;
  const short = Math.floor(data.length / count);
  const blocks = Array.from({ length: count }, (_, i) => {
    const longer = count - (data.length % count);
    const from = i * short + Math.max(0, i - longer);
    return data.slice(from, from + short + Number(i >= longer));
  });
  const divisor = generator(correction);
  const ends = blocks.map((block) => remainder(block, divisor));
  const inTurn = (lists: number[][], most: number) =>
    Array.from({ length: most }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
  return [...inTurn(blocks, short + 1), ...inTurn(ends, correction)];
}

/** In the field of 256 elements over x^8 + x^4 + x^3 + x^2 + 1. */
function times(x: number, y: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((y >>> i) & 1) * x;
  }
  return product;
}

function generator(degree: number): number[] {
  const result: number[] = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) result[j] = times(result[j] ?? 0, root) ^ (result[j + 1] ?? 0);
    root = times(root, 2);
  }
  return result;
}

function remainder(data: number[], divisor: number[]): number[] {
  const rest: number[] = Array<number>(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    divisor.forEach((one, i) => (rest[i] = (rest[i] ?? 0) ^ times(one, factor)));
  }
  return rest;
}

/** What stands in every code of a version; null where data go. */
function patterns(version: number): (boolean | null)[][] {
  const size = sizeOf(version);
  const grid = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  const set = (row: number, column: number, dark: boolean) => {
    if (row >= 0 && column >= 0 && row < size && column < size) (grid[row] ?? [])[column] = dark;
  };
  const ring = (row: number, column: number, reach: number, light: readonly number[]) => {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        set(row + y, column + x, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
      }
    }
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]] as const) ring(row, column, 4, [2, 4]);
  const places = alignments(version);
  const last = places.length - 1;
  places.forEach((row, i) =>
    places.forEach((column, j) => {
      const corner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!corner) ring(row, column, 2, [1]);
    }),
  );
  formats(size, 0).forEach(([row, column]) => set(row, column, false));
  set(size - 8, 8, true);
  if (version >= 7) {
    bitsOf((version << 12) | leftOver(version, 12, 0x1f25), 18)
      .reverse()
      .forEach((dark, i) => {
        set(Math.floor(i / 3), size - 11 + (i % 3), dark);
        set(size - 11 + (i % 3), Math.floor(i / 3), dark);
      });
  }
  return grid;
}

function alignments(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const size = sizeOf(version);
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - step * (count - 2 - i))];
}

/** The check bits of a short code. */
function leftOver(value: number, shift: number, polynomial: number): number {
  let rest = value;
  for (let i = 0; i < shift; i++) rest = (rest << 1) ^ ((rest >>> (shift - 1)) * polynomial);
  return rest;
}

/** Where level and mask stand, twice, with what stands there. */
function formats(size: number, mask: number): [row: number, column: number, dark: boolean][] {
  const said = (LEVEL_M << 3) | mask;
  const bits = bitsOf(((said << 10) | leftOver(said, 10, 0x537)) ^ 0x5412, 15).reverse();
  return bits.flatMap((dark, i) => {
    const row = i < 6 ? i : i < 8 ? i + 1 : 8;
    const column = i < 8 ? 8 : i === 8 ? 7 : 14 - i;
    return [
      [row, column, dark],
      i < 8 ? [8, size - 1 - i, dark] : [size - 15 + i, 8, dark],
    ] as [number, number, boolean][];
  });
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** The bits go up and down in columns of two, from the right, around the patterns. */
function filled(blank: readonly (boolean | null)[][], bits: readonly boolean[], mask: number): Code {
  const size = blank.length;
  const code = blank.map((row) => row.map((dark) => dark === true));
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (blank[row]?.[column] !== null) continue;
        (code[row] ?? [])[column] = (bits[at++] ?? false) !== masks[mask]?.(row, column);
      }
    }
  }
  formats(size, mask).forEach(([row, column, dark]) => ((code[row] ?? [])[column] = dark));
  return code;
}

/** How hard a code is to read: runs, squares, what looks like a corner, too much of one colour. */
function penalty(code: Code): number {
  const size = code.length;
  const lines = [...code, ...code.map((_, c) => code.map((row) => row[c] ?? false))].map((line) =>
    line.map(Number).join(''),
  );
  let sum = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    sum += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let r = 0; r + 1 < size; r++) {
    for (let c = 0; c + 1 < size; c++) {
      const [a, b] = [lines[r], lines[r + 1]];
      if (a?.[c] === a?.[c + 1] && a?.[c] === b?.[c] && a?.[c] === b?.[c + 1]) sum += 3;
    }
  }
  const dark = lines.slice(0, size).join('').replaceAll('0', '').length;
  return sum + 10 * Math.floor(Math.abs(dark / (size * size) - 0.5) * 20);
}
