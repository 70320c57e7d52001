/*
 * The sections of the console. To add one:
 *
 * 1. A folder `web/console/{section}/` with a page component as default export, and one line in `sections` below
 *    (path, verb, icon, place in the navigation, lazy page) plus its name in `web/i18n/{zh,en}/sections.ts`, keyed
 *    by the path. Sections never import each other; what two of them draw goes to `web/ui`.
 * 2. A page with addresses of its own below the path uses <Routes>: it is mounted at `{section}/*`. Filters and the
 *    chosen tab live in the URL (useSearchParams), so that links can be pasted into a chat.
 * 3. Texts: `web/i18n/zh/{section}.ts` (the keys), `web/i18n/en/{section}.ts` (`English<typeof zh>`) and
 *    `web/i18n/{section}.ts` (`catalogue(zh, en)`); then `const t = useTexts(sectionTexts)`. No visible text outside
 *    catalogues, keys are written out (`t('save')`) or with a fixed beginning (`t(\`state_${state}\`)`): a test looks for
 *    missing and unused ones.
 * 4. Server state: `useQuery({ queryKey: [county, 'boards'], queryFn: () => answer(api.counties[':county'].boards.$get(…)) })`
 *    with `county` from `useCounty()`; `...live(30)` where it should stay fresh by itself. Writes: `useChange({ send, renews })`,
 *    which carries the Idempotency-Key. Errors: `<ErrorState error={…} retry={…} />`, in forms beside the field (`error.at(path)`).
 * 5. Buttons the member may not use are left out: `const { may } = useCounty(); may('round.write', { township })`.
 * 6. One `<PageHeader>` (the h1 and the document's title) and one primary button a page; every list has its empty state
 *    that says what to do next. Dates through `useDates()`, the ticking clock through `useNow()`.
 */
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
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react'
import type { Verb } from '../../worker/domain/access/grants.ts'
import type { sections as names } from '../i18n/zh/sections.ts'

export type ConsoleSection = {
  /** The address below `/console/{county}/`, and the key of its name. */
  path: keyof typeof names
  /** `elsewhere`: reached from other sections, not from the navigation. */
  group: 'groupWork' | 'groupSetup' | 'elsewhere'
  icon: ReactNode
  /** Who may see it: a member whose role has this verb at all. */
  verb: Verb
  Page: LazyExoticComponent<ComponentType>
  /** The section of the navigation that stays marked on these pages. */
  within?: keyof typeof names
}

export const sections: readonly ConsoleSection[] = [
  {
    path: 'cockpit',
    group: 'groupWork',
    icon: <DashboardOutlined />,
    verb: 'county.read',
    Page: lazy(() => import('./cockpit/cockpit-page.tsx')),
  },
  {
    path: 'boards',
    group: 'groupWork',
    icon: <OrderedListOutlined />,
    verb: 'board.read',
    Page: lazy(() => import('./boards/boards-page.tsx')),
  },
  {
    path: 'rounds',
    group: 'elsewhere',
    icon: null,
    verb: 'round.read',
    Page: lazy(() => import('./rounds/rounds-page.tsx')),
    within: 'boards',
  },
  {
    path: 'objections',
    group: 'groupWork',
    icon: <ExclamationCircleOutlined />,
    verb: 'objection.read',
    Page: lazy(() => import('./objections/objections-page.tsx')),
  },
  {
    path: 'interviews',
    group: 'groupWork',
    icon: <CommentOutlined />,
    verb: 'consequence.read',
    Page: lazy(() => import('./interviews/interviews-page.tsx')),
  },
  {
    path: 'issues',
    group: 'groupWork',
    icon: <FileSearchOutlined />,
    verb: 'issue.read',
    Page: lazy(() => import('./issues/issues-page.tsx')),
  },
  {
    path: 'complaints',
    group: 'groupWork',
    icon: <MailOutlined />,
    verb: 'complaint.read',
    Page: lazy(() => import('./complaints/complaints-page.tsx')),
  },
  {
    path: 'inspections',
    group: 'groupWork',
    icon: <AimOutlined />,
    verb: 'inspection.read',
    Page: lazy(() => import('./inspections/inspections-page.tsx')),
  },
  {
    path: 'grids',
    group: 'groupWork',
    icon: <QrcodeOutlined />,
    verb: 'patrol.read',
    Page: lazy(() => import('./grids/grids-page.tsx')),
  },
  {
    path: 'outreach',
    group: 'groupWork',
    icon: <SoundOutlined />,
    verb: 'outreach.read',
    Page: lazy(() => import('./outreach/outreach-page.tsx')),
  },
  {
    path: 'meetings',
    group: 'groupWork',
    icon: <ScheduleOutlined />,
    verb: 'meeting.read',
    Page: lazy(() => import('./meetings/meetings-page.tsx')),
  },
  {
    path: 'bulletins',
    group: 'groupWork',
    icon: <NotificationOutlined />,
    verb: 'bulletin.read',
    Page: lazy(() => import('./bulletins/bulletins-page.tsx')),
  },
  {
    path: 'columns',
    group: 'groupWork',
    icon: <ReadOutlined />,
    verb: 'column.read',
    Page: lazy(() => import('./columns/columns-page.tsx')),
  },
  {
    path: 'raters',
    group: 'groupWork',
    icon: <DiffOutlined />,
    verb: 'rater.read',
    Page: lazy(() => import('./raters/raters-page.tsx')),
  },
  {
    path: 'setup',
    group: 'groupSetup',
    icon: <SettingOutlined />,
    verb: 'setup.read',
    Page: lazy(() => import('./setup/setup-page.tsx')),
  },
  {
    path: 'areas',
    group: 'groupSetup',
    icon: <EnvironmentOutlined />,
    verb: 'area.read',
    Page: lazy(() => import('./areas/areas-page.tsx')),
  },
  {
    path: 'units',
    group: 'groupSetup',
    icon: <TeamOutlined />,
    verb: 'unit.read',
    Page: lazy(() => import('./units/units-page.tsx')),
  },
  {
    path: 'posts',
    group: 'groupSetup',
    icon: <SolutionOutlined />,
    verb: 'post.read',
    Page: lazy(() => import('./posts/posts-page.tsx')),
  },
  {
    path: 'sheets',
    group: 'groupSetup',
    icon: <FormOutlined />,
    verb: 'sheet.write',
    Page: lazy(() => import('./sheets/sheets-page.tsx')),
  },
  {
    path: 'catalogue',
    group: 'groupSetup',
    icon: <ProfileOutlined />,
    verb: 'category.write',
    Page: lazy(() => import('./catalogue/catalogue-page.tsx')),
  },
  {
    path: 'members',
    group: 'groupSetup',
    icon: <UserOutlined />,
    verb: 'member.read',
    Page: lazy(() => import('./members/members-page.tsx')),
  },
  {
    path: 'tokens',
    group: 'groupSetup',
    icon: <KeyOutlined />,
    verb: 'token.read',
    Page: lazy(() => import('./tokens/tokens-page.tsx')),
  },
  {
    path: 'audit',
    group: 'groupSetup',
    icon: <AuditOutlined />,
    verb: 'audit.read',
    Page: lazy(() => import('./audit/audit-page.tsx')),
  },
  {
    path: 'privacy',
    group: 'groupSetup',
    icon: <IdcardOutlined />,
    verb: 'own.read',
    Page: lazy(() => import('./privacy/privacy-page.tsx')),
  },
]
