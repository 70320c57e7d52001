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
import type { Verb } from '../../worker/domain/access/grants.ts'
import type { sections as names } from '../i18n/zh/sections.ts'
import { type FetchedPage, page } from './shell/fetched-page.ts'
import type { SectionIconName } from './shell/section-icons.tsx'

export type ConsoleSection = FetchedPage & {
  /** The address below `/console/{county}/`, and the key of its name. */
  path: keyof typeof names
  /** `elsewhere`: reached from other sections, not from the navigation. */
  group: 'groupWork' | 'groupSetup' | 'elsewhere'
  icon: SectionIconName | null
  /** Who may see it: a member whose role has this verb at all. */
  verb: Verb
  /** The section of the navigation that stays marked on these pages. */
  within?: keyof typeof names
  /** Drawn without the component library, so that it stands before the library has come. */
  plain?: true
}

export const sections: readonly ConsoleSection[] = [
  {
    path: 'cockpit',
    group: 'groupWork',
    icon: 'Dashboard',
    verb: 'county.read',
    plain: true,
    ...page(() => import('./cockpit/cockpit-page.tsx')),
  },
  {
    path: 'boards',
    group: 'groupWork',
    icon: 'OrderedList',
    verb: 'board.read',
    ...page(() => import('./boards/boards-page.tsx')),
  },
  {
    path: 'rounds',
    group: 'elsewhere',
    icon: null,
    verb: 'round.read',
    ...page(() => import('./rounds/rounds-page.tsx')),
    within: 'boards',
  },
  {
    path: 'objections',
    group: 'groupWork',
    icon: 'ExclamationCircle',
    verb: 'objection.read',
    ...page(() => import('./objections/objections-page.tsx')),
  },
  {
    path: 'interviews',
    group: 'groupWork',
    icon: 'Comment',
    verb: 'consequence.read',
    ...page(() => import('./interviews/interviews-page.tsx')),
  },
  {
    path: 'issues',
    group: 'groupWork',
    icon: 'FileSearch',
    verb: 'issue.read',
    ...page(() => import('./issues/issues-page.tsx')),
  },
  {
    path: 'complaints',
    group: 'groupWork',
    icon: 'Mail',
    verb: 'complaint.read',
    ...page(() => import('./complaints/complaints-page.tsx')),
  },
  {
    path: 'inspections',
    group: 'groupWork',
    icon: 'Aim',
    verb: 'inspection.read',
    ...page(() => import('./inspections/inspections-page.tsx')),
  },
  {
    path: 'grids',
    group: 'groupWork',
    icon: 'Qrcode',
    verb: 'patrol.read',
    ...page(() => import('./grids/grids-page.tsx')),
  },
  {
    path: 'outreach',
    group: 'groupWork',
    icon: 'Sound',
    verb: 'outreach.read',
    ...page(() => import('./outreach/outreach-page.tsx')),
  },
  {
    path: 'meetings',
    group: 'groupWork',
    icon: 'Schedule',
    verb: 'meeting.read',
    ...page(() => import('./meetings/meetings-page.tsx')),
  },
  {
    path: 'bulletins',
    group: 'groupWork',
    icon: 'Notification',
    verb: 'bulletin.read',
    ...page(() => import('./bulletins/bulletins-page.tsx')),
  },
  {
    path: 'columns',
    group: 'groupWork',
    icon: 'Read',
    verb: 'column.read',
    ...page(() => import('./columns/columns-page.tsx')),
  },
  {
    path: 'raters',
    group: 'groupWork',
    icon: 'Diff',
    verb: 'rater.read',
    ...page(() => import('./raters/raters-page.tsx')),
  },
  {
    path: 'setup',
    group: 'groupSetup',
    icon: 'Setting',
    verb: 'setup.read',
    ...page(() => import('./setup/setup-page.tsx')),
  },
  {
    path: 'areas',
    group: 'groupSetup',
    icon: 'Environment',
    verb: 'area.read',
    ...page(() => import('./areas/areas-page.tsx')),
  },
  {
    path: 'units',
    group: 'groupSetup',
    icon: 'Team',
    verb: 'unit.read',
    ...page(() => import('./units/units-page.tsx')),
  },
  {
    path: 'posts',
    group: 'groupSetup',
    icon: 'Solution',
    verb: 'post.read',
    ...page(() => import('./posts/posts-page.tsx')),
  },
  {
    path: 'sheets',
    group: 'groupSetup',
    icon: 'Form',
    verb: 'sheet.write',
    ...page(() => import('./sheets/sheets-page.tsx')),
  },
  {
    path: 'catalogue',
    group: 'groupSetup',
    icon: 'Profile',
    verb: 'category.write',
    ...page(() => import('./catalogue/catalogue-page.tsx')),
  },
  {
    path: 'members',
    group: 'groupSetup',
    icon: 'User',
    verb: 'member.read',
    ...page(() => import('./members/members-page.tsx')),
  },
  {
    path: 'tokens',
    group: 'groupSetup',
    icon: 'Key',
    verb: 'token.read',
    ...page(() => import('./tokens/tokens-page.tsx')),
  },
  {
    path: 'audit',
    group: 'groupSetup',
    icon: 'Audit',
    verb: 'audit.read',
    ...page(() => import('./audit/audit-page.tsx')),
  },
  {
    path: 'privacy',
    group: 'groupSetup',
    icon: 'Idcard',
    verb: 'own.read',
    ...page(() => import('./privacy/privacy-page.tsx')),
  },
]
