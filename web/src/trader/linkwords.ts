/** The words for making a driver's link, in three languages; loaded with the page of one registration. */
import { saying, type Language } from '../words';

const vi = {
  offeredTitle: 'Làm khi được đề nghị',
  offeredWhy: 'Cơ quan chỉ làm những việc này khi quý vị đề nghị. Giải phóng hàng: xe được đi trước khi thông quan, thông quan làm sau.',
  offeredAsk: 'Đề nghị',
  offeredAsked: 'Đã đề nghị',
  offeredGiven: 'Đã đồng ý',
  offeredRefused: 'Không chấp thuận',
  linkTitle: 'Đường dẫn cho lái xe',
  linkWhy: 'Lái xe mở trên điện thoại và thấy: đi đâu, chờ ai, xe đã đến đâu. Không thấy hàng hoá, không sửa được gì.',
  linkHours: 'Có hiệu lực',
  hours: '{0} giờ',
  days: '{0} ngày',
  linkMake: 'Tạo đường dẫn',
  linkIs: 'Đường dẫn mới',
  linkQr: 'Mã QR của đường dẫn',
  linkScan: 'Lái xe quét mã này bằng máy ảnh điện thoại. Ai quét được đều đọc được: chỉ đưa cho lái xe.',
  linkUntil: 'Có hiệu lực đến {0}, {1} (giờ {there} {2}). Chỉ hiện một lần này.',
  linkCopy: 'Sao chép',
  linkCopied: 'Đã sao chép.',
  linkNotCopied: 'Trình duyệt không cho sao chép: đường dẫn đã được chọn sẵn, hãy bấm Ctrl+C.',
  linkShare: 'Gửi…',
  linkText: 'Xe {0}: mở trên điện thoại',
  linkRevoke: 'Thu hồi mọi đường dẫn',
  linkRevoked: 'Đã thu hồi: không đường dẫn nào của tờ khai vận tải này còn đọc được.',
};

export type LinkWords = typeof vi;

const zh: LinkWords = {
  offeredTitle: '按申请办理',
  offeredWhy: '以下事项须由您申请，主管部门才办理。货物放行：车辆可在通关前离开，通关随后办理。',
  offeredAsk: '申请',
  offeredAsked: '已申请',
  offeredGiven: '已同意',
  offeredRefused: '未同意',
  linkTitle: '司机链接',
  linkWhy: '司机在手机上打开后可见：去哪里、等谁、车辆到了哪一步。看不到货物，也不能修改任何内容。',
  linkHours: '有效期',
  hours: '{0} 小时',
  days: '{0} 天',
  linkMake: '生成链接',
  linkIs: '新链接',
  linkQr: '链接的二维码',
  linkScan: '司机用手机相机扫描此码。扫到的人都能读取：只给司机看。',
  linkUntil: '有效至 {0} {1}（{there} {2}）。仅显示这一次。',
  linkCopy: '复制',
  linkCopied: '已复制。',
  linkNotCopied: '浏览器不允许复制：链接已选中，请按 Ctrl+C。',
  linkShare: '发送…',
  linkText: '车辆 {0}：请在手机上打开',
  linkRevoke: '撤销全部链接',
  linkRevoked: '已撤销：此运输申报单的链接均已失效。',
};

const en: LinkWords = {
  offeredTitle: 'Done when you ask',
  offeredWhy: 'The agencies do these only when you ask. Release of goods: the vehicle may go before customs clearance, which follows.',
  offeredAsk: 'Ask for it',
  offeredAsked: 'Asked for',
  offeredGiven: 'Given',
  offeredRefused: 'Refused',
  linkTitle: 'Link for the driver',
  linkWhy: 'The driver opens it on a phone and sees where to go, who is waited for and how far the vehicle is. No goods, and nothing can be changed.',
  linkHours: 'Good for',
  hours: '{0} hours',
  days: '{0} days',
  linkMake: 'Make a link',
  linkIs: 'The new link',
  linkQr: 'QR code of the link',
  linkScan: 'The driver scans this with the phone’s camera. Whoever scans it can read it: show it to the driver only.',
  linkUntil: 'Good until {0}, {1} ({there} {2}). It is shown this once.',
  linkCopy: 'Copy',
  linkCopied: 'Copied.',
  linkNotCopied: 'The browser does not let it be copied: the link is selected, press Ctrl+C.',
  linkShare: 'Send…',
  linkText: 'Vehicle {0}: open it on the phone',
  linkRevoke: 'Revoke all links',
  linkRevoked: 'Revoked: no link of this transport registration is read any more.',
};

export const linkDictionary: Record<Language, LinkWords> = { vi, zh, en };

export const linkSay = (language: Language) => saying(linkDictionary[language], language);
