/** The words for planning how goods change vehicles, in three languages; loaded with that panel. */
import { changeDictionary, type ChangeWord } from '../changewords';
import { saying, type Language, type Say } from '../words';

const vi = {
  handTitle: 'Sang tải',
  handWhy: 'Chọn xe nhận đã có tờ khai vận tải chế độ xe nhận sang tải, cùng cửa khẩu và chiều.',
  handTakes: 'Xe này nhận hàng của {0}.',
  handFree: 'Xe này đăng ký để nhận hàng: lập kế hoạch ở tờ khai vận tải của xe nguồn.',
  handPlan: 'Lập kế hoạch',
  handChange: 'Đổi kế hoạch',
  handKeep: 'Ghi kế hoạch',
  handCancel: 'Hủy kế hoạch',
  handSure: 'Hủy kế hoạch sang tải này?',
  handSureWhy: 'Vị trí đã được gọi sẽ dành cho xe khác. Kế hoạch mới phải chờ lại từ đầu.',
  handMethod: 'Cách sang tải',
  handReceivers: 'Xe nhận',
  handNoReceivers: 'Chưa có xe nhận nào: gửi tờ khai vận tải của xe nhận trước.',
  handLots: 'Số kiện theo tờ khai hải quan',
  handPackages: 'Số kiện, {0}',
  handKg: '{0} kg',
  handUntil: 'đưa xe vào vị trí trước {0}',
  handPacked: 'chì {0}, {1} kiện',
  wrongPackages: 'Ghi số kiện của từng tờ khai hải quan, số nguyên từ 1 đến 1.000.000.',
  wrongReceivers: 'Chọn ít nhất một xe nhận.',
  wrongOne: 'Container hoặc rơ moóc chỉ sang một xe nhận.',
  noREGISTRATION_UNKNOWN: 'Quý vị không có tờ khai vận tải này.',
  noALREADY_STARTED: 'Hàng đang được sang tải: không đổi và không hủy được nữa.',
  noALREADY_GONE: 'Xe đã rời cửa khẩu.',
  noNO_GOODS_ABOARD: 'Xe này không chở hàng.',
  noLOTS_WRONG: 'Tờ khai hải quan của xe đã đổi: mở lại trang rồi lập kế hoạch.',
  noONE_RECEIVER: 'Container hoặc rơ moóc chỉ sang một xe nhận.',
  noNO_RECEIVER: 'Xe nhận phải có tờ khai vận tải chế độ xe nhận sang tải, cùng cửa khẩu và chiều, và chưa rời đi.',
  noLOT_UNKNOWN: 'Xe nguồn không chở hàng của tờ khai hải quan đó.',
  noNO_AREA: 'Ở bãi của xe nguồn không sang tải theo cách đó: chọn cách khác.',
  noIN_ANOTHER: 'Một trong các xe đã ở trong kế hoạch sang tải khác.',
  noTRANSSHIPMENT_UNKNOWN: 'Kế hoạch sang tải này không còn nữa.',
};

export type HandingWord = keyof typeof vi;
type HandingWords = Record<HandingWord, string>;

