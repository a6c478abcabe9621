/**
 * The words of the frame and of what all screens share, in three languages. Vietnamese is the first; a key
 * that another language lacks is a compile error. Terms follow the glossary of the gates. `saying` fills
 * in `{0}`, and for `{here}` and `{there}` the cities by whose clocks the two sides go.
 */
import type { Language } from './language';
import { cityOf, HERE, THERE } from './times';

export { languages, type Language } from './language';

const vi = {
  place: 'Cửa khẩu {0}',
  today: 'Xe hôm nay',
  language: 'Ngôn ngữ',
  languageFailed: 'Không tải được ngôn ngữ đã chọn ({0}); trang giữ ngôn ngữ trước đó.',
  toLight: 'Nền sáng',
  toDark: 'Nền tối',
  clockFactor: 'đồng hồ mô phỏng ×{0}',

  live: 'Trực tuyến',
  late: 'trễ {0} s',
  stale: 'Dữ liệu cũ từ {0}',
  connecting: 'Đang kết nối…',
  loading: 'Đang tải…',

  EXPORT: 'Xuất',
  IMPORT: 'Nhập',

  erased: 'đã xoá',
  BORDER_GUARD: 'Biên phòng',
  CUSTOMS: 'Hải quan',

  priority: 'Ưu tiên {0}',

  registration: 'Tờ khai vận tải',

  TRADER: 'Doanh nghiệp',
  MEDICAL_QUARANTINE: 'Kiểm dịch y tế',
  PLANT_QUARANTINE: 'Kiểm dịch thực vật',
  ANIMAL_QUARANTINE: 'Kiểm dịch động vật',
  TRANSPORT_STATION: 'Trạm quản lý vận tải',
  MANAGEMENT_BOARD: 'Trung tâm Quản lý cửa khẩu',
  TRAFFIC_POLICE: 'Cảnh sát giao thông',
  YARD: 'Bến bãi',
  GATE_DEVICE: 'Thiết bị cửa khẩu',
  READER: 'Người xem',
  OPERATOR: 'Người vận hành',
  SYSTEM: 'Hệ thống',

  cancel: 'Huỷ',
  retry: 'Thử lại',
  faultNetwork: 'Không nối được tới máy chủ. Trang tự thử lại; dữ liệu đang thấy là dữ liệu cũ.',
  fault400: 'Máy chủ không nhận yêu cầu này. {0}',
  fault401: 'Chưa đăng nhập, hoặc phiên đã kết thúc. Hãy đăng nhập.',
  fault403: 'Tài khoản này không được xem trang này.',
  fault404: 'Không có xe này, hoặc bạn không được xem.',
  fault429: 'Hỏi quá nhiều lần. Hãy chờ một lát rồi thử lại.',
  fault503: 'Máy chủ tạm thời chưa sẵn sàng. Trang tự thử lại.',
  faultOther: 'Máy chủ không trả lời được yêu cầu: {0}',

  papers: 'Giấy tờ',
  keySwitch: 'chuyển trang',
  road: 'Trên đường',
  youAre: 'Đang đăng nhập: {0}',
  work: 'Việc phải làm',
  yardPage: 'Bãi',
  changingPage: 'Sang tải',
  cashierPage: 'Thu phí',
  trips: 'Chưa về',
  handover: 'Bàn giao ca',
  reports: 'Báo cáo',
  statisticsPage: 'Thống kê',
  people: 'Người dùng',
};

export type Words = typeof vi;
export type Word = keyof Words;

