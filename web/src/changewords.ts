/** What is said of goods that change vehicles, to whoever does it and to whoever plans it, in three languages. */
import type { Language } from './language';

const vi = {
  groupSTARTED: 'Đang sang tải',
  groupCALLED: 'Đã gọi vào vị trí',
  groupLINE: 'Đang chờ đến lượt',
  groupPLANNED: 'Xe nguồn chưa vào',
  groupFINISHED: 'Đã xong, hải quan chưa ký',
  groupSIGNED: 'Hải quan đã ký',
  GANG: 'Bốc xếp',
  CRANE: 'Cẩu container',
  TRAILER: 'Đổi đầu kéo',
  missPERMIT: 'tờ khai vận tải chưa có giấy phép liên vận',
  missPERMIT_CONFIRMED: 'giấy phép liên vận chưa được xác nhận',
  missVEHICLE: 'xe chưa đến',
  missKEY: 'chưa có xác nhận vào cửa khẩu của {0}',
  missIN_YARD: 'chưa vào bãi',
  missTURNED: 'xe đã quay đầu',
  missLOTS: 'tờ khai hải quan đã đổi so với kế hoạch: chủ hàng phải lập lại',
  missHOLD: 'lệnh giữ xe của {0}',
  missINSPECTION: 'kiểm hóa chưa xong',
  missPAPERS: 'không còn là xe nhận sang tải cùng cửa khẩu và chiều với xe nguồn',
  missBAY: 'chưa có vị trí và tổ làm việc nào được giữ',
  eligible: 'Đủ điều kiện sang tải',
  receiver: 'Xe nhận {0}',
};

export type ChangeWord = keyof typeof vi;
export type ChangeWords = Record<ChangeWord, string>;

const zh: ChangeWords = {
  groupSTARTED: '正在过驳',
  groupCALLED: '已叫入过驳位',
  groupLINE: '等候过驳',
  groupPLANNED: '来车尚未进入',
  groupFINISHED: '已完成，海关未签',
  groupSIGNED: '海关已签',
  GANG: '人工装卸',
  CRANE: '吊装集装箱',
  TRAILER: '更换牵引车',
  missPERMIT: '运输申报单上没有国际道路运输许可证',
  missPERMIT_CONFIRMED: '国际道路运输许可证未确认',
  missVEHICLE: '车辆未到',
  missKEY: '{0}的进入确认',
  missIN_YARD: '未进入货场',
  missTURNED: '车辆已掉头',
  missLOTS: '报关单与计划不同：须由货主重新制定计划',
  missHOLD: '{0}的扣车令',
  missINSPECTION: '查验未完',
  missPAPERS: '已不是与来车同口岸、同方向的过驳接收车',
  missBAY: '尚未留出过驳位和作业组',
  eligible: '符合过驳条件',
  receiver: '接驳车 {0}',
};

const en: ChangeWords = {
  groupSTARTED: 'Being worked on',
  groupCALLED: 'Called to a bay',
  groupLINE: 'In the line',
  groupPLANNED: 'The source is not in yet',
  groupFINISHED: 'Finished, not signed by customs',
  groupSIGNED: 'Signed by customs',
  GANG: 'By a gang',
  CRANE: 'By crane',
  TRAILER: 'Change of tractor',
  missPERMIT: 'the transport registration has no international transport permit',
  missPERMIT_CONFIRMED: 'the international transport permit is not confirmed',
  missVEHICLE: 'the vehicle is not here',
  missKEY: 'the entry key of {0}',
  missIN_YARD: 'not in the yard',
  missTURNED: 'the vehicle was turned back',
  missLOTS: 'its customs declarations are not those that were planned: the trader plans anew',
  missHOLD: 'hold by {0}',
  missINSPECTION: 'the inspection is not done',
  missPAPERS: 'no receiving vehicle of the same gate and direction as the source any more',
  missBAY: 'no bay and crew is reserved',
  eligible: 'Eligible for transshipment',
  receiver: 'Receiving vehicle {0}',
};

export const changeDictionary: Record<Language, ChangeWords> = { vi, zh, en };

/** One thing that is missing, as a word and who owes it; null: no word is known. */
export function missingWord(what: string): { word: ChangeWord; of?: string } | null {
  const pair = /^(KEY|HOLD)_(.+)$/.exec(what);
  if (pair !== null) return { word: pair[1] === 'KEY' ? 'missKEY' : 'missHOLD', of: pair[2] ?? '' };
  const word = `miss${what}`;
  return Object.hasOwn(vi, word) ? { word: word as ChangeWord } : null;
}
