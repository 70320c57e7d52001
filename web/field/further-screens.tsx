import { AreaPage } from './pages/area/area-page.tsx'
import { FoundPage } from './pages/found/found-page.tsx'
import { ChoosePage } from './pages/inspect/choose-page.tsx'
import { SheetPage } from './pages/inspect/sheet-page.tsx'
import { StartPage } from './pages/inspect/start-page.tsx'
import { SummaryPage } from './pages/inspect/summary-page.tsx'
import { IssuePage } from './pages/issues/issue-page.tsx'
import { StepPage } from './pages/issues/step-page.tsx'
import { MemberPage } from './pages/member/member-page.tsx'
import { OutboxPage } from './pages/outbox/outbox-page.tsx'
import { ChooseGrid } from './pages/patrol/choose-grid.tsx'
import { PatrolPage } from './pages/patrol/patrol-page.tsx'
import { CodePage } from './pages/scan/code-page.tsx'
import { ScanPage } from './pages/scan/scan-page.tsx'

/** Every screen but today's, which the app opens with: the screen that the parts of the address name. */
export default function FurtherScreens({ parts }: { parts: readonly string[] }) {
  const [first = '', second, third] = parts
  switch (first) {
    case 'inspect':
      return second === undefined ? <ChoosePage /> : <StartPage key={second} area={second} />
    case 'inspections':
      if (second === undefined) return <ChoosePage />
      return third === 'summary' ? (
        <SummaryPage key={second} id={second} />
      ) : (
        <SheetPage key={second} id={second} />
      )
    case 'found':
      return <FoundPage id={second} />
    case 'issues':
      if (second === undefined) return null
      return third === undefined ? (
        <IssuePage key={second} id={second} />
      ) : (
        <StepPage key={`${second} ${third}`} issue={second} kind={third} />
      )
    case 'patrol':
      return second === undefined ? <ChooseGrid /> : <PatrolPage key={second} id={second} />
    case 'areas':
      return second === undefined ? <ChoosePage /> : <AreaPage key={second} id={second} />
    case 'scan':
      return <ScanPage />
    case 'q':
      return <CodePage code={second ?? ''} />
    case 'outbox':
      return <OutboxPage />
    case 'me':
      return <MemberPage />
    default:
      return null
  }
}
