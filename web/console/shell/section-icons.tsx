import {
  AimOutlined,
  AuditOutlined,
  CommentOutlined,
  DashboardOutlined,
  DiffOutlined,
  EnvironmentOutlined,
  ExclamationCircleOutlined,
  FileSearchOutlined,
  FormOutlined,
  IdcardOutlined,
  KeyOutlined,
  MailOutlined,
  NotificationOutlined,
  OrderedListOutlined,
  ProfileOutlined,
  QrcodeOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SolutionOutlined,
  SoundOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'

/** The pictures of the navigation, which come after its words. */
const icons = {
  Aim: AimOutlined,
  Audit: AuditOutlined,
  Comment: CommentOutlined,
  Dashboard: DashboardOutlined,
  Diff: DiffOutlined,
  Environment: EnvironmentOutlined,
  ExclamationCircle: ExclamationCircleOutlined,
  FileSearch: FileSearchOutlined,
  Form: FormOutlined,
  Idcard: IdcardOutlined,
  Key: KeyOutlined,
  Mail: MailOutlined,
  Notification: NotificationOutlined,
  OrderedList: OrderedListOutlined,
  Profile: ProfileOutlined,
  Qrcode: QrcodeOutlined,
  Read: ReadOutlined,
  Schedule: ScheduleOutlined,
  Setting: SettingOutlined,
  Solution: SolutionOutlined,
  Sound: SoundOutlined,
  Team: TeamOutlined,
  User: UserOutlined,
}

export type SectionIconName = keyof typeof icons

export default function SectionIcon({ name }: { name: SectionIconName }) {
  const Icon = icons[name]
  return <Icon />
}
