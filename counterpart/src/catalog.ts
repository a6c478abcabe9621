/** What passes where. HS codes are general knowledge, to be checked against the tariff in force. */
export interface Goods {
  hsCode: string;
  name: string;
  kg: readonly [number, number];
  weight: number;
  plant: boolean;
  orchard?: boolean;
  residueTest?: boolean;
  gates?: readonly string[];
}

export const GATES: Readonly<Record<string, { name: string; yard: string; fruitShare: number }>> = {
  HN: { name: "Huu Nghi", yard: "XUAN_CUONG", fruitShare: 0.68 },
  TT: { name: "Tan Thanh", yard: "BAO_NGUYEN", fruitShare: 0.87 },
  COC: { name: "Coc Nam", yard: "COC_NAM_YARD", fruitShare: 0.6 },
  CM: { name: "Chi Ma", yard: "CHI_MA_YARD", fruitShare: 0.6 },
};

const BIG = ["HN", "TT"] as const;

function fruit(hsCode: string, name: string, kg: [number, number], weight: number): Goods {
  return { hsCode, name, kg, weight, plant: true, orchard: true };
}

function other(hsCode: string, name: string, kg: [number, number], weight: number): Goods {
  return { hsCode, name, kg, weight, plant: /^0[78]|^11/.test(hsCode) };
}

export const FRUIT: readonly Goods[] = [
  { ...fruit("08106000", "Sầu riêng tươi", [16_500, 22_000], 45), residueTest: true, gates: BIG },
  { ...fruit("08109092", "Thanh long tươi", [17_000, 22_000], 16), gates: BIG },
  fruit("08109050", "Mít tươi", [18_000, 22_500], 14),
  fruit("080711", "Dưa hấu tươi", [24_000, 30_000], 9),
  fruit("080390", "Chuối tươi", [16_000, 21_000], 8),
  fruit("08045021", "Xoài tươi", [22_000, 29_000], 6),
  fruit("08109030", "Chôm chôm tươi", [14_000, 19_000], 2),
];

export const OTHER_EXPORT: readonly Goods[] = [
  other("11081400", "Tinh bột sắn", [24_000, 30_000], 3),
  other("071410", "Sắn lát khô", [24_000, 30_000], 2),
  other("400122", "Cao su tự nhiên", [20_000, 27_000], 3),
  other("940360", "Đồ gỗ nội thất", [9_000, 18_000], 2),
];

export const IMPORTS: readonly Goods[] = [
  other("854231", "Mạch điện tử tích hợp", [5_000, 15_000], 25),
  other("853400", "Mạch in", [5_000, 16_000], 14),
  other("870899", "Phụ tùng ô tô", [10_000, 22_000], 15),
  other("540752", "Vải dệt thoi sợi tổng hợp", [10_000, 23_000], 16),
  other("392690", "Sản phẩm bằng plastic", [8_000, 20_000], 11),
  other("843149", "Phụ tùng máy", [12_000, 26_000], 10),
  other("070320", "Tỏi tươi", [22_000, 28_000], 5),
  other("080610", "Nho tươi", [18_000, 24_000], 4),
];
