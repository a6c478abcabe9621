/** The words for what a driver was told on the road; loaded only where somebody was told something. */
import { saying, type Language, type Say } from './words';

const vi = {
  toldOnRoad: 'Lái xe đã được bảo trên đường',
  toldAt: '{0} ({here}), {1} ({there}), {2}:',
  ORDER_GO: 'đi tiếp',
  ORDER_HOLD: 'dừng tại chỗ',
  ORDER_TURN: 'rẽ vào',
  WHY_FREE: '– đủ điều kiện.',
  WHY_NOT_REGISTERED: '– chưa đăng ký.',
  WHY_OTHER_GATE: '– đăng ký cửa khẩu khác.',
  WHY_NOT_ELIGIBLE: '– hàng không qua được cửa khẩu này.',
  WHY_PARK_COMPULSORY: '– bắt buộc vào bãi chờ.',
  WHY_IN_ROLL: '– đã có chỗ trong điểm danh.',
  WHY_EARLY: '– đến quá sớm.',
  WHY_GATE_CLOSED: '– cửa khẩu đóng.',
  WHY_OTHER: '– lý do khác.',
};

export type OrderWords = typeof vi;

const zh: OrderWords = {
  toldOnRoad: '路上对司机的指示',
  toldAt: '{0}（{here}）、{1}（{there}）在{2}：',
  ORDER_GO: '前行',
  ORDER_HOLD: '就地等候',
  ORDER_TURN: '转往',
  WHY_FREE: '——符合条件。',
  WHY_NOT_REGISTERED: '——未提交运输申报单。',
  WHY_OTHER_GATE: '——申报的是其他口岸。',
  WHY_NOT_ELIGIBLE: '——货物不能从该口岸通行。',
  WHY_PARK_COMPULSORY: '——必须先进待检停车场。',
  WHY_IN_ROLL: '——已在点名中有位置。',
  WHY_EARLY: '——来得太早。',
  WHY_GATE_CLOSED: '——口岸已关闭。',
  WHY_OTHER: '——其他原因。',
};

const en: OrderWords = {
  toldOnRoad: 'What the driver was told on the road',
  toldAt: '{0} ({here}), {1} ({there}), {2}:',
  ORDER_GO: 'go',
  ORDER_HOLD: 'hold here',
  ORDER_TURN: 'turn to',
  WHY_FREE: '– nothing against it.',
  WHY_NOT_REGISTERED: '– not registered.',
  WHY_OTHER_GATE: '– registered for another gate.',
  WHY_NOT_ELIGIBLE: '– the goods may not pass at that gate.',
  WHY_PARK_COMPULSORY: '– the holding park is compulsory.',
  WHY_IN_ROLL: '– it has its place in a roll-call.',
  WHY_EARLY: '– too early.',
  WHY_GATE_CLOSED: '– the gate is shut.',
  WHY_OTHER: '– another reason.',
};

export const orderDictionary: Record<Language, OrderWords> = { vi, zh, en };

export const orderSay = (language: Language): Say<keyof OrderWords> =>
  saying(orderDictionary[language], language);
