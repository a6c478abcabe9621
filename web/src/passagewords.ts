/**
 * The words for how far a passage is and why one is turned, in three languages: officers and the trader
 * read the same. The officers' screens load them at once, the trader's where there is a passage to follow.
 */
import type { Language } from './words';
import type { MilestoneName } from './wire';

const vi = {
  entered: 'Vào cửa khẩu',
  yardEntered: 'Vào bãi',
  checkStarted: 'Bắt đầu kiểm tra',
  paid: 'Thanh toán',
  yardLeft: 'Xuất bãi',
  gateLeft: 'Rời cửa khẩu',
  leftTurned: 'Rời đi vì quay đầu',
  notYet: 'chưa',
  notKnown: 'không rõ',
  turnedBack: 'Quay đầu',
  turnedTo: 'Chuyển sang cửa khẩu {0}',
  turnPAPERS: 'Giấy tờ',
  turnREFUSED: 'Một cơ quan không chấp thuận',
  turnOTHER_SIDE: 'Phía bạn không nhận',
  turnNO_ROOM: 'Hết chỗ',
  turnCLOSED: 'Cửa khẩu đóng',
  turnTRADER: 'Doanh nghiệp yêu cầu',
  turnOTHER: 'Lý do khác',
};

export type PassageWords = typeof vi;
export type PassageWord = keyof PassageWords;

const zh: PassageWords = {
  entered: '进入口岸',
  yardEntered: '进入货场',
  checkStarted: '开始检查',
  paid: '缴费',
  yardLeft: '驶离货场',
  gateLeft: '驶离口岸',
  leftTurned: '掉头离开',
  notYet: '未到',
  notKnown: '不详',
  turnedBack: '掉头返回',
  turnedTo: '转往{0}口岸',
  turnPAPERS: '单证问题',
  turnREFUSED: '某部门不予通过',
  turnOTHER_SIDE: '对方不接收',
  turnNO_ROOM: '场地已满',
  turnCLOSED: '口岸关闭',
  turnTRADER: '企业要求',
  turnOTHER: '其他原因',
};

const en: PassageWords = {
  entered: 'Entered gate',
  yardEntered: 'Entered yard',
  checkStarted: 'Checks begun',
  paid: 'Paid',
  yardLeft: 'Left yard',
  gateLeft: 'Left gate',
  leftTurned: 'Left, turned back',
  notYet: 'not yet',
  notKnown: 'not known',
  turnedBack: 'Turned back',
  turnedTo: 'Sent to gate {0}',
  turnPAPERS: 'Papers',
  turnREFUSED: 'An agency refused it',
  turnOTHER_SIDE: 'The other side does not take it',
  turnNO_ROOM: 'No room',
  turnCLOSED: 'The gate closes',
  turnTRADER: 'Its trader asks for it',
  turnOTHER: 'Another reason',
};

export const passageDictionary: Record<Language, PassageWords> = { vi, zh, en };

export const milestoneWord: Record<MilestoneName, PassageWord> = {
  ENTERED_GATE: 'entered',
  ENTERED_YARD: 'yardEntered',
  CHECK_STARTED: 'checkStarted',
  PAID: 'paid',
  LEFT_YARD: 'yardLeft',
  LEFT_GATE: 'gateLeft',
};
