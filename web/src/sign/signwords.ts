/** The words of signing in, of one's account, and of a desk that is taken over, in three languages. */
import { useMemo } from 'react';
import { useSpeech } from '../parts';
import { dictionary, saying, type Language, type Say, type Word } from '../words';

const vi = {
  signIn: 'Đăng nhập',
  signInWhy: 'Dành cho doanh nghiệp, cán bộ các cơ quan tại cửa khẩu và cảnh sát giao thông.',
  name: 'Tên đăng nhập',
  password: 'Mật khẩu',
  show: 'Hiện',
  capsLock: 'Đang bật Caps Lock.',
  whoGives: 'Người vận hành của cửa khẩu cấp tên và mật khẩu đầu tiên. Quên mật khẩu: hãy nhờ người vận hành cấp lại.',
  ended: 'Phiên làm việc của {0} đã kết thúc.',
  endedWhy: 'Một phiên kết thúc khi lâu không ai làm gì, khi bị kết thúc ở nơi khác, hoặc khi cùng một người đăng nhập lần thứ chín: lần đăng nhập cũ nhất kết thúc.',
  endedKept:
    'Những gì {0} đang nhập vẫn còn ở đây. Người khác đăng nhập sẽ không thấy và phần đang nhập dở sẽ mất; những gì đã nói khi mất mạng vẫn chờ chính {0}.',
  notOpen: 'Tài khoản này không có trang nào.',

  choose: 'Chọn mật khẩu của riêng bạn',
  chooseWhy: 'Người vận hành đã thấy mật khẩu đầu tiên, nên nó chỉ dùng để chọn mật khẩu mới.',
  oldPassword: 'Mật khẩu hiện nay',
  newPassword: 'Mật khẩu mới, ít nhất 10 ký tự',
  sameAgain: 'Nhập lại mật khẩu mới',
  keepPassword: 'Đổi mật khẩu',
  notSame: 'Hai lần nhập không giống nhau.',
  weak: 'Mật khẩu mới cần ít nhất 10 ký tự và khác mật khẩu cũ.',
  passwordKept: 'Đã đổi mật khẩu. Các phiên khác của bạn đã kết thúc.',

  wrongPassword: 'Tên và mật khẩu không khớp.',
  wrongOld: 'Mật khẩu hiện nay không đúng.',
  wrongBadge: 'Thẻ và mã PIN không khớp.',
  mustWait: 'Sai quá nhiều lần. Thử lại sau {0} giây.',
  noNetwork: 'Không nối được tới máy chủ. Hãy thử lại.',
  notNow: 'Máy chủ không nhận: {0}',
  fillIn: 'Hãy điền ô này.',

  account: 'Tài khoản',
  signOut: 'Đăng xuất',
  byToken: 'Trang này mở bằng mã truy cập trong địa chỉ; không có phiên đăng nhập.',
  waitingHere: 'Có {0} lời nói khi mất mạng đang chờ gửi. Chúng ở lại đây và chỉ được gửi khi chính bạn vào lại, trong vòng 30 phút.',

  takeOver: 'Nhận bàn làm việc',
  takeOverWhy: 'Ca sau quẹt thẻ rồi nhập PIN: bàn này chuyển sang người đó, người trước không còn mở được gì.',
  badge: 'Số thẻ',
  pin: 'Mã PIN',

  setBadge: 'Thẻ và mã PIN của tôi',
  setBadgeWhy: 'Dùng để nhận bàn làm việc. PIN có 6 đến 8 chữ số và không dễ đoán.',
  badgeKept: 'Đã lưu thẻ và mã PIN.',
  badgeFormat: 'Số thẻ có 3 đến 12 chữ số.',
  pinWeak: 'PIN cần 6 đến 8 chữ số, không phải dãy số dễ đoán.',
  badgeInUse: 'Thẻ này là của người khác.',
  keep: 'Lưu',
  close: 'Đóng',
};

export type SignWord = keyof typeof vi;