const zh: HandingWords = {
  handTitle: '过驳',
  handWhy: '请选择以过驳接收车申报、同口岸且同方向的车辆。',
  handTakes: '该车接收 {0} 的货物。',
  handFree: '该车以接收车申报：请在来车的运输申报单上制定计划。',
  handPlan: '制定计划',
  handChange: '更改计划',
  handKeep: '保存计划',
  handCancel: '取消计划',
  handSure: '取消此过驳计划？',
  handSureWhy: '已叫的过驳位将让给其他车辆，新计划须重新等候。',
  handMethod: '过驳方式',
  handReceivers: '接驳车',
  handNoReceivers: '暂无接驳车：请先提交接驳车的运输申报单。',
  handLots: '各报关单件数',
  handPackages: '件数，{0}',
  handKg: '{0} 公斤',
  handUntil: '请在 {0} 前驶入过驳位',
  handPacked: '封志 {0}，{1} 件',
  wrongPackages: '请填写每份报关单的件数，1 到 1,000,000 的整数。',
  wrongReceivers: '请至少选择一辆接驳车。',
  wrongOne: '集装箱或挂车只能换到一辆接驳车。',
  noREGISTRATION_UNKNOWN: '您没有这份运输申报单。',
  noALREADY_STARTED: '货物已在过驳：不能再更改或取消。',
  noALREADY_GONE: '车辆已驶离口岸。',
  noNO_GOODS_ABOARD: '该车没有载货。',
  noLOTS_WRONG: '该车的报关单已变更：请重新打开页面再制定计划。',
  noONE_RECEIVER: '集装箱或挂车只能换到一辆接驳车。',
  noNO_RECEIVER: '接驳车须以过驳接收车申报，同口岸、同方向，且尚未驶离。',
  noLOT_UNKNOWN: '来车没有该报关单的货物。',
  noNO_AREA: '来车所在货场不能以此方式过驳：请另选方式。',
  noIN_ANOTHER: '其中一辆车已在另一过驳计划中。',
  noTRANSSHIPMENT_UNKNOWN: '该过驳计划已不存在。',
};

const en: HandingWords = {
  handTitle: 'Transshipment',
  handWhy: 'Choose vehicles that are registered as receiving ones, for the same gate and direction.',
  handTakes: 'This vehicle takes over the goods of {0}.',
  handFree: 'This vehicle is registered to take goods over: plan it at the transport registration of the source.',
  handPlan: 'Plan it',
  handChange: 'Change the plan',
  handKeep: 'Save the plan',
  handCancel: 'Cancel the plan',
  handSure: 'Cancel this transshipment?',
  handSureWhy: 'A bay that was called goes to another vehicle. A new plan waits from the start.',
  handMethod: 'How goods change vehicles',
  handReceivers: 'Receiving vehicles',
  handNoReceivers: 'There is no receiving vehicle: send its transport registration first.',
  handLots: 'Packages by customs declaration',
  handPackages: 'Packages, {0}',
  handKg: '{0} kg',
  handUntil: 'be at the bay before {0}',
  handPacked: 'seal {0}, {1} packages',
  wrongPackages: 'Enter the packages of each customs declaration, whole numbers from 1 to 1,000,000.',
  wrongReceivers: 'Choose at least one receiving vehicle.',
  wrongOne: 'A container or a trailer goes to one receiving vehicle.',
  noREGISTRATION_UNKNOWN: 'You have no such transport registration.',
  noALREADY_STARTED: 'The goods are on the move: nothing can be changed or cancelled any more.',
  noALREADY_GONE: 'The vehicle has left the gate.',
  noNO_GOODS_ABOARD: 'This vehicle brings no goods.',
  noLOTS_WRONG: 'The customs declarations of the vehicle have changed: open the page again and plan.',
  noONE_RECEIVER: 'A container or a trailer goes to one receiving vehicle.',
  noNO_RECEIVER: 'A receiving vehicle is registered as such, for the same gate and direction, and has not left.',
  noLOT_UNKNOWN: 'The source brings no goods of that customs declaration.',
  noNO_AREA: 'In the yard of the source goods do not change vehicles that way: choose another.',
  noIN_ANOTHER: 'One of the vehicles is in another transshipment.',
  noTRANSSHIPMENT_UNKNOWN: 'This transshipment is planned no more.',
};

export const handingDictionary: Record<Language, HandingWords> = { vi, zh, en };

export const isHandingWord = (word: string): word is HandingWord => Object.hasOwn(vi, word);

const said = (language: Language): Say<HandingWord | ChangeWord> =>
  saying({ ...changeDictionary[language], ...handingDictionary[language] }, language);

const says = { vi: said('vi'), zh: said('zh'), en: said('en') };

export const handingSay = (language: Language): Say<HandingWord | ChangeWord> => says[language];
