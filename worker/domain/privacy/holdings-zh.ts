import type { Holding } from './holdings.ts'
import { auditDays, keptDays } from './retention.ts'

/** What is held: what it is, what for, how long, who sees it, and what becomes of it when one person's data is erased. */
export type HoldingWords = { what: string; why: string; kept: string; seenBy: string; erased: string }

export const holdingsZh: Record<Holding, HoldingWords> = {
  account: {
    what: '成员的姓名和登录名',
    why: '登录系统，分清是谁办的事',
    kept: '在本县任职期间；停用后由县整治办删除',
    seenBy: '本人和县整治办；操作记录里县领导也能看到姓名',
    erased: '姓名和登录名删除，不能恢复；没有别的县还在用的，账号一并停用',
  },
  credential: {
    what: '密码和验证码密钥（只存散列或密文）、登录状态、登录失败次数',
    why: '确认是本人，防止别人冒用或试密码',
    kept: `密码随账号；登录状态和一次性链接失效 ${keptDays.session} 天后删除，失败次数 ${keptDays.signInFailure} 天后删除`,
    seenBy: '谁都看不到',
    erased: '全部删除，已登录的设备随即退出',
  },
  actor: {
    what: '谁在什么时候办了什么：操作记录，以及报送、督查、整改等记录里的经办人编号',
    why: '追责要有据可查，被评的村镇有权知道是谁办的',
    kept: `不少于 ${auditDays} 天（网络安全法对日志的要求），随工作档案保存`,
    seenBy: '县整治办、县领导；经办事项的单位看得到与自己有关的部分',
    erased: '只留编号，编号不再对应任何人，显示为“已删除的成员”',
  },
  post: {
    what: '责任人和单位组成人员的姓名、职务、任职起止日期',
    why: '红榜黄榜之后按规定提醒、约谈、表扬谁',
    kept: '任职期间和其后的追责期间，由县整治办删除',
    seenBy: '县整治办、县领导、本乡镇；不对外公开',
    erased: '整条删除',
  },
  interview: {
    what: '约谈记录里的被约谈人、主持人、参加人姓名',
    why: '约谈要有记录，事后能核对答应过什么',
    kept: '随约谈档案保存，由县整治办删除',
    seenBy: '县整治办、县领导、被约谈的乡镇和村；不对外公开',
    erased: '姓名去掉，约谈本身和所定事项保留',
  },
  meeting: {
    what: '会议的发言人、到会单位和人员',
    why: '留下会议怎么定的、交给了谁',
    kept: '随会议记录保存',
    seenBy: '县整治办、县领导、开会和参会的单位',
    erased: '姓名去掉，发言内容和议定事项保留',
  },
  place: {
    what: '督查、巡查、随手拍的时间和地点，照片的拍摄时间和地点',
    why: '证明到过现场、问题在哪里；不用来考勤，也不排名',
    kept: `随督查和问题档案保存；判过的可疑记录 ${keptDays.placeFlag} 天后删除，没用上的照片 ${keptDays.photo} 天后删除`,
    seenBy: '县整治办、县领导和办这件事的单位；公开的照片去掉时间、地点等信息',
    erased: '只留编号，不再对应任何人',
  },
  lastPlace: {
    what: '成员最近一条现场记录的时间和地点',
    why: '和下一条比较，发现编造的位置；只留最近一条',
    kept: `${keptDays.lastPlace} 天`,
    seenBy: '谁都看不到，只由系统比较',
    erased: '删除',
  },
  contact: {
    what: '投诉人自愿留下的联系方式；限制重复提交用的散列计数',
    why: '核实情况、回复本人',
    kept: `办结 ${keptDays.contact} 天后自动删除，本人要求时立即删除；计数几小时到一天`,
    seenBy: '县整治办和县领导；被反映的村、乡镇、单位看不到',
    erased: '到期自动删除；向县整治办提出，立即删除',
  },
  complaint: {
    what: '投诉和建议的内容、地点',
    why: '处理反映的问题',
    kept: '随问题档案保存',
    seenBy: '县整治办和县领导；转办时由县整治办改写后交出',
    erased: '查出提到此人的地方，由人来改',
  },
  household: {
    what: '参加评比的农户户名',
    why: '户与户评比、门前三包',
    kept: '评比期间；户不再参加时由县整治办改名或停用',
    seenBy: '本村、乡镇、县整治办；对外只显示姓，名用星号代替',
    erased: '查出提到此人的地方，由人来改',
  },
  text: {
    what: '办事时写下的文字：问题描述、整改说明、通报、专栏、备注里可能提到人',
    why: '把事情说清楚',
    kept: '随各自的档案保存',
    seenBy: '看得到这件事的人；通报、专栏公开后人人可见，写的时候会提醒',
    erased: '查出提到此人的地方，由人来改；已公布更正的理由不再改动',
  },
  receipt: {
    what: '已办请求的回执（防止重复提交），可能含姓名',
    why: '信号不好时重发，不会办两次',
    kept: `${keptDays.receipt} 天`,
    seenBy: '只有发出请求的人重发时能拿回',
    erased: '删除',
  },
  message: {
    what: '推送到工作群的消息',
    why: '告诉大家出了什么新结果，发没发到有据可查',
    kept: `产生 ${keptDays.delivery} 天后删除，还没送达的除外`,
    seenBy: '县整治办；发出后由工作群所在的平台保存',
    erased: '到期自动删除',
  },
  notice: {
    what: '提醒和通知里写明的责任人姓名',
    why: '告诉单位该提醒谁',
    kept: `${keptDays.notice} 天`,
    seenBy: '收到通知的单位、县整治办',
    erased: '姓名去掉',
  },
}