const zh: Record<SignWord, string> = {
  signIn: '登录',
  signInWhy: '供企业、口岸各机构人员和交警使用。',
  name: '登录名',
  password: '密码',
  show: '显示',
  capsLock: '大写锁定已开启。',
  whoGives: '登录名和首个密码由口岸运行人员发放。忘记密码请联系运行人员重新发放。',
  ended: '{0} 的会话已结束。',
  endedWhy: '长时间无人操作、在别处被结束，或同一人第九次登录时，会话即结束：最早的登录先结束。',
  endedKept: '{0} 正在填写的内容仍保留在此。他人登录看不到，未完成的内容将丢失；离线时所作的操作仍只等待 {0} 本人。',
  notOpen: '此账号没有可用页面。',

  choose: '设置自己的密码',
  chooseWhy: '首个密码运行人员见过，因此只能用来设置新密码。',
  oldPassword: '当前密码',
  newPassword: '新密码，至少 10 个字符',
  sameAgain: '再次输入新密码',
  keepPassword: '更改密码',
  notSame: '两次输入不一致。',
  weak: '新密码至少 10 个字符，且不同于旧密码。',
  passwordKept: '密码已更改。您的其他会话已结束。',

  wrongPassword: '登录名与密码不符。',
  wrongOld: '当前密码不正确。',
  wrongBadge: '工卡与 PIN 码不符。',
  mustWait: '错误次数过多，请在 {0} 秒后重试。',
  noNetwork: '无法连接服务器，请重试。',
  notNow: '服务器未接受：{0}',
  fillIn: '请填写此项。',

  account: '账号',
  signOut: '退出登录',
  byToken: '本页由地址中的访问码打开，没有登录会话。',
  waitingHere: '有 {0} 项离线操作等待发送。它们留在此处，仅在您本人 30 分钟内重新登录后发送。',

  takeOver: '接管工位',
  takeOverWhy: '接班人刷卡并输入 PIN 码：此工位即转给该人，前一人不再能打开任何内容。',
  badge: '工卡号',
  pin: 'PIN 码',

  setBadge: '我的工卡与 PIN 码',
  setBadgeWhy: '用于接管工位。PIN 码为 6 至 8 位数字，且不易猜到。',
  badgeKept: '工卡与 PIN 码已保存。',
  badgeFormat: '工卡号为 3 至 12 位数字。',
  pinWeak: 'PIN 码须为 6 至 8 位数字，不能容易猜到。',
  badgeInUse: '此工卡属于他人。',
  keep: '保存',
  close: '关闭',
};

const en: Record<SignWord, string> = {
  signIn: 'Sign in',
  signInWhy: 'For traders, officers of the agencies at the gate, and traffic police.',
  name: 'Name',
  password: 'Password',
  show: 'Show',
  capsLock: 'Caps Lock is on.',
  whoGives: 'The gate’s operator gives you a name and a first password. Forgotten it? The operator gives you a new one.',
  ended: 'The session of {0} has ended.',
  endedWhy: 'A session ends when nobody does anything for long, when it is ended elsewhere, or when the same person signs in for the ninth time: then the oldest ends.',
  endedKept:
    'What {0} was typing is still here. Nobody else who signs in sees it, and then what was half typed is lost; what was said offline goes on waiting for {0}.',
  notOpen: 'There is no page for this account.',

  choose: 'Choose a password of your own',
  chooseWhy: 'The operator has seen the first password, so it opens nothing but the choice of another.',
  oldPassword: 'Present password',
  newPassword: 'New password, at least 10 characters',
  sameAgain: 'The new password again',
  keepPassword: 'Change password',
  notSame: 'The two are not the same.',
  weak: 'A new password has at least 10 characters and is not the old one.',
  passwordKept: 'The password is changed. Your other sessions have ended.',

  wrongPassword: 'Name and password do not fit.',
  wrongOld: 'The present password is wrong.',
  wrongBadge: 'Badge and PIN do not fit.',
  mustWait: 'Too many wrong tries. Try again in {0} seconds.',
  noNetwork: 'The server cannot be reached. Try again.',
  notNow: 'The server did not accept it: {0}',
  fillIn: 'Fill this in.',

  account: 'Account',
  signOut: 'Sign out',
  byToken: 'This page was opened by a token in its address; there is no session.',
  waitingHere: '{0} said offline wait to be sent. They stay here and are sent only when you are back yourself, within 30 minutes.',

  takeOver: 'Take over this desk',
  takeOverWhy: 'The next officer holds the badge to the reader and types the PIN: the desk is that officer’s, and nothing is open to the one before.',
  badge: 'Badge number',
  pin: 'PIN',

  setBadge: 'My badge and PIN',
  setBadgeWhy: 'For taking over a desk. A PIN has 6 to 8 digits that nobody guesses first.',
  badgeKept: 'Badge and PIN are kept.',
  badgeFormat: 'A badge number has 3 to 12 digits.',
  pinWeak: 'A PIN has 6 to 8 digits that nobody guesses first.',
  badgeInUse: 'This badge is somebody else’s.',
  keep: 'Keep',
  close: 'Close',
};

export const signDictionary: Record<Language, Record<SignWord, string>> = { vi, zh, en };

const says: Record<Language, Say<Word | SignWord>> = {
  vi: saying({ ...dictionary.vi, ...vi }, 'vi'),
  zh: saying({ ...dictionary.zh, ...zh }, 'zh'),
  en: saying({ ...dictionary.en, ...en }, 'en'),
};

export function useSign(): { say: Say<Word | SignWord>; language: Language } {
  const { language } = useSpeech();
  return useMemo(() => ({ language, say: says[language] }), [language]);
}
