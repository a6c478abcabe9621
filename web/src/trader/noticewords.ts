/**
 * The words of what a trader is told of its passages, in three languages; loaded where there is one to
 * follow or to be told of. Terms follow the glossary.
 */
import { passageDictionary, type PassageWords } from '../passagewords';
import { saying, type Language, type Say } from '../words';

const vi = {
  notices: 'Thông báo',
  reason: 'Lý do: {0}.',
  sinceBoth: 'Từ {0}, giờ {there} {1}.',
  sinceDay: 'Từ {0} ngày {2}, giờ {there} {1}.',
  backDo: 'Báo lái xe đưa xe rời cửa khẩu. Tờ khai vận tải vẫn dùng được cho lần đến sau.',
  toDo: 'Báo lái xe đưa xe sang {0}. Khi xe đã rời đi, tờ khai vận tải có hiệu lực tại {0}.',
  unmet: 'Cửa khẩu được chuyển tới không còn cho qua',
  unmetAt: 'Không còn được qua {0}',
  unmetDo: 'Xe đã rời đi nhưng tờ khai vận tải vẫn ở cửa khẩu cũ: báo lái xe dừng lại, rồi sửa tờ khai vận tải.',
  mayPass: 'Được cho đi tiếp',
  mayPassDo: 'Việc quay đầu đã được rút lại: báo lái xe cứ ở lại làm thủ tục.',
  wentOn: 'Không còn bị quay đầu và đã rời cửa khẩu',
  waitingRecord: 'Bản ghi thời gian chờ (PDF)',
  wentOnDo: 'Nếu xe đã đi dù bị cho quay đầu, cửa khẩu đã mở hồ sơ: hãy liên hệ cửa khẩu.',
  calledToBay: 'Đã có vị trí sang tải',
  calledToBayDo: 'Vị trí và người bốc xếp được giữ cho xe; báo các xe nhận tới bãi.',
  tractorChanged: 'Đã đổi đầu kéo',
  tractorChangedDo: 'Biên phòng và hải quan đã xác nhận: lượt qua tiếp tục với biển số mới. Đầu kéo cũ phải rời cửa khẩu.',
  stayEnding: 'Sắp hết thời hạn ở phía bên kia',
  stayEndingDo: 'Bảo lái xe về trước hạn; nếu bên kia giữ xe, báo biên phòng để dừng đồng hồ.',
  longGone: 'một xe từ hơn một ngày trước; chi tiết không còn được giữ',
  turnedAndLeft: 'Đã quay đầu và rời đi',
  hasEntered: 'Đã vào cửa khẩu',
  enteredAt: '{0} lúc {1} ({there} {2})',
  andMore: 'và {0} xe nữa',
  read: 'Đã đọc',
  readAll: 'Đã đọc cả {0}',
  howFar: 'Xe đã đến đâu',
  waits: 'chờ {0}',
};

export type NoticeWords = typeof vi;

const zh: NoticeWords = {
  notices: '通知',
  reason: '原因：{0}。',
  sinceBoth: '自{here}时间 {0}、{there}时间 {1}起。',
  sinceDay: '自 {2} {here}时间 {0}、{there}时间 {1}起。',
  backDo: '请通知司机驶离口岸。运输申报单下次仍可使用。',
  toDo: '请通知司机前往{0}。车辆驶离后，运输申报单在{0}有效。',
  unmet: '改往的口岸已不能通行',
  unmetAt: '已不能经{0}通行',
  unmetDo: '车辆已驶离，但运输申报单仍在原口岸：请通知司机停下，并修改运输申报单。',
  mayPass: '准予继续通行',
  mayPassDo: '掉头已撤回：请通知司机留下继续办手续。',
  wentOn: '掉头已不再有效，车辆已离开口岸',
  waitingRecord: '等待时间记录（PDF）',
  wentOnDo: '若车辆未按掉头要求行驶，口岸已立案：请与口岸联系。',
  calledToBay: '已有过驳位',
  calledToBayDo: '过驳位和装卸人员已预留；请通知接驳车到货场。',
  tractorChanged: '车头已更换',
  tractorChangedDo: '边防和海关均已确认：以新车牌继续通行。原车头须驶离口岸。',
  stayEnding: '在对方一侧的时限将到',
  stayEndingDo: '请司机按时返回；若被对方扣留，请告知边防，以便暂停计时。',
  longGone: '一天多以前的一辆车，详情不再保存',
  turnedAndLeft: '已掉头离开',
  hasEntered: '已进入口岸',
  enteredAt: '{0} 于 {1}（{there} {2}）',
  andMore: '及另外 {0} 辆',
  read: '已阅',
  readAll: '{0} 条全部已阅',
  howFar: '通行进度',
  waits: '待{0}',
};

const en: NoticeWords = {
  notices: 'Notices',
  reason: 'Reason: {0}.',
  sinceBoth: 'Since {0}, {1} in {there}.',
  sinceDay: 'Since {0} on {2}, {1} in {there}.',
  backDo: 'Tell the driver to leave the gate. The transport registration serves the next visit.',
  toDo: 'Tell the driver to go to {0}. Once the vehicle has left, its transport registration is good at {0}.',
  unmet: 'May no longer pass at the gate it was sent to',
  unmetAt: 'May no longer pass at {0}',
  unmetDo: 'The vehicle has left, and its transport registration stays at the former gate: tell the driver to stop, and amend the registration.',
  mayPass: 'May pass after all',
  mayPassDo: 'The turning was withdrawn: tell the driver to stay and go on.',
  wentOn: 'Turned no longer, and it has left the gate',
  waitingRecord: 'Waiting record (PDF)',
  wentOnDo: 'If it went on although it was turned, a case is open at the gate: get in touch.',
  calledToBay: 'A bay is reserved',
  calledToBayDo: 'Bay and crew are kept for the vehicle: have the receiving vehicles come to the yard.',
  tractorChanged: 'The tractor is changed',
  tractorChangedDo: 'Border guard and customs confirmed it: the passage goes on under the new plate. The former tractor has to leave the gate.',
  stayEnding: 'Its time on the other side is soon over',
  stayEndingDo: 'Have the driver come back in time; if the other side holds it, tell the border guard, so that the clock stands.',
  longGone: 'a vehicle of more than a day ago, of which the details are no longer kept',
  turnedAndLeft: 'Turned, and has left',
  hasEntered: 'Entered the gate',
  enteredAt: '{0} at {1} ({2} in {there})',
  andMore: 'and {0} more',
  read: 'I have read it',
  readAll: 'I have read all {0}',
  howFar: 'How far it is',
  waits: 'waits for {0}',
};

export const noticeDictionary: Record<Language, NoticeWords> = { vi, zh, en };

export type NoticeSay = Say<keyof (PassageWords & NoticeWords)>;

export const noticeSay = (language: Language): NoticeSay =>
  saying({ ...passageDictionary[language], ...noticeDictionary[language] }, language);