const zh: Words = {
  place: '{0}口岸',
  today: '今日车辆',
  language: '语言',
  languageFailed: '所选语言（{0}）无法载入，页面仍用先前的语言。',
  toLight: '浅色',
  toDark: '深色',
  clockFactor: '模拟时钟 ×{0}',

  live: '实时',
  late: '延迟 {0} 秒',
  stale: '数据停在 {0}',
  connecting: '正在连接…',
  loading: '正在载入…',

  EXPORT: '出口',
  IMPORT: '进口',

  erased: '已删除',
  BORDER_GUARD: '边防',
  CUSTOMS: '海关',

  priority: '优先级 {0}',

  registration: '运输申报单',

  TRADER: '企业',
  MEDICAL_QUARANTINE: '卫生检疫',
  PLANT_QUARANTINE: '植物检疫',
  ANIMAL_QUARANTINE: '动物检疫',
  TRANSPORT_STATION: '运输管理站',
  MANAGEMENT_BOARD: '口岸管理中心',
  TRAFFIC_POLICE: '交警',
  YARD: '货场',
  GATE_DEVICE: '口岸设备',
  READER: '查看者',
  OPERATOR: '运行人员',
  SYSTEM: '系统',

  cancel: '取消',
  retry: '重试',
  faultNetwork: '无法连接服务器。页面会自动重试，目前所见为旧数据。',
  fault400: '服务器不接受此请求。{0}',
  fault401: '尚未登录或会话已结束，请登录。',
  fault403: '此账号无权查看本页。',
  fault404: '没有此车辆，或您无权查看。',
  fault429: '请求过于频繁，请稍候再试。',
  fault503: '服务器暂时不可用，页面会自动重试。',
  faultOther: '服务器无法答复：{0}',

  papers: '单证',
  keySwitch: '切换页面',
  road: '路上',
  youAre: '已登录：{0}',
  work: '待办清单',
  yardPage: '货场',
  changingPage: '过驳',
  cashierPage: '收费',
  trips: '未返回',
  handover: '交接班',
  reports: '报表',
  statisticsPage: '统计',
  people: '人员',
};

const en: Words = {
  place: 'Gates: {0}',
  today: 'Vehicles today',
  language: 'Language',
  languageFailed: 'The chosen language ({0}) could not be loaded; the page keeps the one before.',
  toLight: 'Light',
  toDark: 'Dark',
  clockFactor: 'simulated clock ×{0}',

  live: 'Live',
  late: 'late {0} s',
  stale: 'Stale since {0}',
  connecting: 'Connecting…',
  loading: 'Loading…',

  EXPORT: 'Export',
  IMPORT: 'Import',

  erased: 'erased',
  BORDER_GUARD: 'Border guard',
  CUSTOMS: 'Customs',

  priority: 'Priority {0}',

  registration: 'Transport registration',

  TRADER: 'Trader',
  MEDICAL_QUARANTINE: 'Medical quarantine',
  PLANT_QUARANTINE: 'Plant quarantine',
  ANIMAL_QUARANTINE: 'Animal quarantine',
  TRANSPORT_STATION: 'Transport management station',
  MANAGEMENT_BOARD: 'Border Gate Management Center',
  TRAFFIC_POLICE: 'Traffic police',
  YARD: 'Yard',
  GATE_DEVICE: 'Gate device',
  READER: 'Reader',
  OPERATOR: 'Operator',
  SYSTEM: 'System',

  cancel: 'Cancel',
  retry: 'Try again',
  faultNetwork: 'The server cannot be reached. The page keeps trying; what you see is old.',
  fault400: 'The server does not take this request. {0}',
  fault401: 'Nobody is signed in, or the session has ended. Sign in.',
  fault403: 'This account may not see this page.',
  fault404: 'There is no such vehicle, or it is not yours to see.',
  fault429: 'Too many requests. Wait a moment and try again.',
  fault503: 'The server is not ready at the moment. The page keeps trying.',
  faultOther: 'The server could not answer: {0}',

  papers: 'Papers',
  keySwitch: 'switch page',
  road: 'On the road',
  youAre: 'Signed in: {0}',
  work: 'Work list',
  yardPage: 'Yards',
  changingPage: 'Transshipment',
  cashierPage: 'Cashier',
  trips: 'Not back yet',
  handover: 'Shift hand-over',
  reports: 'Reports',
  statisticsPage: 'Statistics',
  people: 'People',
};

export const dictionary: Record<Language, Words> = { vi, zh, en };

export type Say<W extends string = Word> = (word: W, ...values: (string | number)[]) => string;

export const saying =
  <W extends string>(table: Record<W, string>, language: Language): Say<W> =>
  (word, ...values) =>
    table[word].replace(/\{(\d|here|there)\}/g, (_, hole: string) =>
      hole === HERE || hole === THERE ? cityOf(hole, language) : String(values[Number(hole)] ?? ''),
    );
