/** Rows of a firm's own spreadsheet: how they are cut, and what their columns are. */
import { put, at, type Tree } from '../registration/tree';
import { calledOf, columnKeys, placeOf, type Key } from '../registration/fields';
import { folded, normalised } from '../registration/typed';
import { traderDictionary } from './traderwords';

/** Cells of tab-separated text, or of CSV with commas or semicolons; quotes may hold any of them. */
export function cells(text: string): string[][] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const first = clean.split('\n', 1)[0] ?? '';
  const mark = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let i = 0; i < clean.length; i++) {
    const c = clean[i] ?? '';
    if (quoted) {
      if (c === '"' && clean[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === mark) endCell();
    else if (c === '\n') endRow();
    else cell += c;
  }
  endRow();
  return rows;
}

/** How firms call a column, besides the words of the form. */
const called: Partial<Record<Key, readonly string[]>> = {
  plate: ['biển số', 'bks', 'biển kiểm soát', 'số xe', 'biển xe', '车牌', '车号', 'plate', 'truck', 'vehicle'],
  driver: ['tài xế', 'tên lái xe', 'tên tài xế', 'họ tên lái xe', '驾驶员', '司机姓名', 'driver name'],
  driverId: ['cccd', 'cmnd', 'số cccd', 'số cmnd', 'giấy tờ', 'hộ chiếu', '身份证', '证件号', 'id number', 'identity', 'passport'],
  driverPhone: ['điện thoại', 'sđt', 'số điện thoại', '电话', '手机', 'phone', 'mobile'],
  trailer: ['mooc', 'moóc', 'rơ moóc', 'số mooc', '挂车号', 'trailer no'],
  container: ['container', 'cont', 'số cont', '箱号', '柜号', 'container no'],
  seal: ['chì', 'seal', 'số chì', 'số seal', '封志', '封号', '铅封', 'seal no'],
  weight: ['trọng lượng', 'khối lượng', 'trọng lượng hàng', 'tấn', 'kg', '重量', '货重', '净重', 'weight', 'net weight'],
  customsNumber: ['tờ khai hải quan', 'tkhq', 'số tkhq', '报关单', 'customs declaration'],
  product: ['tên hàng', 'mặt hàng', 'hàng', '品名', '货名', '货物名称', 'product', 'commodity'],
  arrival: ['giờ đến', 'dự kiến', 'ngày đến', '到达时间', '预计', 'eta', 'arrival'],
  tare: ['tự trọng', 'trọng lượng bì', '自重', '皮重', 'tare'],
  vehicleClass: ['loại xe', '车型', 'class'],
  insuranceTo: ['hạn bảo hiểm', 'bảo hiểm', '保险', 'insurance'],
  plantingArea: ['vùng trồng', 'mã vùng trồng', '果园', 'puc'],
  packingHouse: ['đóng gói', 'mã đóng gói', '包装厂', 'phc'],
  certificate: ['kdtv', 'kiểm dịch', '植检', 'phytosanitary'],
  residue: ['dư lượng', '农残', 'residue'],
};

const bare = (text: string): string => folded(text).replace(/\([^)]*\)|（[^）]*）|[\s.:_\-/*]/g, '');

let held = 0;
const names = new Map<string, Key>();

/** What a header may say, in every language that is loaded. */
function namesNow(): Map<string, Key> {
  const tables = traderDictionary.tables();
  if (tables.length === held) return names;
  held = tables.length;
  for (const key of columnKeys) for (const table of tables) names.set(bare(table[calledOf(key)]), key);
  for (const key of columnKeys) for (const word of called[key] ?? []) names.set(bare(word), key);
  return names;
}

/** The field that a column's header names: exactly, else by the longest word within it. */
export function keyOfHeader(header: string): Key | null {
  const text = bare(header);
  if (text === '') return null;
  const names = namesNow();
  const exact = names.get(text);
  if (exact !== undefined) return exact;
  let found: [string, Key] | null = null;
  for (const [word, key] of names) {
    const long = /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 4;
    if (long && text.includes(word) && word.length > (found?.[0].length ?? 0)) found = [word, key];
  }
  return found?.[1] ?? null;
}

/** Without a header the cells themselves tell a few things. */
function keyOfCell(cell: string): Key | null {
  const text = normalised(cell);
  if (/^(\d{2}[A-Z]{1,2}\d{4,5}|\p{Script=Han}[A-Z]\w{5,6})$/u.test(text)) {
    return /^\d{2}R/.test(text) ? 'trailer' : 'plate';
  }
  if (/^[A-Z]{4}\d{7}$/.test(text)) return 'container';
  if (/^[13]\d{11}$/.test(text)) return 'customsNumber';
  if (/^(0|\+84|\+86)\d{9,11}$/.test(text)) return 'driverPhone';
  if (/^\d{4,5}$/.test(text) || /^\d{1,2}[.,]\d{1,3}$/.test(cell.trim())) return 'weight';
  return null;
}

export interface Sheet {
  headers: string[];
  columns: (Key | null)[];
  rows: string[][];
}

/** Reads a sheet; what columns were said to be before is believed first. */
export function readSheet(text: string, remembered: ReadonlyMap<string, Key>): Sheet {
  const all = cells(text);
  const known = (cell: string) => remembered.get(bare(cell)) ?? keyOfHeader(cell);
  const first = all[0] ?? [];
  const isHeader = first.filter((cell) => known(cell) !== null && keyOfCell(cell) === null).length >= 2;
  const rows = isHeader ? all.slice(1) : all;
  const headers = isHeader ? first : first.map(() => '');
  const taken = new Set<Key>();
  const columns = first.map((cell) => {
    const key = isHeader ? known(cell) : keyOfCell(cell);
    if (key === null || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
  return { headers, columns, rows };
}

/** What a column is called, kept in the form of a registration: each field holds its header. */
export function headersAsTree(sheet: Sheet): Tree {
  const tree: Tree = {};
  sheet.columns.forEach((key, i) => {
    const header = sheet.headers[i] ?? '';
    if (key !== null && header !== '') put(tree, placeOf(key), header);
  });
  return tree;
}

export function headersFrom(tree: Tree): Map<string, Key> {
  const found = new Map<string, Key>();
  for (const key of columnKeys) {
    const header = at(tree, placeOf(key));
    if (typeof header === 'string') found.set(bare(header), key);
  }
  return found;
}
